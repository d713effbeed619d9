from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.countries import read_countries, read_regions
from i18n.text import Lang
from layers.registry import find_layers
from layers.rows import read_rows
from render.picture.labels import Numbers, Surroundings, set_labels
from render.picture.names import Name
from tests.render.picture.pictures import SLIDE, boxes_of, words_of

PACIFIC = [country for country in read_countries().values() if "pacific_island" in country.groups]
REGIONS = [region for region in read_regions() if region != "multilateral"]
NOWHERE = np.empty((0, 2))
TOUCHING = 1.0
"""Pixels that two boxes may share before they overlap."""


@pytest.mark.parametrize("lang", list(Lang))
def test_every_pacific_partner_is_named_on_a_slide_of_oceania(lang: Lang) -> None:
    written = words_of(f"layers=cables&region=oceania&lang={lang}", SLIDE)
    assert [country.name[lang] for country in PACIFIC if country.name[lang] not in written] == []


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("place", ["", *(f"&region={region}" for region in REGIONS)])
def test_no_text_overlaps_another_or_leaves_the_paper(place: str, lang: Lang) -> None:
    paper, boxes = boxes_of(f"lang={lang}{place}")
    clipped = [words for words, box in boxes.items()
               if box.x0 < 0 or box.y0 < 0 or box.x1 > paper.x1 or box.y1 > paper.y1]
    overlapping = [
        (one, two) for (one, a), (two, b) in combinations(boxes.items(), 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > TOUCHING and min(a.y1, b.y1) - max(a.y0, b.y0) > TOUCHING
    ]
    assert clipped == []
    assert overlapping == []


def test_all_adopters_are_named_on_their_own_map() -> None:
    written = words_of("layers=isdbt", SLIDE)
    adopters = set(read_rows(find_layers()["isdbt"])["iso_a3"])
    assert len(adopters) == 20
    assert [code for code in adopters if read_countries()[code].name.ja not in written] == []


def test_close_ups_name_the_islands_and_far_views_do_not() -> None:
    near = words_of("layers=isdbt&bbox=122,24,154,46")
    assert {"竹島", "尖閣諸島", "択捉島", "国後島", "色丹島", "歯舞群島"} <= set(near)
    assert not {"竹島", "尖閣諸島", "択捉島"} & set(words_of("layers=isdbt"))


def test_undetermined_lands_have_no_name() -> None:
    written = words_of("layers=cables&bbox=138,42,160,54")
    assert not [words for words in written if "樺太" in words or "千島" in words]


def test_a_close_up_names_its_data_centres() -> None:
    written = words_of("layers=datacenters&country=UZB&lang=en")
    cities = {"Tashkent", "Bukhara", "Kokand"}
    assert {city for city in cities for words in written if city in words} == cities


def test_the_important_name_takes_the_best_position() -> None:
    first, second = Name("name", 0, 0, 0, 0), Name("name", 0, 0, 0, 1)
    alone = set_labels([first], [(100, 100)], size=9, around=around())
    both = set_labels([first, second], [(100, 100)] * 2, size=9, around=around())
    assert both[0] == alone[0]
    assert both[1].box != alone[0].box


def test_a_name_that_finds_no_room_is_left_out() -> None:
    assert set_labels([Name("name", 0, 0, 0, 0)], [(10, 5)], size=9, around=around(wide=20, high=10)) == []


def test_a_name_keeps_off_marks_and_lines() -> None:
    name = [Name("Suva", 0, 0, 0, 0)]
    marks = np.array([[110.0, 100.0]])
    lines = np.column_stack([np.linspace(60, 99, 40), np.full(40, 100.0)])
    label = set_labels(name, [(100, 100)], size=9, around=around(marks=marks, lines=lines))[0]
    left, bottom, right, top = label.box
    assert not (left < 110 < right and bottom < 100 < top)
    assert not (left < 80 < right and bottom < 100 < top)


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), max_size=25))
def test_labels_never_overlap_and_stay_inside(places: list[tuple[float, float]]) -> None:
    names = [Name(f"name {number}", 0, 0, 0, 0) for number in range(len(places))]
    labels = set_labels(names, places, size=9, around=around())
    for label in labels:
        left, bottom, right, top = label.box
        assert left >= 0
        assert bottom >= 0
        assert right <= 300
        assert top <= 200
    for one, two in combinations(labels, 2):
        a, b = one.box, two.box
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]


def around(
    *, wide: float = 300, high: float = 200, marks: Numbers = NOWHERE, lines: Numbers = NOWHERE
) -> Surroundings:
    """Make an open sea with these marks and lines."""
    return Surroundings(wide, high, marks, 5.0, lines, (), lambda points: [""] * len(points))
