"""Crowds: more points than can be drawn one by one, gathered into the cells of a paper or a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]

GAP = 0.06
"""What stays free around the fullest circle, in shares of its cell."""
LEAST = 0.22
"""How far across a circle is at the least, in shares of its cell: one that is smaller has no colour to be seen."""
FAR = 1_000_000
"""Cells across a map, more than any has: what tells a cell's number in its row from the row's."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells that hold points, from the lower left row by row; a line of each array is a cell.

    A circle lies wholly within its cell, as near as that allows to the middle of its points, so that no two ever lie
    on each other; a point that is alone in its cell stays in its place. `across` is 0 there: it is no circle.
    """

    places: Numbers  # (n, 2), in the unit of the points
    across: Numbers  # diameters of the circles, in the same unit
    counts: Whole
    looks: Whole  # the commonest look of the cell's points, of equally common ones the first
    alike: Whole  # how many of its points have that look
    firsts: Whole  # the number of its first point

    def __len__(self) -> int:
        return len(self.counts)


def gather(places: Numbers, looks: Whole, *, cell: tuple[float, float], rows: Whole | None = None) -> Cells:
    """Gather points (x, y) with their looks (numbers from 0) into cells so wide and high; the first starts at 0, 0.

    The area of a circle is to that of the fullest one as their counts, but for the smallest, which stay visible.
    Where `rows` names the row of each point, a row counts once in a cell, by its first point there.
    """
    sides = np.asarray(cell, dtype=float)
    at = np.floor(places / sides).astype(np.int64)
    keys = at[:, 1] * FAR + at[:, 0]
    if rows is not None and len(once := _once(keys, rows)) < len(keys):
        cells = gather(places[once], looks[once], cell=cell)
        return replace(cells, firsts=once[cells.firsts])
    keys, firsts, owner = np.unique(keys, return_index=True, return_inverse=True)
    counts = np.bincount(owner, minlength=len(keys)).astype(np.int64)
    commonest, alike = _commonest(owner, looks, len(keys))
    across = _across(counts, float(sides.min()))
    corners = at[firsts] * sides
    middles = np.column_stack([np.bincount(owner, places[:, axis], minlength=len(keys)) / counts for axis in (0, 1)])
    reach = across[:, None] / 2
    within = np.clip(middles, corners + reach, corners + sides - reach)
    return Cells(np.where(counts[:, None] == 1, places[firsts], within), across, counts, commonest, alike, firsts)


def _once(keys: Whole, rows: Whole) -> Whole:
    """Give the first point of each row in each cell, in their order."""
    order = np.lexsort((rows, keys))
    is_new = np.ones(len(order), dtype=np.bool_)
    is_new[1:] = (np.diff(keys[order]) != 0) | (np.diff(rows[order]) != 0)
    return np.sort(order[is_new]).astype(np.int64)


def _commonest(owner: Whole, looks: Whole, count: int) -> tuple[Whole, Whole]:
    """Give the commonest look of each cell, and how many of its points have it."""
    kinds = int(looks.max(initial=0)) + 1
    table = np.bincount(owner * kinds + looks, minlength=count * kinds).reshape(count, kinds)
    return table.argmax(axis=1).astype(np.int64), table.max(axis=1, initial=0).astype(np.int64)


def _across(counts: Whole, side: float) -> Numbers:
    """Give the diameters of circles in cells of a side; a single point has none."""
    shares = np.sqrt(counts / counts.max(initial=1))
    across: Numbers = np.where(counts > 1, np.maximum(shares * (1 - GAP), LEAST) * side, 0.0)
    return across
