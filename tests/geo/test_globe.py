from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.countries import read_outlines
from geo.globe import RADIUS, disc, on_horizon, onto_globe
from geo.meridian import recentre
from geo.sphere import Floats, to_vectors
from tests.geo.shapes import centres, polygons
from tests.profile import many

Zenith = tuple[float, float]

zeniths = st.tuples(centres, st.floats(-90, 90).map(lambda lat: round(lat, 2)))
STEP = 0.5
"""Degrees between the places that are asked where land is."""
LARGE = ["Russia", "Canada", "Antarctica", "Greenland", "South Africa", "Fiji", "Brazil", "Indonesia", "China"]
SQUARE = RADIUS**2


def seen_from(shape: BaseGeometry, zenith: Zenith) -> BaseGeometry:
    """Draw one shape."""
    drawn: BaseGeometry = onto_globe(dense(shape), lon=zenith[0], lat=zenith[1])[0]
    return drawn


def dense(*shapes: BaseGeometry) -> NDArray[np.object_]:
    return np.asarray(shapely.segmentize(np.array(shapes, dtype=object), 1.0))


def outline_of(name: str) -> BaseGeometry:
    outlines = read_outlines().set_index("name_en").geometry
    shape: BaseGeometry = outlines[name]
    return shape


def heights(places: Floats, zenith: Zenith) -> Floats:
    """Give the sine of how high the eye stands over the horizon of each place (degrees)."""
    return np.asarray(to_vectors(places) @ to_vectors(np.array([zenith]))[0])


@lru_cache
def grid_over(name: str) -> tuple[Floats, Floats]:
    """List the places of a fine grid that lie in a country, and how much land each stands for (square metres)."""
    west, south, east, north = outline_of(name).bounds
    lons, lats = np.meshgrid(np.arange(west, east, STEP) + STEP / 2, np.arange(south, north, STEP) + STEP / 2)
    inside = shapely.contains_xy(outline_of(name), lons, lats)
    places = np.column_stack([lons[inside], lats[inside]])
    return places, np.cos(np.radians(places[:, 1])) * SQUARE * np.radians(STEP) ** 2


@pytest.mark.parametrize("name", LARGE)
@given(zenith=zeniths)
@settings(max_examples=many(sample=15, prove=500))
def test_a_country_shows_as_much_land_as_a_fine_grid_says(name: str, zenith: Zenith) -> None:
    places, sizes = grid_over(name)
    expected = float(np.sum(sizes * np.clip(heights(places, zenith), 0, None)))
    assert seen_from(outline_of(name), zenith).area == pytest.approx(expected, rel=0.01, abs=0.0005 * SQUARE)


@given(zeniths)
@settings(max_examples=many(sample=15, prove=300))
def test_the_world_stays_on_the_disc_from_everywhere(zenith: Zenith) -> None:
    world = onto_globe(dense(*read_outlines().geometry), lon=zenith[0], lat=zenith[1])
    assert np.hypot(*shapely.get_coordinates(world).T).max() <= RADIUS * (1 + 1e-12)
    assert set(shapely.get_dimensions(world)) == {2}
    assert (shapely.area(world) < 0.4 * SQUARE).all()  # Russia, the largest, covers 0.34


@given(polygons(), zeniths, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=20, max_size=20))
def test_a_place_is_drawn_as_land_if_it_is_land_in_sight(
    shape: Polygon, zenith: Zenith, shares: list[tuple[float, float]]
) -> None:
    low, high = np.array(shape.bounds).reshape(2, 2)
    places = low + np.array(shares) * (high - low)
    assume(shape.area > 1)
    drawn = seen_from(recentre(shape, centre=0), zenith)
    near = shapely.dwithin(shape.boundary, shapely.points(places), 0.5)
    ahead = heights(places, zenith)
    clear = ~near & (np.abs(ahead) > 0.05)
    for place, height in zip(places[clear], ahead[clear], strict=True):
        (at,) = onto_globe(dense(Point(place)), lon=zenith[0], lat=zenith[1])
        assert at.is_empty == (height < 0)
        assert drawn.contains(at) == (height > 0 and shape.contains(Point(place)))


