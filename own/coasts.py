"""The borders of lands in short pieces: of the few that a point is near, only their own corners need be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[Any]
Whole = NDArray[np.int64]
STEPS = 8
"""Sides of a piece: with fewer the tree grows, with more each look takes longer."""


@dataclass(frozen=True, slots=True, eq=False)
class Coasts:
    """A tree of pieces, and the land that each belongs to."""

    tree: shapely.STRtree
    lands: Whole

    def near(self, points: Shapes, distance: float) -> tuple[Whole, Whole]:
        """Pair points with the lands whose border is so near (degrees): lands and points by number, each pair once."""
        point, piece = self.tree.query(points, predicate="dwithin", distance=distance)
        land, point = np.unique(np.stack([self.lands[piece], point]), axis=1)
        return land, point


def coasts_of(lands: Shapes) -> Coasts:
    """Cut the borders of areas into pieces."""
    rings, land = shapely.get_parts(shapely.boundary(lands), return_index=True)
    corners, ring = shapely.get_coordinates(rings, return_index=True)
    first = np.searchsorted(ring, np.arange(len(rings)))
    last = np.append(first[1:], len(ring))[ring] - 1
    every = np.arange(len(ring))
    begin = every[((every - first[ring]) % STEPS == 0) & (every < last)]
    lengths = np.minimum(begin + STEPS, last[begin]) - begin + 1  # the corner at an end begins the next piece as well
    piece = np.repeat(np.arange(len(begin)), lengths)
    within = np.arange(len(piece)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    pieces: Any = shapely.linestrings(corners[begin[piece] + within], indices=piece)
    return Coasts(shapely.STRtree(pieces), land[ring[begin]])
