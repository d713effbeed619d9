from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.countries import read_outlines
from geo.files import data_path
from i18n.errors import AtlasError
from render.picture.fonts import check_glyphs, missing, width_of


def test_every_character_of_the_data_has_a_glyph() -> None:
    assert missing(data_texts()) == ""


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
