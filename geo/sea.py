"""The shortest way by sea between two places on WGS 84."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from geo.corridor import Ends, search
from geo.geodesy import LANDING_KM, Place, distance_km, great_circle
from geo.land import Land, clearance_km, close_up, over_land
from geo.shore import to_sea_km
from geo.sphere import RADIUS_KM, Floats, angles, between, to_lonlat, to_vectors
from geo.taut import pull_taut
from i18n.errors import AtlasError
from i18n.text import Text

LOOK_KM = 2.0  # the great circle is looked at this closely
NEAR_KM = 4.0  # so close to a coast it is not clear
ROOM_KM = 150.0  # a detour leaves and rejoins the great circle at least so far from what it goes round
HARBOUR_KM = 3.0  # beyond the first water that an inland town has
A_METRE = 0.001  # nothing lies between places that are no farther apart
STEP_KM = 25.0  # a vertex at most so far from the next in what is drawn
MENDINGS = 3
ON_LAND = Text(
    "経度 {lon}・緯度 {lat} は陸の上です。陸揚げ地として渡すか、branching_unit_moves.csv で海へ移してください。",
    "{lon}, {lat} (longitude, latitude) is on land: give it as a landing, or move it to the sea in "
    "branching_unit_moves.csv.",
)


def sea_path(land: Land, a: Place, b: Place, *, landings: Sequence[Place] = ()) -> LineString:
    """Draw the shortest way by sea from a to b, with running longitudes.

    The great circle where it is clear; round what blocks it, the cheapest way through a fine grid laid along it
    (`geo.corridor`), then pulled taut (`geo.taut`). Coasts are kept MARGIN_KM off where there is room. The places
    in `landings` may be reached over LANDING_KM of land, or over what parts an inland town from the sea.
    `land_km` (geo.land) says what is left over land: 0, but for such towns and narrows that the outlines close.

    Raises AtlasError for an end on land that is no landing.
    Own method: Dijkstra on a raster (scikit-image), on a grid so wide that any way that leaves it is longer.
    """
    _check(land, [place for place in (a, b) if place not in landings])
    if distance_km(a, b) < A_METRE:
        return great_circle(a, b)
    ends = _ends(land, landings)
    way = _points(great_circle(a, b, step_km=LOOK_KM))
    blocked = _blocked(land, way, ends)
    if not blocked:
        return great_circle(a, b, step_km=STEP_KM)
    corners = pull_taut(land, _detoured(land, way, blocked, ends), ends)
    return _mended(land, _line(corners), ends, landings)


def _check(land: Land, places: Sequence[Place]) -> None:
    for place in places:
        if to_sea_km(close_up(land), place) > 0:
            raise AtlasError(ON_LAND.format(lon=place[0], lat=place[1]))


def _ends(land: Land, landings: Sequence[Place]) -> Ends:
    reach = [max(LANDING_KM, to_sea_km(close_up(land), place) + HARBOUR_KM) for place in landings]
    return Ends(np.array(landings, dtype=float).reshape(-1, 2), np.array(reach, dtype=float))


def _mended(land: Land, line: LineString, ends: Ends, landings: Sequence[Place]) -> LineString:
    """Look at the line against the outlines themselves, and search again in close-up where it still meets land."""
    close = close_up(land)
    for _ in range(MENDINGS):
        wet = over_land(land, line, landings=landings)
        if wet.is_empty:
            break
        way = _points(line)
        legs = shapely.linestrings(np.stack([way[:-1], way[1:]], axis=1))
        met = np.flatnonzero(shapely.dwithin(legs, wet, 1e-9))
        pieces, done = [], 0
        for first, last in _joined(met, len(way), room=1):
            pieces += [
                way[done:first],
                pull_taut(close, search(close, way[first], way[last], ends), ends)[:-1],
            ]
            done = last
        line = _line(np.vstack([*pieces, way[done:]]))
    return line


def _points(line: LineString) -> Floats:
    return shapely.get_coordinates(line)


def _blocked(land: Land, way: Floats, ends: Ends) -> list[tuple[int, int]]:
    """Find the stretches of a way (first and last index) that need a detour, with the room that it takes."""
    tight = clearance_km(land, way) < NEAR_KM
    far = np.ones(len(way), dtype=bool)
    for place in ends.points:
        far &= angles(to_vectors(way), to_vectors(place)) * RADIUS_KM > LANDING_KM
    return _joined(np.flatnonzero(tight & far), len(way), room=round(ROOM_KM / LOOK_KM))


def _joined(met: NDArray[np.int_], count: int, *, room: int) -> list[tuple[int, int]]:
    """Join indices into stretches with room on both sides: at least `room`, and half their own length."""
    stretches: list[tuple[int, int]] = []
    groups = np.split(met, np.flatnonzero(np.diff(met) > 2 * room) + 1) if len(met) else []
    for group in groups:
        more = max(room, int(group[-1] - group[0]) // 2)
        first, last = max(0, int(group[0]) - more), min(count - 1, int(group[-1]) + 1 + more)
        while stretches and first <= stretches[-1][1]:
            first = min(first, stretches.pop()[0])
        stretches.append((first, last))
    return stretches


def _detoured(land: Land, way: Floats, blocked: list[tuple[int, int]], ends: Ends) -> Floats:
    pieces = [way[:1]]
    for first, last in blocked:
        pieces.append(search(land, way[first], way[last], ends))
    return np.vstack([*pieces, way[-1:]])


def _line(corners: Floats) -> LineString:
    """Join corners by the arcs that were searched, a vertex at most every STEP_KM; longitudes run on."""
    start, stop = to_vectors(corners[:-1]), to_vectors(corners[1:])
    counts = np.ceil(angles(start, stop) * RADIUS_KM / STEP_KM).astype(int)
    leg = np.repeat(np.arange(len(counts)), counts)
    order = np.arange(len(leg)) - np.repeat(np.cumsum(counts) - counts, counts)
    inner = to_lonlat(between(start[leg], stop[leg], order / counts[leg]))
    way = np.vstack([inner, corners[-1:]])
    return LineString(np.column_stack([np.unwrap(way[:, 0], period=360), way[:, 1]]))
