from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.countries import read_countries
from geo.country_names import find_country
from i18n.errors import AtlasError
from i18n.text import Lang


@pytest.mark.parametrize(("name", "code"), [
    ("UZB", "UZB"), ("uz", "UZB"), ("ウズベキスタン", "UZB"), (" Uzbekistan ", "UZB"), ("ｳｽﾞﾍﾞｷｽﾀﾝ", "UZB"),
    ("NA", "NAM"), ("na", "NAM"), ("中華人民共和国", "CHN"), ("VIETNAM", "VNM"), ("グアム", "GUM"),
])  # fmt: skip
def test_codes_and_names_find_their_country(name: str, code: str) -> None:
    assert find_country(name) == code


@pytest.mark.parametrize("lang", Lang)
def test_every_name_and_code_finds_its_own_country(lang: Lang) -> None:
    wrong = [code for code, land in read_countries().items()
             if {find_country(name) for name in (code, land.iso_a2, land.name[lang])} != {code}]
    assert not wrong


@pytest.mark.parametrize(("name", "near"), [
    ("Uzbekstan", "Uzbekistan (UZB)"), ("ウズベキスタソ", "ウズベキスタン(UZB)"),
])  # fmt: skip
def test_a_misspelt_name_is_answered_with_near_ones(name: str, near: str) -> None:
    with pytest.raises(AtlasError) as raised:
        find_country(name)
    assert near in raised.value.text.en + raised.value.text.ja
    assert name in raised.value.text.en


@given(st.text(max_size=20))
def test_any_text_finds_a_country_or_ends_in_one_sentence(text: str) -> None:
    known = {name for land in read_countries().values() for name in (land.iso_a3, land.iso_a2, land.name.ja)}
    if text in known:
        assert find_country(text) in read_countries()
        return
    with suppress(AtlasError):
        assert find_country(text) in read_countries()
