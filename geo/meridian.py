"""Recentre longitudes on any meridian: the old cut at ±180° is healed, a new one is made at the far side.

The window of a centre is centre-180..centre+180 and its two edges are the seam. Only shapely is needed: what
fits into the window is moved by whole turns, and only the few parts that cross the seam are cut there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

Geometries = NDArray[Any]

TURN = 360.0
SLIVER = 1e-7
"""Degrees (about 1 cm): a piece cut off at the seam that is narrower is rounding, not land."""
ABOVE_THE_POLE = 91.0
COLLECT: Mapping[int, Callable[[Geometries], Any]] = MappingProxyType(
    {0: shapely.multipoints, 1: shapely.multilinestrings, 2: shapely.multipolygons}
)
"""How pieces of each dimension are put together."""


def wrap(lon: float, *, centre: float) -> float:
    """Bring a longitude into centre-180 <= lon < centre+180."""
    west = centre - 180
    turned = (lon - west) % TURN
    return west if turned >= TURN else west + turned


def wrap_all(lons: NDArray[np.float64], *, centre: float) -> NDArray[np.float64]:
    """Bring longitudes into centre-180 <= lon < centre+180, as `wrap` does each."""
    west = centre - 180
    turned = (lons - west) % TURN
    return np.where(turned >= TURN, west, west + turned)


def recentre(geometry: BaseGeometry, *, centre: float) -> BaseGeometry:
    """Bring one geometry (-180..180, or running on beyond) into centre-180..centre+180."""
    result: BaseGeometry = recentre_all([geometry], centre=centre)[0]
    return result


def recentre_all(geometries: Iterable[BaseGeometry], *, centre: float) -> Geometries:
    """Bring geometries into centre-180..centre+180, in their order; empty ones stay empty."""
    shapes: Geometries = np.array(list(geometries), dtype=object)
    turns, cut = _turns(shapes, centre)
    for turn in np.unique(turns[~cut & (turns != 0)]):
        chosen = ~cut & (turns == turn)
        shapes[chosen] = _moved(shapes[chosen], -TURN * float(turn))
    for index in np.flatnonzero(cut):
        shapes[index] = _rebuilt(shapes[index], centre)
    return shapes


def cut_line(line: BaseGeometry) -> BaseGeometry:
    """Cut a line with running longitudes at ±180°, as RFC 7946 §3.1.9 asks."""
    return recentre(line, centre=0)


def _turns(shapes: Geometries, centre: float) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give the whole turns that each shape is away from the window, and whether it must be taken apart."""
    west, _south, east, _north = shapely.bounds(shapes).T
    west, east = np.nan_to_num(west), np.nan_to_num(east)
    turns = np.floor((west - (centre - 180)) / TURN)
    crosses = east - TURN * turns > centre + 180
    old_cut = (west % TURN == 180) | (east % TURN == 180)
    return turns, crosses | (old_cut & (shapely.get_num_geometries(shapes) > 1))


def _moved(shapes: Geometries, degrees: float) -> Geometries:
    moved: Geometries = shapely.transform(shapes, lambda lonlat: lonlat + np.array([degrees, 0.0]))
    return moved


def _rebuilt(shape: BaseGeometry, centre: float) -> BaseGeometry:
    """Take a shape apart, bring each part into the window and put together what met at the old cut."""
    pieces = [piece for part in shapely.get_parts(shape) for piece in _pieces(part, centre)]
    at_cut = np.array([_touches_old_cut(piece) for piece in pieces], dtype=bool)
    whole: Geometries = np.array(pieces, dtype=object)
    if at_cut.any():
        whole = np.append(whole[~at_cut], shapely.get_parts(_joined(whole[at_cut])))
    return whole[0] if len(whole) == 1 else _collected(whole, shape)


def _pieces(part: BaseGeometry, centre: float) -> list[BaseGeometry]:
    """Cut one part at the seam; each piece is moved into the window."""
    start = centre - 180
    west, _south, east, _north = part.bounds
    first, last = np.floor((west - start) / TURN), np.ceil((east - start) / TURN)
    if last - first <= 1:
        return [affinity.translate(part, -TURN * first)]
    if shapely.get_dimensions(part) == 1:
        return _cut_at_seam(shapely.get_coordinates(part), start)
    window = box(start, -ABOVE_THE_POLE, start + TURN, ABOVE_THE_POLE)
    moved = [affinity.translate(part, -TURN * turn) for turn in np.arange(first, last)]
    cut = shapely.get_parts(shapely.intersection(moved, window))
    return [piece for piece in cut if piece.area and piece.bounds[2] - piece.bounds[0] > SLIVER]


def _cut_at_seam(vertices: NDArray[np.float64], start: float) -> list[BaseGeometry]:
    """Cut a line vertex by vertex; an overlay would also break it where it crosses or retraces itself."""
    vertices = _with_crossings(vertices, start)
    middles = (vertices[:-1, 0] + vertices[1:, 0]) / 2
    turns = np.floor((middles - start) / TURN)
    sides = np.split(np.arange(len(turns)), np.flatnonzero(np.diff(turns)) + 1)
    runs = [(vertices[side[0] : side[-1] + 2], turns[side[0]]) for side in sides]
    return [LineString(run - np.array([TURN * turn, 0.0])) for run, turn in runs]


def _with_crossings(vertices: NDArray[np.float64], start: float) -> NDArray[np.float64]:
    """Put a vertex wherever a line crosses the seam, start and every whole turn from it."""
    lons = vertices[:, 0]
    at, points = [np.arange(len(vertices), dtype=float)], [vertices]
    for turn in np.arange(np.floor((lons.min() - start) / TURN), np.ceil((lons.max() - start) / TURN) + 1):
        seam = start + TURN * turn
        side = np.flatnonzero((lons[:-1] - seam) * (lons[1:] - seam) < 0)
        share = (seam - lons[side]) / (lons[side + 1] - lons[side])
        lats = vertices[side, 1] + share * (vertices[side + 1, 1] - vertices[side, 1])
        at.append(side + share)
        points.append(np.column_stack([np.full(len(side), seam), lats]))
    result: NDArray[np.float64] = np.concatenate(points)[np.argsort(np.concatenate(at), kind="stable")]
    return result


def _touches_old_cut(piece: BaseGeometry) -> bool:
    west, _south, east, _north = piece.bounds
    return bool(west % TURN == 180 or east % TURN == 180)


def _joined(pieces: Geometries) -> BaseGeometry:
    """Join pieces of one kind where they meet."""
    if shapely.get_dimensions(pieces[0]) == 2:
        return shapely.union_all(pieces)
    lines = _collected(pieces, pieces[0])
    return shapely.line_merge(lines, directed=True) if shapely.get_dimensions(pieces[0]) == 1 else lines


def _collected(pieces: Geometries, like: BaseGeometry) -> BaseGeometry:
    collected: BaseGeometry = COLLECT[int(shapely.get_dimensions(like))](pieces)
    return collected
