"""A globe seen from far away: shapes are cut at its horizon and drawn on its disc.

Rings lie on the sphere as unit vectors, where neither ±180° nor a pole is a place of its own. The runs of a ring
that are in sight are joined along the horizon (K. Weiler, P. Atherton, SIGGRAPH 1977).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiLineString, MultiPoint, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.healing import cycles, healed, runs
from geo.meridian import Geometries
from geo.sphere import RADIUS_KM, Floats, to_vectors

RADIUS = RADIUS_KM * 1000
"""Metres; the disc has this radius about (0, 0)."""
GRAZING = 1e-9
"""Radii (6 mm): what rises less above the horizon, or is shorter, is rounding."""
ARC = np.radians(0.25)
"""Between the vertices along the horizon."""
CRUMB = 1.0
"""Square metres: a smaller piece is rounding, not land."""


def disc() -> Polygon:
    """Draw the edge of the globe, in metres."""
    azimuths = np.arange(0, 2 * np.pi, ARC)
    return Polygon(np.column_stack([np.cos(azimuths), np.sin(azimuths)]) * RADIUS)


def on_horizon(places: Floats, *, degrees: float = 0.0) -> NDArray[np.bool_]:
    """Tell which places of the disc (metres) lie on its edge, where lines go on behind, or so many degrees before."""
    reach = RADIUS * (np.cos(np.radians(degrees)) - GRAZING)
    return np.asarray(np.hypot(places[..., 0], places[..., 1]) > reach, dtype=bool)


def onto_globe(shapes: Geometries, *, lon: float, lat: float) -> Geometries:
    """Draw shapes as they are seen from above a place, in metres; what is behind the globe is empty.

    Shapes are in degrees, -180..180 or running on, with vertices close together; polygons are smaller than
    a hemisphere. Halves that meet at ±180° or at a pole are put together.
    """
    lonlat, owners = shapely.get_coordinates(shapes, return_index=True)
    places = _turned(lonlat, lon, lat)
    drawn: Geometries = shapely.set_coordinates(shapes.copy(), places[:, :2] * RADIUS)
    seen = np.bincount(owners, weights=places[:, 2] > GRAZING, minlength=len(shapes))
    whole = seen == np.bincount(owners, minlength=len(shapes))
    for index in np.flatnonzero((seen == 0) | ~whole | _is_parted(shapes)):
        drawn[index] = _cut(shapes[index], lon, lat) if seen[index] else _nothing(shapes[index])
    return drawn


def _turned(lonlat: Floats, lon: float, lat: float) -> Floats:
    """Give places in radii (n, 3) as the eye above (lon, lat) has them: to the right, up, and towards it."""
    east, north, zenith = to_vectors(np.array([[lon + 90, 0.0], [lon, lat + 90], [lon, lat]]))
    return np.asarray(to_vectors(lonlat) @ np.column_stack([east, north, zenith]), dtype=np.float64)


def _is_parted(shapes: Geometries) -> NDArray[np.bool_]:
    """Tell which polygons may have been cut at ±180° or a pole."""
    west, south, east, north = np.nan_to_num(shapely.bounds(shapes)).T
    at_cut = (west % 360 == 180) | (east % 360 == 180) | (south <= -90) | (north >= 90)
    return np.asarray(at_cut & (shapely.get_dimensions(shapes) == 2), dtype=bool)


def _nothing(like: BaseGeometry) -> BaseGeometry:
    nothing: BaseGeometry = (MultiPoint, MultiLineString, MultiPolygon)[int(shapely.get_dimensions(like))]()
    return nothing


def _cut(shape: BaseGeometry, lon: float, lat: float) -> BaseGeometry:
    """Cut one shape at the horizon."""
    if shapely.get_dimensions(shape) == 2:
        rings = shapely.get_rings(shapely.orient_polygons(shapely.get_parts(shape)))
        around = healed([shapely.get_coordinates(ring) for ring in rings])
        if not around:
            return disc()  # its sides were all at ±180° and the poles: it covers the earth
        ends = np.cumsum([len(ring) - 1 for ring in around])
        places = _turned(np.vstack([ring[:-1] for ring in around]), lon, lat)
        return _filled(_joined(np.split(places, ends[:-1])))
    paths = [_turned(shapely.get_coordinates(part), lon, lat) for part in shapely.get_parts(shape)]
    if shapely.get_dimensions(shape) == 0:
        return MultiPoint([path[0, :2] * RADIUS for path in paths if path[0, 2] > GRAZING])
    return MultiLineString([run * RADIUS for path in paths for run in _in_sight(path, closed=False)])


def _in_sight(path: Floats, *, closed: bool) -> list[Floats]:
    """List the runs of a path that are in sight (radii), each from where it rises to where it sets."""
    found = []
    for at in runs(path[:, 2] > GRAZING, closed=closed):
        before, after = at[0] - 1, at[-1] + 1
        rise = [_crossing(path[before], path[at[0]])] if closed or before >= 0 else []
        sets = [_crossing(path[at[-1]], path[after % len(path)])] if closed or after < len(path) else []
        run = np.vstack([*rise, path[at, :2], *sets])
        if np.ptp(run, axis=0).max() > GRAZING:
            found.append(run)
    return found


def _crossing(a: Floats, b: Floats) -> Floats:
    """Give the place on the horizon (radii) between a place in sight and one that is not."""
    at = (a + (a[2] - GRAZING) / (a[2] - b[2]) * (b - a))[:2]
    return np.asarray(at / np.hypot(*at), dtype=np.float64)


def _joined(rings: Sequence[Floats]) -> list[Floats]:
    """Give what is in sight of rings, land on their left: a run that sets goes left along the horizon to the next."""
    seen = [ring[:, 2] > GRAZING for ring in rings]
    whole = [ring[:, :2] for ring, all_seen in zip(rings, seen, strict=True) if all_seen.all()]
    parts = [run for ring, all_seen in zip(rings, seen, strict=True) if not all_seen.all()
             for run in _in_sight(ring, closed=True)]
    if not parts:
        return whole
    rises, sets = (np.array([np.arctan2(run[end, 1], run[end, 0]) for run in parts]) for end in (0, -1))
    following = _next_rise(rises, sets)
    return whole + [
        np.vstack([piece for i in cycle for piece in (parts[i], _arc(sets[i], rises[following[i]]))])
        for cycle in cycles(following)
    ]


def _next_rise(rises: Floats, sets: Floats) -> list[int]:
    """Give for each run the one that rises next to the left of where it sets."""
    by_rise, by_set = np.argsort(rises), np.argsort(sets)
    first = np.searchsorted(rises[by_rise], sets[by_set[0]] - GRAZING)
    following = np.empty(len(rises), dtype=int)
    following[by_set] = np.roll(by_rise, -first)
    return [int(run) for run in following]


def _arc(start: float, stop: float) -> Floats:
    """Give the places (radii) along the horizon from one azimuth to another, turning left, the ends left out."""
    span = max((stop - start + GRAZING) % (2 * np.pi) - GRAZING, 0.0)
    azimuths = start + np.linspace(0, span, int(span / ARC) + 2)[1:-1]
    return np.column_stack([np.cos(azimuths), np.sin(azimuths)])


def _filled(rings: Sequence[Floats]) -> BaseGeometry:
    """Make polygons (metres) of rings (radii): those that turn left are land, the others holes in it."""
    sizes = np.array([_area(ring) for ring in rings]) * RADIUS**2
    polygons = [Polygon(ring * RADIUS) if len(ring) > 2 else None for ring in rings]
    shapes: NDArray[Any] = np.array(polygons, dtype=object)
    lands, holes = shapes[sizes > CRUMB], shapes[sizes < -CRUMB]
    corners = np.array([hole.exterior.coords[0] for hole in holes]).reshape(-1, 2)
    inside = shapely.covers(lands[:, None], shapely.points(corners))
    filled = MultiPolygon([(land.exterior, [hole.exterior for hole in holes[mine]])
                           for land, mine in zip(lands, inside, strict=True)])
    # Straight sides stand for curves: near the horizon, where all is foreshortened, two may cross by some metres.
    return filled if filled.is_valid else shapely.make_valid(filled, method="structure", keep_collapsed=False)


def _area(ring: Floats) -> float:
    """Measure a ring, below 0 if it turns right; told by all of it, since a few metres of it may be crossed."""
    x, y = (ring - ring[0]).T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)
