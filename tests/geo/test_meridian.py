import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.countries import read_outlines
from geo.meridian import cut_line, recentre, recentre_all, wrap
from tests.geo.shapes import centres, latitudes, lines, longitudes, polygons

ROUNDING = 1e-9  # degrees; 0.1 mm


def widest_side(shape: BaseGeometry) -> float:
    """Give the longest step in longitude from one vertex to the next, part by part."""
    rings = shapely.get_parts(shapely.boundary(shape)) if shape.area else shapely.get_parts(shape)
    return max(float(np.abs(np.diff(shapely.get_coordinates(ring)[:, 0])).max()) for ring in rings)


def inside(shape: BaseGeometry, centre: float) -> bool:
    west, _south, east, _north = shape.bounds
    return bool(centre - 180 - ROUNDING <= west and east <= centre + 180 + ROUNDING)


@given(longitudes, centres)
def test_a_wrapped_longitude_is_the_same_place_inside_the_window(lon: float, centre: float) -> None:
    wrapped = wrap(lon, centre=centre)
    assert centre - 180 <= wrapped < centre + 180
    turns = (lon - wrapped) / 360
    assert turns == pytest.approx(round(turns), abs=1e-9)


def test_a_longitude_a_hair_west_of_the_window_stays_inside_it() -> None:
    assert -180 <= wrap(-180 - 1e-14, centre=0) < 180


@given(polygons(), centres)
def test_a_polygon_keeps_its_area_on_any_meridian(shape: Polygon, centre: float) -> None:
    moved = recentre(shape, centre=centre)
    assert moved.is_valid
    assert inside(moved, centre)
    assert moved.area == pytest.approx(shape.area, rel=1e-6)
    assert widest_side(moved) <= 180


@given(polygons(), centres)
def test_the_old_cut_leaves_no_trace_on_another_meridian(shape: Polygon, centre: float) -> None:
    cut_before = recentre(recentre(shape, centre=0), centre=centre)
    never_cut = recentre(shape, centre=centre)
    assert cut_before.is_valid
    assert cut_before.symmetric_difference(never_cut).area < 1e-6 * shape.area
    left = shapely.intersection(cut_before.boundary, LineString([(180, -90), (180, 90)])).length
    assert left == pytest.approx(0, abs=1e-6) or wrap(180, centre=centre) == centre - 180


@given(lines(), centres)
def test_a_line_keeps_its_length_on_any_meridian(line: LineString, centre: float) -> None:
    moved = recentre(line, centre=centre)
    assert inside(moved, centre)
    assert moved.length == pytest.approx(line.length, rel=1e-6, abs=1e-6)
    assert moved.is_empty or widest_side(moved) <= 180


@given(st.tuples(longitudes, latitudes), centres)
def test_a_point_moves_as_its_longitude_wraps(place: tuple[float, float], centre: float) -> None:
    moved = recentre(Point(place), centre=centre)
    assert moved.equals_exact(Point(wrap(place[0], centre=centre), place[1]), tolerance=1e-9)


def test_points_on_both_sides_of_the_old_cut_stay_points() -> None:
    moved = recentre(MultiPoint([(179, 0), (-179, 0)]), centre=150)
    assert moved.equals(MultiPoint([(179, 0), (181, 0)]))


def test_two_halves_at_180_become_one_when_the_pacific_is_in_the_middle() -> None:
    halves = MultiPolygon([box(170, 0, 180, 10), box(-180, 0, -170, 10)])
    assert recentre(halves, centre=150).equals(box(170, 0, 190, 10))


def test_a_part_away_from_the_cut_is_left_as_it_is() -> None:
    shape = MultiPolygon([box(170, 0, 180, 10), box(-180, 0, -170, 10), box(100, 0, 101, 1)])
    assert box(100, 0, 101, 1) in shapely.get_parts(recentre(shape, centre=150))


def test_a_sliver_that_rounding_leaves_at_the_seam_is_dropped() -> None:
    moved = recentre(box(-30 - 1e-10, 0, -20, 10), centre=150)
    assert moved.geom_type == "Polygon"
    assert moved.bounds[2] < 0


def test_a_line_that_crosses_the_seam_is_cut_there() -> None:
    moved = recentre(LineString([(-40, 0), (-20, 20)]), centre=150)
    assert moved.equals(MultiLineString([[(320, 0), (330, 10)], [(-30, 10), (-20, 20)]]))


def test_a_line_that_crosses_itself_is_cut_at_the_seam_only() -> None:
    loop = LineString([(170, 0), (190, 0), (188, 5), (185, -5)])
    assert len(shapely.get_parts(recentre(loop, centre=0))) == 2


def test_a_cable_that_runs_on_past_180_is_cut_as_geojson_asks() -> None:
    cut = cut_line(LineString([(170, 0), (190, 20)]))
    assert cut.equals(MultiLineString([[(170, 0), (180, 10)], [(-180, 10), (-170, 20)]]))


def test_a_cut_cable_is_one_line_again_with_the_pacific_in_the_middle() -> None:
    cable = LineString([(170, 0), (190, 20)])
    joined = recentre(cut_line(cable), centre=150)
    assert joined.geom_type == "LineString"
    assert joined.length == pytest.approx(cable.length)


def test_empty_shapes_stay_empty_and_the_order_is_kept() -> None:
    moved = recentre_all([Polygon(), Point(-170, 0), box(0, 0, 1, 1)], centre=150)
    assert [shape.geom_type for shape in moved] == ["Polygon", "Point", "Polygon"]
    assert moved[0].is_empty
    assert moved[1].x == 190


@pytest.mark.parametrize("fine", [False, True])
@pytest.mark.parametrize("centre", [150, 0, 180, -30, -100, 137.5])
def test_the_whole_world_stands_on_any_meridian(centre: float, fine: bool) -> None:
    world = read_outlines(fine=fine).geometry.to_numpy()
    moved = recentre_all(world, centre=centre)
    assert shapely.is_valid(moved).all()
    assert all(inside(shape, centre) for shape in moved)
    assert shapely.area(moved) == pytest.approx(shapely.area(world), rel=1e-6)
    assert max(map(widest_side, moved)) <= 180


def test_russia_and_fiji_have_no_line_at_180_on_a_pacific_map() -> None:
    outlines = read_outlines().set_index("polygon_id").geometry
    cut = LineString([(180, -90), (180, 90)])
    for code in ("RUS", "FJI"):
        assert recentre(outlines[code], centre=150).boundary.intersection(cut).length == 0