@pytest.mark.parametrize(("name", "zenith"), [
    ("Russia", (-80, -62)), ("Antarctica", (0, 90)), ("Greenland", (140, -74)), ("Brazil", (127, 10)),
])
def test_nothing_shows_of_a_country_on_the_far_side(name: str, zenith: Zenith) -> None:
    assert seen_from(outline_of(name), zenith).is_empty


@pytest.mark.parametrize(("name", "zenith", "inland"), [
    ("Russia", (178, 60), (180, 67.5)), ("Russia", (100, 89), (180, 67.5)), ("Antarctica", (0, -90), (180, -85)),
    ("Antarctica", (30, -60), (0, -90)), ("Greenland", (-42, 72), (-42, 72)),
])
def test_no_border_runs_where_the_outlines_were_cut(name: str, zenith: Zenith, inland: Zenith) -> None:
    at = seen_from(Point(inland), zenith)
    drawn = seen_from(outline_of(name), zenith)
    assert drawn.contains(at)
    assert drawn.boundary.distance(at) > 50_000  # the sea is 65 km from one of them


def test_antarctica_from_below_is_one_land_and_its_islands() -> None:
    outline = outline_of("Antarctica")
    assert len(shapely.get_parts(seen_from(outline, (0, -90)))) == len(shapely.get_parts(outline))


@pytest.mark.parametrize("name", ["Egypt", "Libya"])
def test_a_border_along_the_horizon_makes_no_smear(name: str) -> None:
    seen = seen_from(outline_of(name), (115, 0))  # the two meet at 25° E, which is the horizon
    assert seen.area < 0.01 * SQUARE
    assert (seen.area > 0.0005 * SQUARE) == (name == "Egypt")


def test_a_hole_stays_a_hole_even_across_the_horizon() -> None:
    ring = box(0, -20, 40, 20).difference(box(10, -10, 30, 10))
    whole, cut = seen_from(ring, (20, 0)), seen_from(ring, (-70, 0))
    assert len(shapely.get_rings(shapely.get_parts(whole))) == 2
    assert len(shapely.get_rings(shapely.get_parts(cut))) == 1
    assert not cut.contains(seen_from(Point(15, 0), (-70, 0)))
    assert cut.contains(seen_from(Point(5, 0), (-70, 0)))


def test_a_line_is_cut_where_it_sets_and_rises() -> None:
    around = seen_from(LineString([(-180, 0), (180, 0)]), (0, 30))
    (run,) = shapely.get_parts(around)
    ends = shapely.get_coordinates(run)[[0, -1]]
    assert np.abs(ends) == pytest.approx(np.array([[RADIUS, 0], [RADIUS, 0]]), abs=1)
    assert on_horizon(ends).all()
    assert not on_horizon(np.array([[0.0, 0.0], [0.0, RADIUS * 0.9]])).any()


def test_a_line_over_the_pole_or_the_seam_is_not_broken() -> None:
    for line in (LineString([(170, 10), (190, 20)]), LineString([(-20, 80), (-20, 90), (160, 90), (160, 80)])):
        assert len(shapely.get_parts(seen_from(line, (160, 60)))) == 1


def test_what_is_behind_is_empty_and_keeps_its_place() -> None:
    shapes = dense(Point(180, 0), Point(0, 0), LineString([(170, 0), (190, 0)]), box(170, 0, 175, 5), Polygon(),
                   MultiPoint([(0, 0), (180, 0)]))
    drawn = onto_globe(shapes, lon=0, lat=0)
    assert [shape.is_empty for shape in drawn] == [True, False, True, True, True, False]
    assert len(drawn[5].geoms) == 1


def test_the_edge_of_the_globe_is_a_circle() -> None:
    assert disc().area == pytest.approx(np.pi * SQUARE, rel=1e-4)
    assert disc().bounds == pytest.approx((-RADIUS, -RADIUS, RADIUS, RADIUS), rel=1e-6)
