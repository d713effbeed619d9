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
from shapely.geometry import box
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


def recentre(geometry: BaseGeometry, *, centre: float) -> BaseGeometry:
    """Bring one geometry (-180..180, or running on beyond) into centre-180..centre+180."""
    result: BaseGeometry = recentre_all([geometry], centre=centre)[0]
    return result


def recentre_all(geometries: Iterable[BaseGeometry], *, centre: float) -> Geometries:
    """Bring geometries into centre-180..centre+180, in their order; empty ones stay empty.

    A stretch of line that runs along the seam itself is kept on both edges.
    """
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
    west, _south, east, _north = part.bounds
    start, end = centre - 180, centre + 180
    first, last = np.floor((west - start) / TURN), np.ceil((east - end) / TURN)
    if last <= first:
        return [affinity.translate(part, -TURN * first)]
    window = box(start, -ABOVE_THE_POLE, end, ABOVE_THE_POLE)
    moved = [affinity.translate(part, -TURN * turn) for turn in np.arange(first, last + 1)]
    cut = shapely.get_parts(shapely.intersection(moved, window))
    return [piece for piece in cut if _is_kept(piece, part)]


def _is_kept(piece: BaseGeometry, part: BaseGeometry) -> bool:
    if shapely.get_dimensions(piece) != shapely.get_dimensions(part):
        return False
    west, south, east, north = piece.bounds
    return bool(east - west > SLIVER or (shapely.get_dimensions(part) == 1 and north - south > SLIVER))


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
