from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, Polygon, box

from geo.geodesy import area_km2, distance_km, great_circle, length_km

places = st.tuples(st.floats(-180, 180), st.floats(-85, 85))
TOKYO, SANTIAGO = (139.6917, 35.6895), (-70.6483, -33.4569)


def test_a_degree_of_the_equator_and_of_a_meridian_are_as_long_as_wgs_84_says() -> None:
    assert distance_km((0, 0), (1, 0)) == pytest.approx(111.3195, abs=1e-4)
    assert distance_km((0, 0), (0, 1)) == pytest.approx(110.5744, abs=1e-4)


def test_a_distance_across_180_is_the_short_one() -> None:
    assert distance_km((179, 0), (-179, 0)) == pytest.approx(distance_km((0, 0), (2, 0)))


@given(places, places)
def test_a_great_circle_is_as_long_as_the_distance(a: tuple[float, float], b: tuple[float, float]) -> None:
    assume(0.001 < distance_km(a, b) < 19_900)
    assert length_km(great_circle(a, b)) == pytest.approx(distance_km(a, b), rel=1e-6)


@given(places, places, st.floats(50, 500))
def test_a_great_circle_never_jumps(a: tuple[float, float], b: tuple[float, float], step: float) -> None:
    vertices = shapely.get_coordinates(great_circle(a, b, step_km=step))
    assert np.abs(np.diff(vertices[:, 0])).max() <= 180
    legs = [distance_km(tuple(one), tuple(other)) for one, other in pairwise(vertices)]
    assert max(legs) <= step * (1 + 1e-6)


def test_the_way_from_tokyo_to_santiago_runs_over_the_pacific_without_a_break() -> None:
    way = great_circle(TOKYO, SANTIAGO)
    assert way.coords[0] == TOKYO
    assert way.coords[-1] == pytest.approx((360 + SANTIAGO[0], SANTIAGO[1]))
    assert length_km(way) == pytest.approx(17_229, abs=15)


def test_lines_add_up() -> None:
    one, other = LineString([(0, 0), (1, 0)]), LineString([(5, 0), (6, 0)])
    assert length_km(MultiLineString([one, other])) == pytest.approx(length_km(one) + length_km(other))


def test_an_area_does_not_depend_on_the_way_the_ring_turns() -> None:
    square = box(140, 35, 141, 36)
    assert area_km2(square) == pytest.approx(area_km2(square.reverse()))
    assert area_km2(square) == pytest.approx(10_066, abs=1)


def test_a_hole_is_left_out_of_an_area() -> None:
    outer, hole = box(0, 0, 3, 3), box(1, 1, 2, 2)
    pierced = Polygon(outer.exterior, [hole.exterior])
    assert area_km2(pierced) == pytest.approx(area_km2(outer) - area_km2(hole))
