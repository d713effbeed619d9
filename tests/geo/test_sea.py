from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given
from hypothesis import strategies as st
from shapely.geometry import box

from geo.geodesy import distance_km, length_km
from geo.land import Land, clearance_km, close_up, cut_land, land_km, over_land, read_land
from geo.sea import sea_path
from geo.shore import at_shore, to_sea_km
from i18n.errors import AtlasError


@pytest.fixture(scope="module")
def wall() -> Land:
    """One island, 0.5 degrees wide and 6 long, on the equator."""
    return cut_land([box(0, -3, 0.5, 3)])


@cache
def islands() -> Land:
    """Three islands in the Pacific, drawn once for all examples."""
    return cut_land([box(160, -10, 163, 10), box(-178, -30, -176, 5), box(178, 20, 180, 30)])


def test_a_clear_way_is_the_great_circle(wall: Land) -> None:
    line = sea_path(wall, (-20, -30), (-60, -10))
    assert length_km(line) == pytest.approx(distance_km((-20, -30), (-60, -10)), rel=1e-6)


def test_an_island_is_gone_round_by_the_shorter_side(wall: Land) -> None:
    line = sea_path(wall, (-5, 1), (6, 1))
    assert over_land(wall, line, landings=()).is_empty
    assert line.bounds[3] > 3
    assert line.bounds[1] >= 0.9


def test_the_way_round_is_taut_and_off_the_coast(wall: Land) -> None:
    line = sea_path(wall, (-5, 1), (6, 1))
    corner = distance_km((-5, 1), (0, 3)) + distance_km((0, 3), (0.5, 3)) + distance_km((0.5, 3), (6, 1))
    assert corner < length_km(line) < corner * 1.04
    assert clearance_km(wall, shapely.get_coordinates(shapely.segmentize(line, 0.05))).min() > 5


def test_an_island_across_the_180th_meridian_blocks_too() -> None:
    land = cut_land([box(179.5, -3, 180, 3), box(-180, -3, -179.5, 3)])
    line = sea_path(land, (175, 0.5), (-175, 0.5))
    assert land_km(land, line, landings=()) == 0
    assert np.abs(np.diff(shapely.get_coordinates(line)[:, 0])).max() < 180


def test_a_town_inland_is_reached_over_land(wall: Land) -> None:
    town = (0.1, 0.0)
    line = sea_path(wall, (-5, 0), town, landings=(town,))
    assert land_km(wall, line, landings=(town,)) == 0
    assert over_land(wall, line, landings=()).length > 0
    assert line.coords[-1] == pytest.approx(town)


def test_the_nearest_water_is_found_for_a_place_far_inland() -> None:
    land = cut_land([box(0, 0, 4, 4)])
    assert to_sea_km(land, (10, 10)) == 0
    lon, lat = at_shore(land, (0.4, 2.0))
    assert lon < 0.01
    assert lat == pytest.approx(2.0, abs=0.05)


def test_land_is_measured_outside_the_landings_only(wall: Land) -> None:
    across = shapely.LineString([(-1, 0), (2, 0)])
    whole = distance_km((0, 0), (0.5, 0))
    assert land_km(wall, across, landings=()) == pytest.approx(whole, rel=1e-6)
    assert land_km(wall, across, landings=[(0, 0)]) == pytest.approx(whole - 15, rel=1e-3)


def test_an_end_on_land_that_is_no_landing_is_named(wall: Land) -> None:
    with pytest.raises(AtlasError, match=r"0\.25, 0\.0"):
        sea_path(wall, (-5, 0.0), (0.25, 0.0))


def test_the_same_hop_gives_the_same_line_twice(wall: Land) -> None:
    assert sea_path(wall, (-5, 1), (6, 1)).equals_exact(sea_path(wall, (-5, 1), (6, 1)), 0)


@example(a=(181.96875, 0.0), b=(181.96875, 0.0))
@given(
    a=st.tuples(st.floats(155, 190), st.floats(-15, 25)),
    b=st.tuples(st.floats(155, 190), st.floats(-15, 25)),
)
def test_no_way_is_shorter_than_the_great_circle_nor_jumps(a: tuple[float, float], b: tuple[float, float]) -> None:
    assume((clearance_km(close_up(islands()), np.array([a, b])) > 0).all())
    line = sea_path(islands(), a, b)
    assert length_km(line) >= distance_km(a, b) * 0.999
    assert np.abs(np.diff(shapely.get_coordinates(line)[:, 0])).max() < 180


def test_the_strait_of_singapore_is_open() -> None:
    land = read_land()
    line = sea_path(land, (105.5, 1.6), (102.0, 2.0))
    assert land_km(land, line, landings=()) == 0
    assert length_km(line) < 480
