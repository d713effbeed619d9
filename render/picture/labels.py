"""Labels: names set without overlap, the important ones first, with a leader where the place is crowded.

A greedy method (J. Christensen, J. Marks, S. Shieber, ACM Transactions on Graphics 14, 1995): each name takes
the free position that covers the least of lines and of other countries; one that finds none is left out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from render.picture.fonts import width_of
from render.picture.names import AROUND, Name

Numbers = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

ROOMY = 0.5
"""A country at least so many label widths across has its name on it, others have it beside them."""
TIGHT = 1.05
"""Height of a label, in sizes of its type."""
AIR = 1.5
"""Points kept free around a label."""
NEAR, FAR = 2.5, (13.0, 22.0, 34.0)
"""Points from a place to its name: beside it, and at the end of a leader."""
SIDES = (0, 180, 90, 270, 45, 315, 135, 225)
TURNS = tuple(range(0, 360, 30))
CELL = 3.0
"""Points to a cell of the grid on which lines are counted."""
LEADER_STEPS = 8
SAMPLED = (0.1, 0.5, 0.9)
"""Where along a label it is asked what land it covers, in shares of its length."""
COLOURED, PLAIN, AWAY, LATER = 4.0, 1.0, 4.0, 0.3
"""What covering another country, coloured or plain, a leader, and each later place in the list cost, in cells."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name set on the map: its lower left corner in points of the map; `leader` starts at its place."""

    name: Name
    left: float
    bottom: float
    width: float
    size: float
    leader: Box | None = None

    @property
    def box(self) -> Box:
        return self.left, self.bottom, self.left + self.width, self.bottom + self.size * TIGHT


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
    taken: tuple[Box, ...]
    country_at: Callable[[Numbers], list[str]]
    coloured: frozenset[str] = frozenset()

    def is_free(self, box: Box, boxes: Numbers) -> bool:
        """Tell whether a box lies inside the map, off all marks and off other boxes."""
        left, bottom, right, top = box
        if left < AIR or bottom < AIR or right > self.wide - AIR or top > self.high - AIR:
            return False
        met = ((boxes[:, 0] < right + AIR) & (boxes[:, 2] > left - AIR)
               & (boxes[:, 1] < top + AIR / 2) & (boxes[:, 3] > bottom - AIR / 2))
        if met.any():
            return False
        reach = self.mark / 2
        return not _within(self.marks, (left - reach, bottom - reach, right + reach, top + reach)).any()

    def covered(self, box: Box) -> float:
        """Count what of the lines lies under a box, from sums over a grid that is made once."""
        sums = self._sums
        limits = np.array(sums.shape)[[0, 1, 0, 1]] - 1
        left, bottom, right, top = np.clip(np.round(np.array(box) / CELL).astype(int), 0, limits)
        return float(sums[right, top] - sums[left, top] - sums[right, bottom] + sums[left, bottom])

    @cached_property
    def _sums(self) -> Numbers:
        bins = math.ceil(self.wide / CELL), math.ceil(self.high / CELL)
        counted, _x, _y = np.histogram2d(self.lines[:, 0], self.lines[:, 1], bins=bins,
                                         range=[[0, bins[0] * CELL], [0, bins[1] * CELL]])
        return np.pad(np.minimum(counted, 3).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def set_labels(
    names: Sequence[Name], places: Sequence[tuple[float, float]], *, size: float, around: Surroundings
) -> list[Label]:
    """Set names, the most important first, at their places (points); `size` is that of the type."""
    labels, boxes, leaders = list[Label](), list(around.taken), np.empty((0, 2))
    for name, (x, y) in zip(names, places, strict=True):
        positions = _candidates(name, x, y, size, around.mark)
        set_boxes = np.array(boxes).reshape(-1, 4)
        free = [label for label in positions
                if around.is_free(label.box, set_boxes) and not _is_crossed(label, set_boxes, leaders)]
        if free:
            chosen = free[int(np.argmin(_costs(free, around)))]
            labels.append(chosen)
            boxes.append(chosen.box)
            leaders = np.vstack([leaders, _along(chosen)])
    return labels


def _along(label: Label) -> Numbers:
    """List places along a label's leader, none if it has none."""
    if label.leader is None:
        return np.empty((0, 2))
    x, y, to_x, to_y = label.leader
    return np.column_stack([np.linspace(x, to_x, LEADER_STEPS), np.linspace(y, to_y, LEADER_STEPS)])


def _is_crossed(label: Label, boxes: Numbers, leaders: Numbers) -> bool:
    """Tell whether a leader runs over a label: an earlier one over this, or this one's over an earlier."""
    if _within(leaders, label.box).any():
        return True
    x, y = _along(label).T[:, :, None]
    left, bottom, right, top = boxes.T
    return bool(((x > left) & (x < right) & (y > bottom) & (y < top)).any())


def _within(points: Numbers, box: Box) -> NDArray[np.bool_]:
    x, y = points[:, 0], points[:, 1]
    inside: NDArray[np.bool_] = (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
    return inside


def _costs(labels: Sequence[Label], around: Surroundings) -> Numbers:
    """Weigh positions of one name: lines and other lands that it would cover, and its place in the list."""
    samples = np.array([(label.left + label.width * share, label.bottom + label.size / 2)
                        for label in labels for share in SAMPLED])
    # A dot has no land to be written on, not even its own country's.
    own = "" if labels[0].name.is_dotted else labels[0].name.iso_a3
    foreign = np.array([0.0 if code in ("", own) else COLOURED if code in around.coloured else PLAIN
                        for code in around.country_at(samples)])
    lines = np.array([around.covered(label.box) for label in labels])
    costs: Numbers = (lines + foreign.reshape(len(labels), -1).sum(axis=1) + np.arange(len(labels)) * LATER
                      + [AWAY if label.leader else 0.0 for label in labels])
    return costs


def _candidates(name: Name, x: float, y: float, size: float, mark: float) -> Iterator[Label]:
    """List the positions for a name: on a large country, beside a small one, then away with a leader.

    What is only around the places asked for gets no leader.
    """
    width = width_of(name.text, size)
    if name.room >= width * ROOMY:
        yield Label(name, x - width / 2, y - size * 0.4, width, size)
        yield from (_beside(name, x, y, width, size, angle, 7.0) for angle in (90, 270))
        return
    yield from (_beside(name, x, y, width, size, angle, NEAR + mark / 2) for angle in SIDES)
    if name.weight >= AROUND:
        return
    for distance in FAR:
        for angle in TURNS:
            label = _beside(name, x, y, width, size, angle, distance)
            yield Label(name, label.left, label.bottom, width, size, _leader(label, x, y))


def _beside(name: Name, x: float, y: float, width: float, size: float, angle: int, distance: float) -> Label:
    """Put a label's nearest edge at a distance from its place, in a direction (degrees from east)."""
    across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    left = x + across * distance + (across - 1) * width / 2
    bottom = y + up * distance + (up - 1) * size * TIGHT / 2
    return Label(name, left, bottom, width, size)


def _leader(label: Label, x: float, y: float) -> Box:
    left, bottom, right, top = label.box
    return x, y, min(max(x, left), right), min(max(y, bottom), top)
