import geopandas as gpd
import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from scripts.thin import thin


def island(lon: float, lat: float, size: float, *, corners: int = 200) -> Polygon:
    """Draw an island with a ragged coast."""
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    radii = size * (1 + 0.1 * np.sin(7 * angles) + 0.03 * np.sin(31 * angles))
    return Polygon(np.column_stack([lon + radii * np.cos(angles), lat + radii * np.sin(angles)]))


def parts_of(**shapes: BaseGeometry) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"polygon_id": list(shapes)}, geometry=list(shapes.values()), crs=4326)


def halves(shape: Polygon) -> tuple[BaseGeometry, BaseGeometry]:
    """Divide an island along a ragged border."""
    lats = np.linspace(-20, 20, 400)
    border = np.column_stack([np.sin(lats * 5) / 3, lats])
    west = Polygon([(-50, -20), *border, (-50, 20)])
    return shapely.intersection(shape, west), shapely.difference(shape, west)


def test_neighbours_still_share_their_border() -> None:
    west, east = halves(island(0, 0, 5))
    thinned = thin(parts_of(AAA=west, BBB=east), 0.3)
    assert shapely.coverage_is_valid(thinned.geometry.to_numpy())
    assert shapely.get_num_coordinates(thinned.geometry.to_numpy()).sum() < 200
    assert thinned.geometry.union_all().geom_type == "Polygon"


def test_an_islet_keeps_its_shape_where_one_tolerance_for_all_would_leave_a_triangle() -> None:
    islet = island(20, 0, 0.015)
    assert shapely.get_num_coordinates(shapely.coverage_simplify([islet], 0.06))[0] == 4
    thinned = thin(parts_of(AAA=islet), 0.06).geometry[0]
    assert shapely.get_num_coordinates(thinned) > 6
    assert thinned.symmetric_difference(islet).area < 0.25 * islet.area


def test_japan_is_thinned_with_more_care_than_a_land_of_the_same_size() -> None:
    thinned = thin(parts_of(JPN=island(0, 0, 2), AAA=island(20, 0, 2)), 0.1).geometry
    kept = shapely.get_num_coordinates(thinned.to_numpy())
    assert kept[0] > kept[1]


@given(st.floats(-170, 170), st.floats(-70, 70), st.floats(0.0015, 0.02))
def test_no_islet_is_lost(lon: float, lat: float, size: float) -> None:
    thinned = thin(parts_of(AAA=island(lon, lat, size, corners=12)), 0.06).geometry[0]
    assert thinned.is_valid
    assert thinned.area > 0
    assert thinned.distance(Point(lon, lat)) < size


def test_coordinates_are_short() -> None:
    thinned = thin(parts_of(AAA=island(0.123456, 0, 2)), 0.1)
    assert (np.round(thinned.get_coordinates(), 3) == thinned.get_coordinates()).all(axis=None)


def test_an_islet_that_meets_a_coast_does_not_overlap_it() -> None:
    coast = island(0, 0, 5)
    bay = Point(5.0, 0.1).buffer(0.4).difference(coast.buffer(0.001))
    islets = [part for part in shapely.get_parts(bay) if part.area > 0.001]
    thinned = thin(parts_of(AAA=coast, BBB=islets[0]), 1.0)
    assert shapely.coverage_is_valid(thinned.geometry.to_numpy())
    assert MultiPolygon(islets).intersects(thinned.geometry[1])
