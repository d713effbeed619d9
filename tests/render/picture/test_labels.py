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
from render.arrays import Numbers
from render.picture.labels import set_labels
from render.picture.names import AROUND, Name
from render.picture.surroundings import Edges, Surroundings, crosses, cuts
from tests.profile import by_turns
from tests.render.picture.pictures import SLIDE, boxes_of, words_of

REGIONS = [region for region in read_regions() if region != "multilateral"]
NOWHERE = np.empty((0, 2))
TOUCHING = 1.0
"""Pixels that two boxes may share before they overlap."""


@pytest.mark.parametrize(("place", "lang"), by_turns(["", *(f"&region={region}" for region in REGIONS)], Lang))
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


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(0, 200)), max_size=25))
def test_leaders_cross_no_label_and_no_other_leader(places: list[tuple[float, float]]) -> None:
    names = [Name(f"name {number}", 0, 0, 0, 0) for number in range(len(places))]
    labels = set_labels(names, places, size=9, around=around())
    for one, two in combinations([label for label in labels if label.leader], 2):
        assert not crosses(np.array([one.leader]), np.array([two.leader])).any()
    for one in labels:
        others = np.array([two.box for two in labels if two is not one]).reshape(-1, 4)
        assert one.leader is None or not cuts(np.array([one.leader]), others).any()


def test_a_leader_runs_from_the_place_to_the_edge_of_the_name() -> None:
    marks = np.array([[100.0 + x, 100.0 + y] for x in (-10, 0, 10) for y in (-10, 0, 10)])
    label = set_labels([Name("Suva", 0, 0, 0, 0)], [(100, 100)], size=9, around=around(marks=marks))[0]
    assert label.leader is not None
    x, y, to_x, to_y = label.leader
    left, bottom, right, top = label.box
    assert (x, y) == (100, 100)
    assert (to_x in (left, right) and bottom <= to_y <= top) or (to_y in (bottom, top) and left <= to_x <= right)


def test_a_name_without_room_pushes_another_aside() -> None:
    # A hole of 50 by 23 points has room for two names, one above the other; the first would stand in its middle.
    taken = ((0, 0, 300, 85), (0, 108, 300, 200), (0, 80, 125, 110), (175, 80, 300, 110))
    names = [Name("first name", 0, 0, 40, 0), Name("other name", 0, 0, 40, 0)]
    alone = set_labels(names[:1], [(150, 96.5)], size=8, around=around(taken=taken))
    both = set_labels(names, [(150, 96.5)] * 2, size=8, around=around(taken=taken))
    assert [label.name for label in both] == names
    assert both[0].box != alone[0].box


def test_what_is_only_around_the_places_asked_for_has_no_leader() -> None:
    marks = np.array([[100.0 + x, 100.0 + y] for x in (-10, 0, 10) for y in (-10, 0, 10)])
    assert set_labels([Name("Suva", 0, 0, 0, AROUND)], [(100, 100)], size=9, around=around(marks=marks)) == []


def test_labels_are_the_same_every_time() -> None:
    names = [Name(f"name {number}", 0, 0, 0, 0) for number in range(40)]
    places = [(150 + 37 * number % 90, 100 + 53 * number % 70) for number in range(40)]
    assert set_labels(names, places, size=9, around=around()) == set_labels(names, places, size=9, around=around())


def around(
    *, wide: float = 300, high: float = 200, marks: Numbers = NOWHERE, lines: Numbers = NOWHERE,
    taken: tuple[Edges, ...] = (),
) -> Surroundings:
    """Make an open sea with these marks and lines, and boxes that are taken."""
    return Surroundings(wide, high, marks, 5.0, lines, taken, lambda points: [""] * len(points))
