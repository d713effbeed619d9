"""Pull a way taut: drop the corners that nothing asks for, and draw in the rest, without paying more."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

from geo.corridor import Ends, price
from geo.land import Land
from geo.sphere import RADIUS_KM, Floats, angles, between, to_lonlat, to_vectors

SAMPLE = 0.9  # how closely a leg is looked at: less than one cell of the land
MOST_CORNERS = 60
BATCH = 500_000  # points looked at together: memory, not the result, depends on it
LEAST_GAIN_KM = 0.01  # what a move must save, or corners would creep for ever
SHARES = (0.02, 0.1, 0.3, 0.6)  # how far along the way to its aim a corner is tried
SWEEPS = 30


def pull_taut(land: Land, way: Floats, ends: Ends) -> Floats:
    """Give the cheapest way with few corners near a given way (n, 2); the ends stay."""
    corners = _best_corners(land, _thin(land, way), ends)
    for _ in range(SWEEPS):
        drawn = _draw_in(land, _draw_in(land, corners, ends, first=1), ends, first=2)
        if np.array_equal(drawn, corners):
            break
        corners = drawn
    return _best_corners(land, corners, ends)


def leg_prices(land: Land, starts: Floats, stops: Floats, ends: Ends) -> Floats:
    """Price legs: km along the great circle, each km at the price where it lies."""
    a, b = to_vectors(starts), to_vectors(stops)
    km = angles(a, b) * RADIUS_KM
    counts = np.ceil(km / (SAMPLE * np.radians(land.cell) * RADIUS_KM)).astype(int) + 1
    batch = np.cumsum(counts) // BATCH
    mean = np.empty(len(km))
    for number in np.unique(batch):
        legs = batch == number
        mean[legs] = _mean_prices(land, a[legs], b[legs], counts[legs], ends)
    return mean * km


def _mean_prices(land: Land, a: Floats, b: Floats, counts: NDArray[np.int_], ends: Ends) -> Floats:
    leg = np.repeat(np.arange(len(counts)), counts)
    order = np.arange(len(leg)) - np.repeat(np.cumsum(counts) - counts, counts)
    points = to_lonlat(between(a[leg], b[leg], (order + 0.5) / counts[leg]))
    total = np.bincount(leg, price(land, points, ends), minlength=len(counts))
    return np.asarray(total / counts, dtype=np.float64)


def _thin(land: Land, way: Floats) -> Floats:
    """Keep the corners that shape the way; the staircase of the raster goes."""
    running = np.column_stack([np.unwrap(way[:, 0], period=360), way[:, 1]])
    tolerance = land.cell
    line = shapely.simplify(LineString(running), tolerance)
    while len(line.coords) > MOST_CORNERS:
        tolerance *= 1.5
        line = shapely.simplify(LineString(running), tolerance)
    return shapely.get_coordinates(line)


def _best_corners(land: Land, corners: Floats, ends: Ends) -> Floats:
    """Choose the corners whose legs together cost least (dynamic programming over all pairs)."""
    first, last = np.triu_indices(len(corners), 1)
    prices = np.full((len(corners), len(corners)), np.inf)
    prices[first, last] = leg_prices(land, corners[first], corners[last], ends)
    best, came = np.zeros(len(corners)), np.zeros(len(corners), dtype=int)
    for index in range(1, len(corners)):
        ways = best[:index] + prices[:index, index]
        came[index] = int(np.argmin(ways))
        best[index] = ways[came[index]]
    return corners[_trace(came)]


def _trace(came: NDArray[np.int_]) -> list[int]:
    kept = [len(came) - 1]
    while kept[-1] > 0:
        kept.append(int(came[kept[-1]]))
    return kept[::-1]


def _draw_in(land: Land, corners: Floats, ends: Ends, *, first: int) -> Floats:
    """Move every other corner where that is cheaper: straight in between its neighbours, or along either leg."""
    at = np.arange(first, len(corners) - 1, 2)
    if not len(at):
        return corners
    before, after = corners[at - 1], corners[at + 1]
    tried = _tries(before, corners[at], after)
    starts = np.concatenate([np.broadcast_to(before, tried.shape), tried]).reshape(-1, 2)
    stops = np.concatenate([tried, np.broadcast_to(after, tried.shape)]).reshape(-1, 2)
    prices = leg_prices(land, starts, stops, ends).reshape(2, len(tried), len(at)).sum(axis=0)
    prices[0] -= LEAST_GAIN_KM
    moved = corners.copy()
    moved[at] = tried[np.argmin(prices, axis=0), np.arange(len(at))]
    return moved


def _tries(before: Floats, here: Floats, after: Floats) -> Floats:
    """Give where each corner may stand (tries, corners, 2), first where it is."""
    a, b, c = to_vectors(before), to_vectors(here), to_vectors(after)
    straight = between(a, c, angles(a, b) / np.maximum(angles(a, b) + angles(b, c), 1e-12))
    aims = [between(b, aim, np.full(len(b), share)) for aim in (straight, a, c) for share in SHARES]
    return np.stack([here, *(to_lonlat(aim) for aim in aims)])
