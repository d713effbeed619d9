"""Labels: names set without overlap, the important ones first, with a leader where the place is crowded.

A greedy method (J. Christensen, J. Marks, S. Shieber, ACM Transactions on Graphics 14, 1995): each name takes
the free position that costs least. One that finds none may push others aside, if those find another; else it
is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from render.picture.names import BEYOND, Name
from render.picture.positions import Positions, positions_of
from render.picture.surroundings import Edges, Flags, Surroundings, crosses, cuts, overlaps

PUSHED, DEEP, TRIED = 2, 2, (0, 6, 12)
"""How many labels may be pushed aside at once, how far pushing goes on, how many positions are tried while so deep."""
PUSHING, LEFT_OUT, TOO_DEAR = 4.0, 1000.0, 10.0
"""What pushing a label seems to cost, what leaving one out does, and from where on a position is looked at again."""
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Label:
    """A name set on the map: its box in points of the map; `leader` runs from its place to the box."""

    name: Name
    box: Edges
    size: float
    leader: Edges | None = None

    @property
    def left(self) -> float:
        return self.box[0]

    @property
    def bottom(self) -> float:
        return self.box[1]


def set_labels(names: Sequence[Name], places: ArrayLike, *, size: float, around: Surroundings) -> list[Label]:
    """Set names, the most important first, at their places (points); `size` is that of the type."""
    at = np.asarray(places, dtype=float).reshape(-1, 2)
    positions = positions_of(names, at, size=size, around=around)
    board = Board(positions, np.full(len(names), NOWHERE))
    for number, name in enumerate(names):
        if not board.put(number) and name.weight < BEYOND:
            board.push(number, DEEP)
    for number in board.dear():
        board.put(number)
    for number in board.dear(TOO_DEAR):
        board.push(number, 1)
    return [_label(name, where, int(chosen), size)
            for name, where, chosen in zip(names, positions, board.chosen, strict=True) if chosen != NOWHERE]


def _label(name: Name, positions: Positions, chosen: int, size: float) -> Label:
    left, bottom, right, top = positions.boxes[chosen].tolist()
    x, y, to_x, to_y = positions.leaders[chosen].tolist()
    return Label(name, (left, bottom, right, top), size, None if np.isnan(x) else (x, y, to_x, to_y))


@dataclass
class Board:
    """Labels while they are set: the positions of each name, and the number of the one chosen, else NOWHERE."""

    positions: Sequence[Positions]
    chosen: NDArray[np.int64]

    def put(self, number: int) -> bool:
        """Choose the cheapest position of a name that is free of the others; tell whether there is one."""
        free = np.flatnonzero(~self._clashes(number)[1].any(axis=1))
        if len(free):
            self.chosen[number] = free[np.argmin(self.positions[number].costs[free])]
        return bool(len(free))

    def push(self, number: int, deep: int) -> bool:
        """Put a name where few others stand, if those find other positions and all is the cheaper for it."""
        others, clashes = self._clashes(number)
        before, cost, counts = self.chosen.copy(), self.cost, clashes.sum(axis=1)
        order = np.argsort(self.positions[number].costs + PUSHING * counts, kind="stable")
        for position in order[counts[order] <= PUSHED][:TRIED[deep]]:
            aside = [int(other) for other in others[clashes[position]]]
            self.chosen[aside] = NOWHERE
            self.chosen[number] = position
            if (all(self.put(other) or (deep > 1 and self.push(other, deep - 1)) for other in aside)
                    and self.cost < cost):
                return True
            self.chosen[:] = before
        return False

    @property
    def cost(self) -> float:
        """Sum what all positions cost; a name that is left out costs more than any position."""
        return sum(LEFT_OUT if chosen == NOWHERE else float(here.costs[chosen])
                   for here, chosen in zip(self.positions, self.chosen, strict=True))

    def dear(self, by: float = 0.0) -> list[int]:
        """List the names that stand in a position dearer than their cheapest by more than so much."""
        return [number for number, chosen in enumerate(self.chosen)
                if chosen != NOWHERE and self.positions[number].costs[chosen] > self.positions[number].costs.min() + by]

    def _clashes(self, number: int) -> tuple[NDArray[np.int64], Flags]:
        """Give the labels near a name, and which of its positions (rows) clash with them (columns)."""
        mine = self.positions[number]
        others = [other for other in np.flatnonzero(self.chosen != NOWHERE).tolist()
                  if other != number and self.positions[other].meets(mine)]
        boxes = np.array([self.positions[other].boxes[self.chosen[other]] for other in others]).reshape(-1, 4)
        leaders = np.array([self.positions[other].leaders[self.chosen[other]] for other in others]).reshape(-1, 4)
        clashes = overlaps(mine.boxes, boxes)
        to, from_it = ~np.isnan(leaders[:, 0]), ~np.isnan(mine.leaders[:, 0])
        clashes[:, to] |= cuts(leaders[to], mine.boxes).T
        clashes[from_it] |= cuts(mine.leaders[from_it], boxes)
        clashes[np.ix_(from_it, to)] |= crosses(mine.leaders[from_it], leaders[to])
        return np.array(others, dtype=np.int64), clashes
