"""Frames: the boxes a map zooms to; west > east crosses 180°."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
WORLD: Frame = (-180.0, -90.0, 180.0, 90.0)
FAR_ISLAND = 1 / 200
"""A part smaller than this share of its country's largest part does not widen the country's frame."""
MARGIN = 0.05
"""Share of the longer side that is left free around a country."""
SMALLEST = 0.6
"""Degrees: the frame of the smallest country still shows where it lies."""


def read_frame(row: Mapping[Any, str]) -> Frame:
    """Read the frame that a row of a table gives (columns west, south, east, north)."""
    return (float(row["west"]), float(row["south"]), float(row["east"]), float(row["north"]))


def width(frame: Frame) -> float:
    """Give how many degrees of longitude a frame spans, 0..360."""
    west, _south, east, _north = frame
    return east - west if east >= west else east - west + 360


def holding(frames: Iterable[Frame]) -> Frame:
    """Give the smallest frame that holds them all, which leaves out the widest gap in longitude."""
    boxes = list(frames)
    west, east = _arc([(box[0], width(box)) for box in boxes])
    return (west, min(box[1] for box in boxes), east, max(box[3] for box in boxes))


def main_frame(outline: BaseGeometry, *, smallest: float = SMALLEST) -> Frame:
    """Give the frame of a shape's main parts with a margin and at least `smallest` degrees; lines may run past ±180."""
    parts = shapely.get_parts(outline)
    areas = shapely.area(parts)
    bounds = shapely.bounds(parts[areas >= areas.max() * FAR_ISLAND]).tolist()
    return _with_margin(holding((west, south, east, north) for west, south, east, north in bounds), smallest)


def middle(frame: Frame) -> tuple[float, float]:
    """Give the middle of a frame (lon, lat)."""
    west, south, _east, north = frame
    return _signed(west + width(frame) / 2), (south + north) / 2


def rounded(frame: Frame) -> Frame:
    """Write a frame as finely as an address does: about ten metres."""
    west, south, east, north = (round(edge, 4) + 0.0 for edge in frame)
    return (west, south, east, north)


def _with_margin(frame: Frame, smallest: float) -> Frame:
    west, south, east, north = frame
    side = max(width(frame), north - south)
    margin = max(side * MARGIN, (smallest - side) / 2)
    west, east = _signed(west - margin), _signed(east + margin)
    return (west, max(south - margin, -90.0), east, min(north + margin, 90.0))


def _arc(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Give west and east of the shortest arc that covers spans of (west, degrees)."""
    starts = sorted((start % 360, degrees) for start, degrees in spans)
    reach: NDArray[np.float64] = np.maximum.accumulate([start + degrees for start, degrees in starts])
    ends = np.maximum(reach, reach[-1] - 360)  # what runs over 360° comes back in the west
    following = np.array([start for start, _degrees in starts[1:]] + [starts[0][0] + 360])
    widest = int(np.argmax(following - ends))
    if following[widest] <= ends[widest]:
        return WORLD[0], WORLD[2]
    return _signed(float(following[widest])), _signed(float(ends[widest]))


def _signed(lon: float) -> float:
    """Write a longitude as -180 < lon <= 180."""
    return round(180 - (180 - lon) % 360, 9)
