from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scene.crowd import LEAST, Cells, gather
from tests.profile import many

COORDINATE = st.floats(-500, 500, allow_nan=False).map(lambda x: round(x, 3))
POINTS = st.lists(st.tuples(COORDINATE, COORDINATE, st.integers(0, 4)), min_size=0, max_size=60)
SIDES = st.tuples(st.floats(5, 90), st.floats(5, 90))
Point = tuple[float, float, int]
examples = settings(max_examples=many(sample=60, prove=2000), deadline=None)


def gathered(points: list[Point], cell: tuple[float, float]) -> Cells:
    places = np.array([point[:2] for point in points], dtype=float).reshape(-1, 2)
    return gather(places, np.array([point[2] for point in points], dtype=np.int64), cell=cell)


def of_cells(points: list[Point], cell: tuple[float, float]) -> list[list[int]]:
    """Sort the points into cells one by one: the looks in each, its first place last, by rows from the lower left."""
    found: dict[tuple[float, float], list[int]] = {}
    for x, y, look in points:
        found.setdefault((float(np.floor(y / cell[1])), float(np.floor(x / cell[0]))), []).append(look)
    return [found[key] for key in sorted(found)]


@given(POINTS, SIDES)
@examples
def test_every_point_is_counted_once_and_the_commonest_look_wins_the_first_of_equals(
    points: list[Point], cell: tuple[float, float],
) -> None:
    cells, expected = gathered(points, cell), of_cells(points, cell)
    assert cells.counts.tolist() == [len(looks) for looks in expected]
    most = [min(Counter(looks).items(), key=lambda pair: (-pair[1], pair[0])) for looks in expected]
    assert list(zip(cells.looks.tolist(), cells.alike.tolist(), strict=True)) == most


@given(POINTS, SIDES)
@examples
def test_no_two_circles_lie_on_each_other_and_none_leaves_its_cell(
    points: list[Point], cell: tuple[float, float],
) -> None:
    cells = gathered(points, cell)
    for (x, y), across in zip(cells.places, cells.across, strict=True):
        for middle, side in ((x, cell[0]), (y, cell[1])):
            low, high = (np.floor(round(end / side, 9)) for end in (middle - across / 2, middle + across / 2 - 1e-6))
            assert low == high or across == 0


@given(POINTS, SIDES)
@examples
def test_a_point_that_is_alone_in_its_cell_stays_in_its_place(
    points: list[Point], cell: tuple[float, float],
) -> None:
    cells = gathered(points, cell)
    for number in np.flatnonzero(cells.counts == 1):
        assert tuple(cells.places[number]) == points[cells.firsts[number]][:2]
        assert cells.across[number] == 0


@given(POINTS, SIDES)
@examples
def test_areas_are_to_each_other_as_the_counts_but_for_the_smallest(
    points: list[Point], cell: tuple[float, float],
) -> None:
    cells = gathered(points, cell)
    fullest, large = cells.counts.max(initial=0), cells.across > LEAST * min(cell) * 1.0001
    if large.any():
        shares = (cells.across[large] / cells.across.max()) ** 2
        np.testing.assert_allclose(shares, cells.counts[large] / fullest)
    order = np.argsort(cells.counts, kind="stable")
    assert (np.diff(cells.across[order]) >= 0).all()


@given(POINTS, SIDES, st.randoms(use_true_random=False))
@examples
def test_the_order_of_the_points_does_not_matter(
    points: list[Point], cell: tuple[float, float], chance: st.DataObject,
) -> None:
    mixed = points.copy()
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = gathered(points, cell), gathered(mixed, cell)
    for part in ("counts", "looks", "alike", "across"):
        np.testing.assert_array_equal(getattr(one, part), getattr(other, part))
    np.testing.assert_allclose(one.places, other.places, atol=1e-6)


def test_a_hundred_thousand_points_are_gathered_whole() -> None:
    chance = np.random.default_rng(7)
    places, looks = chance.uniform(0, 900, (100_000, 2)), chance.integers(0, 6, 100_000)
    cells = gather(places, looks, cell=(30, 30))
    assert (cells.counts.sum(), len(cells)) == (100_000, 900)


def test_nothing_gathers_into_nothing() -> None:
    assert not len(gathered([], (30, 30)))


def test_a_row_of_several_points_counts_once_in_a_cell_and_in_each_cell_that_it_reaches() -> None:
    places = np.array([(1, 1), (2, 2), (9, 9), (3, 3), (40, 5)], dtype=float)
    looks, rows = np.array([1, 1, 1, 0, 1]), np.array([0, 0, 0, 1, 1])
    cells = gather(places, looks, cell=(30, 30), rows=rows)
    assert (cells.counts.tolist(), cells.firsts.tolist(), cells.looks.tolist()) == ([2, 1], [0, 4], [0, 1])
    assert cells.places[1].tolist() == [40, 5]
