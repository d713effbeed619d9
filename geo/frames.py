"""Frames: the boxes a map zooms to; west > east crosses 180°."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Frame = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
WORLD: Frame = (-180.0, -90.0, 180.0, 90.0)


def width(frame: Frame) -> float:
    """Give how many degrees of longitude a frame spans, 0..360."""
    west, _south, east, _north = frame
    return east - west if east >= west else east - west + 360


def holding(frames: Iterable[Frame]) -> Frame:
    """Give the smallest frame that holds them all, which leaves out the widest gap in longitude."""
    boxes = list(frames)
    west, east = _arc([(box[0], width(box)) for box in boxes])
    return (west, min(box[1] for box in boxes), east, max(box[3] for box in boxes))


def frame_of(shapes: NDArray[Any]) -> Frame:
    """Give the smallest frame that holds shapes of -180..180, each of which stays on one side of 180°."""
    bounds = [tuple(map(float, row)) for row in shapely.bounds(shapes)]
    return holding([(west, south, east, north) for west, south, east, north in bounds])


def _arc(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """Give west and east of the shortest arc that covers spans of (west, degrees)."""
    starts = sorted((start % 360, degrees) for start, degrees in spans)
    reach = np.maximum.accumulate([start + degrees for start, degrees in starts])
    following = [start for start, _ in starts[1:]] + [starts[0][0] + 360]
    gaps = np.array(following) - reach
    # An arc that runs over 360° covers the first starts again, so the last gap counts from there.
    gaps[:-1] = np.minimum(gaps[:-1], np.array(following[:-1]) - (reach[-1] - 360))
    widest = int(np.argmax(gaps))
    if gaps[widest] <= 0:
        return WORLD[0], WORLD[2]
    return _signed(following[widest]), _signed(float(reach[widest]))


def _signed(lon: float) -> float:
    """Write a longitude as -180 < lon <= 180."""
    return round(180 - (180 - lon) % 360, 9)
