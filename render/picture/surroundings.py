"""The surroundings of names: marks, lines, lands and boxes on a map that a name or its leader may cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point

from render.arrays import Numbers

Flags = NDArray[np.bool_]
Edges = tuple[float, float, float, float]
"""Left, bottom, right, top of a box, in points of the map."""

AIR = 1.5
"""Points kept free around a label."""
CELL = 3.0
"""Points to a cell of the grid on which lines are counted."""


@dataclass(frozen=True)
class Surroundings:
    """What labels must keep clear of; everything in points from the map's lower left corner.

    `marks` are centres of marks that are `mark` across, `taken` boxes that are not free at all, `lines`
    places along lines. `country_at` gives the code of the country at each of some points, "" at sea;
    `coloured` are the codes of those that carry a layer's colour.
    """

    wide: float
    high: float
    marks: Numbers
    mark: float
    lines: Numbers
    taken: tuple[Edges, ...]
    country_at: Callable[[Numbers], list[str]]
    coloured: frozenset[str] = frozenset()

    def free(self, boxes: Numbers) -> Flags:
        """Tell which boxes (a row each) lie inside the map, off all marks and off what is taken."""
        left, bottom, right, top = boxes.T
        free: Flags = (left >= AIR) & (bottom >= AIR) & (right <= self.wide - AIR) & (top <= self.high - AIR)
        free &= ~overlaps(boxes, self.boxes).any(axis=1)
        reach = self.mark / 2
        free[self._tree.query(shapely.box(left - reach, bottom - reach, right + reach, top + reach))[0]] = False
        return free

    def under(self, boxes: Numbers) -> Numbers:
        """Count what of the lines lies under each box, from sums over a grid that is made once."""
        sums = self._sums
        limits = np.array(sums.shape)[[0, 1, 0, 1]] - 1
        left, bottom, right, top = np.clip(np.round(boxes / CELL).astype(int), 0, limits).T
        counts: Numbers = sums[right, top] - sums[left, top] - sums[right, bottom] + sums[left, bottom]
        return counts

    def run_over(self, leaders: Numbers) -> Numbers:
        """Count the marks that each leader (x, y, to x, to y) runs over, but for those it starts at."""
        lines = shapely.linestrings(leaders.reshape(-1, 2, 2))
        number, mark = self._tree.query(lines, predicate="dwithin", distance=self.mark / 2)
        others = np.hypot(*(self.marks[mark] - leaders[number, :2]).T) > self.mark / 2
        return np.bincount(number[others], minlength=len(leaders)).astype(float)

    @cached_property
    def boxes(self) -> Numbers:
        """Give what is taken, a row each."""
        return np.array(self.taken).reshape(-1, 4)

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree([Point(x, y) for x, y in self.marks])

    @cached_property
    def _sums(self) -> Numbers:
        across, up = int(self.wide // CELL) + 1, int(self.high // CELL) + 1
        inside = ((self.lines >= 0) & (self.lines <= [self.wide, self.high])).all(axis=1)
        column, row = (self.lines[inside] // CELL).astype(int).T
        counted = np.bincount(column * up + row, minlength=across * up).reshape(across, up)
        sums: Numbers = np.pad(np.minimum(counted, 3.0).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
        return sums


def overlaps(boxes: Numbers, others: Numbers) -> Flags:
    """Tell which boxes (rows) stand in which others (columns), the air around them counted."""
    left, bottom, right, top = boxes.T[:, :, None]
    met: Flags = ((others[:, 0] < right + AIR) & (others[:, 2] > left - AIR)
                  & (others[:, 1] < top + AIR / 2) & (others[:, 3] > bottom - AIR / 2))
    return met


def cuts(leaders: Numbers, boxes: Numbers) -> Flags:
    """Tell which leaders (rows) run through which boxes (columns): the way within both pairs of sides."""
    x, y, to_x, to_y = leaders.T[:, :, None]
    left, bottom, right, top = boxes.T
    with np.errstate(divide="ignore", invalid="ignore"):
        across, up = 1 / (to_x - x), 1 / (to_y - y)
        one, two, three, four = (left - x) * across, (right - x) * across, (bottom - y) * up, (top - y) * up
    enter = np.maximum(np.minimum(one, two), np.minimum(three, four))
    leave = np.minimum(np.maximum(one, two), np.maximum(three, four))
    met: Flags = (leave > np.maximum(enter, 0)) & (enter < 1)
    return met


def crosses(leaders: Numbers, others: Numbers) -> Flags:
    """Tell which leaders (rows) cross which others (columns): the ends of each lie on both sides of the other."""
    x, y, to_x, to_y = leaders.T[:, :, None]
    x2, y2, to_x2, to_y2 = others.T
    across, up, across2, up2 = to_x - x, to_y - y, to_x2 - x2, to_y2 - y2
    starts, ends = across * (y2 - y) - up * (x2 - x), across * (to_y2 - y) - up * (to_x2 - x)
    back = across2 * (y - y2) - up2 * (x - x2), across2 * (to_y - y2) - up2 * (to_x - x2)
    met: Flags = (starts * ends < 0) & (back[0] * back[1] < 0)
    return met
