"""Healing: rings that were cut at ±180° or run along a pole become the rings that they are on a sphere."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geo.sphere import Floats

Positions = NDArray[np.int64]
DIGITS = 9
"""Of a degree: places that are the same so far are one place."""


def healed(rings: Sequence[Floats]) -> list[Floats]:
    """Take out what closed rings (degrees, land on the left) walk both ways, and join what is left; closed too."""
    numbers = np.split(_numbered(np.vstack(rings)), np.cumsum([len(ring) for ring in rings])[:-1])
    once = _walked_once(numbers)
    sound = [ring for ring, edges in zip(rings, once, strict=True) if edges.all()]
    # A run of edges ends at one vertex more than it has edges.
    parts = [(ring[vertices], places[vertices]) for ring, places, edges in zip(rings, numbers, once, strict=True)
             if not edges.all() for at in runs(edges, closed=True) for vertices in [np.append(at, at[-1] + 1)]]
    starts = {places[0]: run for run, (_part, places) in enumerate(parts)}
    following = [starts[places[-1]] for _part, places in parts]
    return sound + [_closed([parts[run][0] for run in cycle]) for cycle in cycles(following)]


def _walked_once(numbers: Sequence[Positions]) -> list[NDArray[np.bool_]]:
    """Tell for the edges of each ring, vertices given as numbers, which lead somewhere and are not walked back."""
    starts = np.concatenate([ring[:-1] for ring in numbers])
    ends = np.concatenate([ring[1:] for ring in numbers])
    count = max(starts.max(), ends.max()) + 1
    once = ~np.isin(starts * count + ends, ends * count + starts)
    return np.split(once, np.cumsum([len(ring) - 1 for ring in numbers])[:-1])


def runs(chosen: NDArray[np.bool_], *, closed: bool) -> list[Positions]:
    """List the runs of consecutive chosen positions; in a closed ring the last is followed by the first."""
    start = int(np.argmin(chosen)) if closed else 0
    order = np.roll(np.arange(len(chosen)), -start)
    found = np.flatnonzero(chosen[order])
    groups = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1)
    return [order[group] for group in groups if len(group)]


def cycles(following: Sequence[int]) -> list[list[int]]:
    """Follow each number to the next until all have been met, a list for each round."""
    waiting, found = dict.fromkeys(range(len(following))), list[list[int]]()
    while waiting:
        at, cycle = next(iter(waiting)), list[int]()
        while at in waiting:
            del waiting[at]
            cycle.append(at)
            at = following[at]
        found.append(cycle)
    return found


def _closed(parts: Sequence[Floats]) -> Floats:
    return np.vstack([*(part[:-1] for part in parts), parts[0][:1]])


def _numbered(lonlat: Floats) -> Positions:
    """Number the vertices so that the same place on the sphere has the same number."""
    lon, lat = np.round(lonlat, DIGITS).T
    lon = np.where(np.abs(lat) >= 90, 0.0, np.round(lon % 360, DIGITS) % 360)
    _unique, numbers = np.unique(np.column_stack([lon, lat]), axis=0, return_inverse=True)
    return np.asarray(numbers, dtype=np.int64).ravel()
