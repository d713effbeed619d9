from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.countries import read_regions
from geo.globe import RADIUS
from geo.projection import PROJECTIONS, outline
from render.picture.view import View, build_view
from tests.geo.shapes import centres
from tests.render.picture.pictures import scene_of

GLOBE = "layers=&projection=orthographic"
latitudes = st.floats(-90, 90).map(lambda lat: round(lat, 2))
REGIONS = [region for region in read_regions() if region != "multilateral"]


def view_of(query: str) -> View:
    return build_view(scene_of(query), wide=800, high=450)


def test_a_globe_without_a_frame_is_whole_and_turned_as_the_choice_says() -> None:
    view = view_of(f"{GLOBE}&centre=-70,-20")
    assert view.is_world
    assert (view.centre, view.centre_lat) == (-70, -20)
    assert view.north == pytest.approx(RADIUS, rel=1e-4)
    assert view.south == pytest.approx(-RADIUS, rel=1e-4)


@pytest.mark.parametrize("region", REGIONS)
def test_a_globe_turns_to_a_region_and_comes_near(region: str) -> None:
    view = view_of(f"{GLOBE}&region={region}")
    west, south, east, north = scene_of(f"layers=&region={region}").frame or (0, 0, 0, 0)
    assert not view.is_world
    assert view.centre_lat == pytest.approx((south + north) / 2, abs=0.01)
    lons = [west, west + (east - west) % 360 / 2, east]
    assert view.holds(view.place(lons * 3, np.repeat([south + 0.1, (south + north) / 2, north - 0.1], 3))).all()


def test_a_named_centre_wins_over_the_middle_of_the_frame() -> None:
    near = view_of(f"{GLOBE}&country=UZB&centre=60,30")
    assert (near.centre, near.centre_lat, near.is_world) == (60, 30, False)
    assert near.holds(near.place(64.5, 41.5)).all()
    assert view_of(f"{GLOBE}&country=UZB&centre=60,0").centre_lat == 0


@pytest.mark.parametrize("query", [
    "country=UZB&centre=-120,-40", "country=UZB&centre=-35,20", "bbox=-180,-60,180,75", "bbox=60,-60,-80,75",
    "country=CHL,JPN,ZAF",
])
def test_a_frame_that_cannot_be_seen_at_once_gives_the_whole_globe(query: str) -> None:
    view = view_of(f"{GLOBE}&{query}")
    assert view.is_world
    assert view.north == pytest.approx(RADIUS, rel=1e-4)


def test_a_frame_around_a_pole_is_shown_from_above_it() -> None:
    view = view_of(f"{GLOBE}&bbox=-180,-90,180,-60")
    assert not view.is_world
    assert view.holds(view.place([0, 90, 180, -90, 0], [-61, -61, -61, -61, -90])).all()


@given(centres, latitudes, centres, latitudes)
def test_a_place_behind_the_globe_is_nowhere_and_says_nothing(
    lon: float, lat: float, place_lon: float, place_lat: float
) -> None:
    view = view_of(f"{GLOBE}&centre={lon},{lat}")
    with warnings.catch_warnings(action="error"):
        ahead, behind = view.place([place_lon, place_lon + 180], [place_lat, -place_lat])
        assume(not view.is_edge(np.array([ahead, behind])).all())  # the horizon is neither before nor behind
        held = view.holds(np.array([ahead, behind]))
        assert held.sum() <= 1
        assert np.isfinite([ahead, behind]).all(axis=1).sum() <= 1


def test_other_projections_stand_upright_whatever_the_latitude() -> None:
    assert view_of("layers=&centre=20,50") == view_of("layers=&centre=20")


def test_a_scale_bar_needs_a_near_view() -> None:
    assert view_of(f"{GLOBE}&country=UZB").scale > 0
    assert view_of(f"{GLOBE}&region=oceania").scale == 0
    assert view_of(GLOBE).scale == 0
    assert view_of(f"{GLOBE}&country=UZB&centre=120,20").scale == 0


@pytest.mark.parametrize("projection", ["mercator", "robinson", "equal_earth", "plate_carree"])
def test_a_wide_frame_that_the_seam_parts_is_shown_as_the_whole_world(projection: str) -> None:
    view = view_of(f"layers=&region=europe,oceania&projection={projection}&centre=179.98")
    assert np.isfinite([view.west, view.south, view.east, view.north]).all()
    assert view.metres_per_point > 0


@pytest.mark.parametrize("projection", [name for name, each in PROJECTIONS.items() if not each.is_globe])
@pytest.mark.parametrize("regions", ["latin_america,oceania", "africa", "oceania", "europe,north_america"])
def test_a_map_that_is_widened_does_not_run_over_the_edge_of_the_world(projection: str, regions: str) -> None:
    scene = scene_of(f"layers=&region={regions}&projection={projection}")
    for wide, high in ((340, 262), (262, 340), (800, 300)):
        view = build_view(scene, wide=wide, high=high)
        west, south, east, north = outline(view.projection, view.centre).bounds
        lower, upper = max(south - view.south, 0.0), max(view.north - north, 0.0)
        left, right = max(west - view.west, 0.0), max(view.east - east, 0.0)
        # What is larger than the world stands in its middle.
        assert lower == pytest.approx(upper, abs=1)
        assert left == pytest.approx(right, abs=1)
        assert (lower == 0 and upper == 0) or view.north - view.south > north - south
        assert (left == 0 and right == 0) or view.east - view.west > east - west
