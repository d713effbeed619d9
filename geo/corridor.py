"""A grid laid along the way from a to b, and the cheapest way through it.

The grid is an oblique Mercator map whose equator is the great circle from a to b. Mercator is conformal: the
scale is the same in every direction, so a cell's price (its true width in km times `price`) is exact both ways,
and the raster search prices a detour as the globe does. Method: Dijkstra on a raster with geometric steps
(scikit-image MCP). Its steps go in eight directions only; `geo.taut` takes out what that adds.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from skimage.graph import MCP_Geometric

from geo.land import Land, clearance_km
from geo.sphere import RADIUS_KM, Floats, angles, frame, to_lonlat, to_vectors

MARGIN_KM = 25.0  # a cable keeps this far off a coast where there is room
SHY = 1.5  # next to the coast a km costs 1 + SHY
OVER_LAND = 8.0  # the last km to an inland town: the shortest way to the water
WALL = 5000.0  # land elsewhere: only where no other way is left, and then in close-up (geo.sea)
COARSEST_KM = 6.0  # a cell's side, down to the land's own cell ...
CELLS, MOST_CELLS = 160_000, 2_000_000  # ... so that a grid has about so many, and never more than these
WIDEST_KM = 9_000.0  # Mercator has no poles: 81 degrees to each side


@dataclass(frozen=True)
class Ends:
    """Points that may be reached over land (lon, lat; shape (n, 2)), and how many km round each is free."""

    points: Floats
    reach_km: Floats


def price(land: Land, lonlat: Floats, ends: Ends) -> Floats:
    """Price a km at each point: 1 in the open, more near a coast, WALL on land that no landing is near."""
    away = clearance_km(land, lonlat)
    near_coast = 1 + SHY * (1 - np.minimum(away, MARGIN_KM) / MARGIN_KM) ** 2
    priced = np.where(away > 0, near_coast, WALL)
    ashore = np.flatnonzero(away == 0)
    vectors = to_vectors(lonlat[ashore])
    for point, reach in zip(to_vectors(ends.points), ends.reach_km, strict=True):
        priced[ashore[angles(vectors, point) * RADIUS_KM < reach]] = OVER_LAND
    return priced


def search(land: Land, a: Floats, b: Floats, ends: Ends) -> Floats:
    """Give the cheapest way from a to b as points (n, 2).

    The grid is widened until no way that leaves it could be cheaper: a way that goes `half` km aside, or
    `beyond` km past an end, is at least as long as the two sides of that triangle.
    """
    span = float(angles(to_vectors(a), to_vectors(b))) * RADIUS_KM
    half, beyond = max(0.3 * span, 40.0), max(0.1 * span, 20.0)
    while True:
        grid = _lay(land, a, b, ends, half=half, beyond=beyond)
        path, total = _cheapest(grid)
        need_half, need_beyond = math.sqrt(max(total**2 - span**2, 0)) / 2, (total - span) / 2
        if (need_half <= half and need_beyond <= beyond) or half >= WIDEST_KM:
            return np.vstack([a, grid.points[path[:, 0], path[:, 1]][1:-1], b])
        half, beyond = (
            min(max(half, min(need_half, 3 * half) + 50), WIDEST_KM),
            max(beyond, min(need_beyond, half)),
        )


@dataclass(frozen=True)
class _Grid:
    """Points (rows, columns, 2), what a step through each cell costs in km, and where a and b stand."""

    points: Floats
    cost: Floats
    start: tuple[int, int]
    goal: tuple[int, int]


def _lay(land: Land, a: Floats, b: Floats, ends: Ends, *, half: float, beyond: float) -> _Grid:
    span = float(angles(to_vectors(a), to_vectors(b))) * RADIUS_KM
    long, wide = span + 2 * beyond, 2 * half
    cell = span / max(1, round(span / _cell_km(land, long * wide)))
    rows, before, columns = int(wide / cell) | 1, math.ceil(beyond / cell), round(span / cell) + 1
    north = (np.arange(rows, dtype=np.float64) - rows // 2) * cell / RADIUS_KM
    east = np.arange(-before, columns + before, dtype=np.float64) * cell / RADIUS_KM
    points, width = _unroll(to_vectors(a), to_vectors(b), east, north)
    cost = price(land, points, ends).reshape(rows, len(east)) * width[:, None] * cell
    start, goal = (rows // 2, before), (rows // 2, before + columns - 1)
    return _Grid(points.reshape(rows, len(east), 2), cost, start, goal)


def _cell_km(land: Land, area_km2: float) -> float:
    finest, coarsest = math.radians(land.cell) * RADIUS_KM, max(COARSEST_KM, math.sqrt(area_km2 / MOST_CELLS))
    return min(max(math.sqrt(area_km2 / CELLS), finest), coarsest)


def _unroll(a: Floats, b: Floats, east: Floats, north: Floats) -> tuple[Floats, Floats]:
    """Give the grid's points, and each row's true width as a share of its width on the map."""
    across = 2 * np.arctan(np.exp(north)) - np.pi / 2
    width = np.cos(across)
    turned = np.empty((len(north), len(east), 3))
    turned[..., 0] = width[:, None] * np.cos(east)
    turned[..., 1] = width[:, None] * np.sin(east)
    turned[..., 2] = np.sin(across)[:, None]
    return to_lonlat(turned.reshape(-1, 3) @ frame(a, b)), width


def _cheapest(grid: _Grid) -> tuple[NDArray[np.int_], float]:
    """Give the cells of the cheapest way and what it costs in km."""
    finder = MCP_Geometric(grid.cost, fully_connected=True)
    totals, _steps = finder.find_costs([grid.start], [grid.goal])
    return np.array(finder.traceback(grid.goal)), float(totals[grid.goal])
