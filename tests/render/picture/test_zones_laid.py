from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo.geodesy import GEOD, distance_km
from geo.projection import PROJECTIONS, outline
from own import seam
from render.picture.view import View
from render.picture.zones import hatches_of
from render.picture.zones_laid import Asked, _laid
from tests.profile import many

PLACES = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
VIEWS = st.tuples(st.sampled_from(sorted(PROJECTIONS)), st.sampled_from([150.0, 0.0, -100.0]),
                  st.sampled_from([0.0, 40.0, -80.0]))


def round_zone(place: tuple[float, float], km: float) -> Any:
    """Make what a person would bring: a ring of longitudes within ±180, read as `own` does."""
    lons, lats = np.full(361, place[0]), np.full(361, place[1])
    x, y, _back = GEOD.fwd(lons, lats, np.linspace(0, 360, 361), np.full(361, km * 1000))
    shape = shapely.Polygon(np.column_stack([x, y]))
    run_on = seam.unwrapped(shape)
    return seam.within(shape if run_on is None else shapely.make_valid(run_on, method="structure"))


def view_of(projection: str, centre: float, lat: float) -> View:
    """Give the view of the whole world, or of one side of the globe."""
    chosen = PROJECTIONS[projection]
    bounds = outline(chosen, centre).bounds
    return View(chosen, centre, *bounds, (bounds[2] - bounds[0]) / 800, True, lat if chosen.is_globe else 0.0)


@settings(max_examples=many(sample=40, prove=1500), deadline=None)
@example((179.9, 10.0), 900.0, ("equal_earth", 150.0, 0.0), (-178.0, 12.0))
@example((20.0, 89.0), 1500.0, ("orthographic", 0.0, 40.0), (-160.0, 88.0))
@example((20.0, -89.0), 1500.0, ("robinson", 150.0, 0.0), (-160.0, -88.0))
@example((0.0, 90.0), 2000.0, ("plate_carree", 0.0, 0.0), (10.0, 80.0))
@given(PLACES, st.floats(150, 3000), VIEWS, PLACES)
def test_a_place_lies_in_a_zone_on_paper_when_it_does_on_the_earth(
    place: tuple[float, float], km: float, seen_as: tuple[str, float, float], other: tuple[float, float]
) -> None:
    view, zone = view_of(*seen_as), round_zone(place, km)
    (laid,) = _laid(Asked((place, km), view, (zone,)))
    assert laid.is_valid
    at = view.place(*other)[0]
    far = distance_km(place, other)
    if abs(other[1]) > 84 or not np.isfinite(at).all() or abs(far - km) < 0.12 * km or _is_at_the_edge(view, at):
        return  # too near to the edge of zone or map to be told
    assert shapely.contains_xy(laid, *at) == (far < km)


def _is_at_the_edge(view: View, at: np.ndarray) -> bool:
    world = outline(view.projection, view.centre)
    return bool(world.exterior.distance(shapely.Point(at)) < 0.01 * (view.east - view.west))


@settings(max_examples=many(sample=15, prove=300), deadline=None)
@given(PLACES, st.floats(1, 3000), VIEWS, st.sampled_from(["hatched", "reversed", "crossed"]))
def test_lines_over_a_zone_lie_on_it_and_in_the_window(
    place: tuple[float, float], km: float, seen_as: tuple[str, float, float], mark: str
) -> None:
    view = view_of(*seen_as)
    (laid,) = _laid(Asked((place, km), view, (round_zone(place, km),)))
    for line in [] if laid.is_empty else hatches_of(laid, mark, view):
        assert laid.buffer(view.metres_per_point / 10).contains(shapely.linestrings(np.asarray(line.vertices)))
        assert view.holds(np.asarray(line.vertices)).all()


@pytest.mark.parametrize("lon", [0.0, 90.0, 180.0])
def test_a_zone_whose_edge_lies_behind_the_globe_fills_it(lon: float) -> None:
    view = view_of("orthographic", lon, 0.0)
    around = shapely.box(-180, -90, 180, 90)
    (laid,) = _laid(Asked(lon, view, (around,)))
    assert laid.area > 0.98 * outline(view.projection, lon).area
