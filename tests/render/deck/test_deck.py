from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from i18n.errors import AtlasError
from i18n.text import Lang
from render.deck import save
from render.deck.area import Area, Room
from render.deck.fitting import SIZES, Item, Part, fit, height_of, lines_of, stacked, wide
from render.deck.save import deck_of
from render.packet import read_memory
from scene.grammar import read_choice
from tests.render.deck.decks import SMALL, map_of, opened
from tests.render.deck.templates import RED, template, without_feet

PRINT_HASH = f"""
import hashlib
from render.deck.save import deck_of
from scene.grammar import read_choice
print(hashlib.sha256(deck_of(read_choice({SMALL!r}).choice)).hexdigest())
"""


@pytest.fixture(scope="module")
def content() -> bytes:
    return deck_of(read_choice(SMALL).choice)


@pytest.fixture(scope="module")
def slides(content: bytes) -> list[Any]:
    return list(opened(content).slides)


def test_every_leaf_has_a_slide_with_its_own_title(slides: list[Any]) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles[1:3] == ["アフリカ", "中南米"]
    assert len(set(titles)) == len(titles)


def test_a_map_is_a_group_of_native_shapes_that_says_what_it_shows(slides: list[Any]) -> None:
    group = map_of(slides[1])
    meaning = group._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")[0]
    assert "データセンター" in meaning
    assert any(name.startswith("AGO ") for name in group._element.xpath(".//p:cNvPr/@name"))


def test_numbers_of_shapes_are_unique_in_a_slide(slides: list[Any]) -> None:
    for slide in slides:
        numbers = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))


def test_the_notes_hold_the_sources_in_full_the_ids_and_the_link(slides: list[Any]) -> None:
    notes = slides[1].notes_slide.notes_text_frame.text
    for words in ("[1] ", "https://", "isdbt:AGO", "?layers="):
        assert words in notes


def test_figures_are_native_tables_and_a_native_chart(slides: list[Any]) -> None:
    every = [shape for slide in slides for shape in slide.shapes]
    assert any(shape.has_table for shape in every)
    assert any(shape.has_chart for shape in every)


def test_a_deck_remembers_its_view(content: bytes) -> None:
    assert read_choice(read_memory(content).query).choice == read_choice(SMALL).choice


def test_the_same_view_gives_the_same_bytes_in_another_process(content: bytes) -> None:
    env = os.environ | {"PYTHONHASHSEED": "4711"}
    told = subprocess.run([sys.executable, "-c", PRINT_HASH], capture_output=True, text=True, check=True, env=env)
    assert told.stdout.strip() == sha256(content).hexdigest()


ONE = "layers=datacenters&region=africa&deck=regions&stamp=care"


@pytest.mark.parametrize(("inches", "change"), [(13.333, None), (10.0, None), (13.333, without_feet)])
def test_a_deck_takes_on_a_template(inches: float, change: Callable[[Any], None] | None) -> None:
    own = template(wide=inches, change=change)
    file = opened(deck_of(read_choice(f"{ONE}&lang=en").choice, template=own))
    slide = file.slides[1]
    title = slide.shapes.title
    assert title._element.find(".//{*}xfrm") is None  # its place is the layout's
    assert slide.slide_layout.name == "Title Only"
    assert RED in file.slide_masters[0].part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme").blob.decode()
    assert "見本" not in {slide.shapes.title.text_frame.text for slide in file.slides}


def test_plain_maps_are_pictures_with_an_alternative_text() -> None:
    told: list[tuple[int, int]] = []
    content = deck_of(read_choice(ONE).choice, plain=True, tell=lambda done, total: told.append((done, total)))
    pictures = [shape for shape in opened(content).slides[1].shapes if hasattr(shape, "image")]
    assert len(pictures) == 1
    assert "データセンター" in pictures[0]._element.xpath(".//p:cNvPr/@descr")[0]
    assert told == [(1, 2), (2, 2)]


def test_too_many_slides_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(save, "MOST_SLIDES", 1)
    with pytest.raises(AtlasError, match="may have 1"):
        deck_of(read_choice(ONE).choice)


# --- how words are made to fit ---

LINES = tuple(Item(f"案件 {at} は東南アジアの海底ケーブルに関するICTの協力である") for at in range(12))
PARTS = [Part("方針", LINES[:4]), Part("新しい動き", LINES[4:])]


def test_what_fits_is_set_in_the_largest_type() -> None:
    assert fit(PARTS[:1], 400, 400, Lang.JA).size == SIZES[0]


def test_type_grows_smaller_before_anything_is_left_out() -> None:
    fitted = fit(PARTS, 400, 330, Lang.JA)
    assert fitted.size < SIZES[0]
    assert not fitted.lost


def test_lines_are_left_out_from_the_end_and_counted() -> None:
    fitted = fit(PARTS, 300, 200, Lang.JA)
    assert fitted.size == SIZES[-1]
    assert [item for _heading, item in fitted.lost] == list(LINES[12 - len(fitted.lost):])
    assert fitted.more == f"ほか{len(fitted.lost)}件は備考欄に記載"
    assert height_of(fitted.parts, fitted.size, 300) <= 200


@pytest.mark.parametrize("height", [20, 60, 120, 240])
def test_nothing_is_ever_higher_than_its_box(height: float) -> None:
    fitted = fit(PARTS, 200, height, Lang.EN, columns=2)
    assert stacked(fitted.parts, fitted.size, 200, height, 2) or not fitted.parts
    assert sum(len(part.items) for part in fitted.parts) + len(fitted.lost) == len(LINES)


def test_lines_are_measured_with_the_space_between_japanese_and_latin() -> None:
    assert wide("日本ICT日本", 12) > wide("日本", 12) * 2 + wide("ICT", 12)
    assert all(wide(line, 12) <= 150 for line in lines_of("日本のICTとDXを5Gで広げるODA案件" * 3, 12, 150))


def test_map_and_facts_stand_in_the_room_without_touching() -> None:
    room = Room(Area(36, 67, 888, 440))
    for one, other in (room.beside(), room.stacked()):
        assert room.middle.holds(one)
        assert room.middle.holds(other)
        assert not one.overlaps(other)
    assert not room.middle.overlaps(room.foot)
    assert not room.middle.overlaps(room.head)
