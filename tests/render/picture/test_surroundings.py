from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from render.picture.surroundings import Surroundings, crosses, cuts

NOWHERE = np.empty((0, 2))
WHOLE = st.integers(0, 40).map(float)
LEADER = st.tuples(WHOLE, WHOLE, WHOLE, WHOLE)


@given(LEADER, LEADER)
def test_leaders_cross_as_shapely_says(one: tuple[float, ...], two: tuple[float, ...]) -> None:
    a, b = (shapely.LineString([leader[:2], leader[2:]]) for leader in (one, two))
    assume(one[:2] != one[2:] and two[:2] != two[2:])
    assert crosses(np.array([one]), np.array([two]))[0, 0] == a.crosses(b)


@given(LEADER, st.tuples(WHOLE, WHOLE, st.integers(1, 20), st.integers(1, 20)))
def test_a_leader_cuts_a_box_when_it_runs_through_its_inside(
    leader: tuple[float, ...], box: tuple[float, float, int, int]
) -> None:
    left, bottom, wide, high = box
    line, shape = shapely.LineString([leader[:2], leader[2:]]), shapely.box(left, bottom, left + wide, bottom + high)
    inside = shape.buffer(-1e-3)
    assume(line.length > 0 and line.intersects(shape) == line.intersects(inside))
    assert cuts(np.array([leader]), np.array([shape.bounds]))[0, 0] == line.intersects(inside)


def test_no_leader_cuts_nothing() -> None:
    assert not cuts(np.full((1, 4), np.nan), np.array([[0.0, 0.0, 9.0, 9.0]])).any()


@pytest.mark.parametrize(("box", "free"), [
    ((20, 20, 60, 30), True), ((-1, 20, 60, 30), False), ((80, 20, 101, 30), False), ((45, 45, 60, 55), False),
    ((53, 45, 60, 55), True), ((20, 70, 60, 80), False),
])
def test_a_box_is_free_inside_the_map_off_marks_and_off_what_is_taken(
    box: tuple[float, float, float, float], free: bool
) -> None:
    around = Surroundings(100, 100, np.array([[50.0, 50.0]]), 5.0, NOWHERE, ((0, 75, 100, 90),), lambda _at: [])
    assert around.free(np.array([box], dtype=float)).tolist() == [free]


def test_lines_under_a_box_are_counted() -> None:
    lines = np.column_stack([np.linspace(0, 100, 200), np.full(200, 50.0)])
    around = Surroundings(100, 100, NOWHERE, 5.0, lines, (), lambda _at: [])
    on, off = around.under(np.array([[10.0, 45.0, 40.0, 55.0], [10.0, 10.0, 40.0, 20.0]]))
    assert on > 5
    assert off == 0


def test_a_leader_runs_over_the_marks_that_it_does_not_start_at() -> None:
    marks = np.array([[10.0, 10.0], [30.0, 10.0], [30.0, 40.0]])
    around = Surroundings(100, 100, marks, 5.0, NOWHERE, (), lambda _at: [])
    leaders = np.array([[10.0, 10.0, 60.0, 10.0], [10.0, 10.0, 10.0, 60.0]])
    assert around.run_over(leaders).tolist() == [1, 0]
