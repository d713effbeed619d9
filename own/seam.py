"""Shapes that cross 180°: a jump of more than half a turn is taken for the short way round, then cut at the seam."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LinearRing, LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.meridian import COLLECT, TURN, recentre

Floats = NDArray[np.float64]
HALF = TURN / 2
POLE = 90.0
ROUNDING = 1e-9


def jumping(vertices: Floats, index: NDArray[np.int64]) -> NDArray[np.int64]:
    """Name the shapes in which neighbouring vertices stand more than half a turn apart, or part from part."""
    jumps = np.abs(np.diff(vertices[:, 0])) > HALF
    same_shape = index[:-1] == index[1:]
    result: NDArray[np.int64] = np.unique(index[:-1][jumps & same_shape])
    return result


def unwrapped(shape: BaseGeometry) -> BaseGeometry | None:
    """Let the longitudes of a shape run on where they jumped; None when nothing in it jumps."""
    parts = list(shapely.get_parts(shape))
    if not any(_jumps(ring) for part in parts for ring in _rings(part)):
        return None
    if shapely.get_dimensions(shape) == 1:
        return collected([LineString(run_on(shapely.get_coordinates(part))) for part in parts], 1)
    return collected([_area(part) for part in parts], 2)


def within(shape: BaseGeometry) -> BaseGeometry:
    """Bring a valid shape into -180..180, cut at the seam."""
    return recentre(shape, centre=0)


def run_on(vertices: Floats) -> Floats:
    """Continue longitudes over the seam; a step along the frame of a map, from -180 to 180, is none over it."""
    steps = np.diff(vertices[:, 0])
    over = (np.abs(steps) > HALF) & (np.abs(steps) < TURN - ROUNDING)
    shift = np.concatenate([[0.0], np.cumsum(np.where(over, -np.sign(steps) * TURN, 0.0))])
    return np.column_stack([vertices[:, 0] + shift, vertices[:, 1]])


def _jumps(ring: BaseGeometry) -> bool:
    vertices = shapely.get_coordinates(ring)
    return not np.array_equal(run_on(vertices), vertices)


def _rings(part: BaseGeometry) -> Iterable[BaseGeometry]:
    return [part.exterior, *part.interiors] if isinstance(part, Polygon) else [part]


def _area(part: Any) -> Polygon:
    outer = _closed(run_on(shapely.get_coordinates(part.exterior)))
    west = outer[:, 0].min()
    holes = [run_on(shapely.get_coordinates(hole)) for hole in part.interiors]
    moved = [hole - [TURN * np.floor((hole[:, 0].min() - west) / TURN), 0.0] for hole in holes]
    return Polygon(LinearRing(outer), [LinearRing(hole) for hole in moved if len(hole) > 3])


def _closed(ring: Floats) -> Floats:
    """Close a ring that runs once round the earth over the pole that it lies nearer to."""
    if abs(ring[0, 0] - ring[-1, 0]) < HALF:
        return ring
    pole = POLE if ring[:, 1].mean() > 0 else -POLE
    return np.vstack([ring, [ring[-1, 0], pole], [ring[0, 0], pole], ring[0]])


def collected(parts: list[Any], dimension: int) -> BaseGeometry:
    """Put parts of one dimension together; a single one stays as it is."""
    whole: BaseGeometry = parts[0] if len(parts) == 1 else COLLECT[dimension](np.array(parts, dtype=object))
    return whole
