from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.geodesy import area_km2
from geo.polygons import made_light, sizes, thinned
from tests.profile import many

BLOBS = st.lists(
    st.tuples(st.floats(-170, 170), st.floats(-70, 70), st.floats(0.001, 8), st.integers(3, 400)),
    min_size=1, max_size=8,
)

KNOWN_BY = 16
"""Corners by which a round shape is still known: fewer would be further off than a 24th of how far across it is."""


def blob(lon: float, lat: float, radius: float, corners: int) -> shapely.Polygon:
    """Make a round polygon with a slightly ragged edge."""
    turns = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    radii = radius * (1 + 0.05 * np.sin(17 * turns))
    return shapely.Polygon(np.column_stack([lon + radii * np.cos(turns), lat + radii * np.sin(turns)]))


def array(*shapes: Any) -> Any:
    return np.array(shapes, dtype=object)


@settings(max_examples=many(sample=25, prove=500), deadline=None)
@example([(0.0, 0.0, 1.0, corners) for corners in (8, 8, 9, 10, 10, 23)], 60)
@given(BLOBS, st.integers(60, 400))
def test_thinning_keeps_to_its_budget_or_what_shapes_are_known_by_and_moves_nothing_far(
    blobs: list[Any], most: int
) -> None:
    shapes = array(*(blob(*each) for each in blobs))
    light, off = made_light(shapes, most)
    assert shapely.get_num_coordinates(light).sum() <= max(most, KNOWN_BY * len(shapes))
    assert not shapely.is_empty(light).any()
    assert shapely.is_valid(light).all()
    assert (shapely.hausdorff_distance(light, shapes) <= 2 * off + 1e-9).all()


def test_few_corners_are_left_as_they_came() -> None:
    shapes = array(blob(0, 0, 1, 50))
    light, off = made_light(shapes, 60)
    assert off == 0
    assert light[0] is shapes[0]


def test_halves_that_were_cut_at_the_seam_are_thinned_as_one() -> None:
    whole = blob(180, 10, 5, 4000)
    halves = [shapely.clip_by_rect(whole, start, -90, start + 180, 90) for start in (0, 180)]
    west: Any = halves[0]
    east: Any = shapely.transform(halves[1], lambda lonlat: lonlat - [360, 0])
    cut = shapely.MultiPolygon([west, east])
    light, off = made_light(array(cut), 200)
    assert off > 0
    assert shapely.get_num_geometries(light[0]) == 1


def test_a_shape_that_folds_up_stays_as_the_box_of_its_largest_part() -> None:
    specks = shapely.MultiPolygon([blob(0, 0, 0.01, 40), blob(5, 5, 0.02, 40)])
    (light,) = thinned(array(specks), 1.0)
    assert light.contains(shapely.Point(5, 5))
    assert light.area < 0.01


@pytest.mark.parametrize("lat", [0, 45, 70])
def test_sizes_compare_as_areas_on_the_earth_do(lat: float) -> None:
    here, there = shapely.segmentize(array(shapely.box(0, lat, 4, lat + 3), shapely.box(0, 0, 4, 3)), 0.1)
    share = sizes(array(here))[0] / sizes(array(there))[0]
    assert share == pytest.approx(area_km2(here) / area_km2(there), rel=0.02)
