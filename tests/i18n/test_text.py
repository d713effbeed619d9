import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from i18n.errors import AtlasError
from i18n.text import Lang, Text, same

texts = st.builds(Text, st.text(), st.text())


def test_a_phrase_is_read_in_the_language_asked_for() -> None:
    phrase = Text("海底ケーブル", "Submarine cables")
    assert phrase[Lang.JA] == "海底ケーブル"
    assert phrase[Lang.EN] == "Submarine cables"


def test_a_text_among_the_values_gives_each_language_its_half() -> None:
    filled = Text("{place}の{count}件", "{count} in {place}").format(place=Text("チリ", "Chile"), count=3)
    assert filled == Text("チリの3件", "3 in Chile")


@given(texts, texts)
def test_phrases_add_up_language_by_language(one: Text, other: Text) -> None:
    assert all((one + other)[lang] == one[lang] + other[lang] for lang in Lang)


@given(texts, st.lists(texts))
def test_phrases_join_as_strings_do(between: Text, parts: list[Text]) -> None:
    assert all(between.join(parts)[lang] == between[lang].join(part[lang] for part in parts) for lang in Lang)


def test_a_phrase_is_something_when_either_half_is() -> None:
    assert Text("あ", "")
    assert not Text("", "")


def test_a_code_reads_alike_in_both_languages() -> None:
    assert same("ISDB-T") == Text("ISDB-T", "ISDB-T")


def test_an_error_carries_both_languages() -> None:
    error = AtlasError(Text("見つかりません。", "Not found."))
    assert str(error) == "Not found."
    assert error.text[Lang.JA] == "見つかりません。"


def test_a_number_of_things_has_thousands_marks_and_a_year_has_none() -> None:
    said = Text("{count}件({year}年)", "{count} rows ({year})").format(count=100_103, year=2026)
    assert (said.ja, said.en) == ("100,103件(2026年)", "100,103 rows (2026)")
    assert Text("{count}", "{total}").format(count=np.int64(1_234), total="x") == Text("1,234", "x")
