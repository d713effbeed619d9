"""Squares of the earth that lie whole in one country, or well out at sea: a point in them needs no closer look."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]
Whole = NDArray[np.int64]
SIDE = 2.0
"""Degrees: four fifths of all such squares are sure, and looking at all of them takes a quarter of a second."""
ACROSS, UP = int(360 / SIDE), int(180 / SIDE)
AT_SEA, UNSURE = -1, -2


def sure_squares(lands: Shapes, *, near: float) -> Whole:
    """Tell of each square, by row from the south-west, which land fills it, AT_SEA, or UNSURE.

    At sea is what no land is `near` (degrees) to; where a second land is, the square is unsure.
    """
    west, south = np.meshgrid(np.arange(ACROSS) * SIDE - 180, np.arange(UP) * SIDE - 90)
    tree = shapely.STRtree(shapely.box(west, south, west + SIDE, south + SIDE).ravel())
    _land, beside = tree.query(lands, predicate="dwithin", distance=near)
    land, filled = tree.query(lands, predicate="covers")
    count = np.bincount(beside, minlength=ACROSS * UP)
    squares = np.where(count, UNSURE, AT_SEA)
    squares[filled] = np.where(count[filled] == 1, land, UNSURE)
    return squares


def square_of(points: Shapes) -> Whole:
    """Give the number of the square that each point (WGS 84) stands in; one on an edge stands in both."""
    lon, lat = shapely.get_coordinates(points).T
    column = np.clip(((lon + 180) // SIDE).astype(np.int64), 0, ACROSS - 1)
    row = np.clip(((lat + 90) // SIDE).astype(np.int64), 0, UP - 1)
    result: Whole = row * ACROSS + column
    return result
