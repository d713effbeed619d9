from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.countries import read_outlines
from geo.files import data_path
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.registry import find_layers
from render.picture.fonts import check_glyphs, missing, width_of
from scene.choice import LOOKS
from tests.i18n.phrases import read_phrases
from tests.profile import by_turns
from tests.render.picture.pictures import words_of


def test_every_character_of_the_data_has_a_glyph() -> None:
    assert missing(data_texts()) == ""


def test_every_phrase_of_the_program_has_its_glyphs_in_both_languages() -> None:
    assert missing(text for phrase in read_phrases().values() for text in (phrase.ja, phrase.en)) == ""


@pytest.mark.parametrize(("look", "lang"), by_turns(LOOKS, Lang))
def test_a_picture_of_every_row_in_every_look_lacks_no_glyph(look: str, lang: Lang) -> None:
    layers = ",".join(find_layers())
    query = f"layers={layers}&show=all&parts=title,legend,rows,sources&stamp=care,draft&look={look}&lang={lang}"
    assert missing(words_of(query)) == ""


def test_letters_with_marks_have_glyphs_in_the_chain() -> None:
    assert missing(["Côte d’Ivoire São Tomé ʻOkina Māori Türkiye Curaçao Łódź Αθήνα Киев"]) == ""


def test_a_character_that_no_font_has_is_named() -> None:
    assert missing(["ok 🎌𓀀"]) == "𓀀🎌"
    with pytest.raises(AtlasError, match="🎌"):
        check_glyphs(["日本🎌"])


def test_widths_grow_with_size_and_text() -> None:
    assert width_of("日本", 20) == pytest.approx(40)
    assert width_of("日本", 10) == pytest.approx(20)
    assert width_of("", 10) == 0


def data_texts() -> Iterator[str]:
    """Give every cell of the data files and every name of the outlines."""
    for path in sorted(Path(data_path()).glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                yield from row
    outlines = read_outlines()
    yield from (*outlines["name_ja"], *outlines["name_en"])
