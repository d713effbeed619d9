"""Labels: names set without overlap, the important ones first, with a leader where the place is crowded.

A greedy method (J. Christensen, J. Marks, S. Shieber, ACM Transactions on Graphics 14, 1995, "point selection"):
each name takes the free position that covers the fewest lines; one that finds none is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from render.fonts import width_of
from render.names import Name

Numbers = NDArray[np.float64]

TIGHT = 1.05
"""Height of a label, in sizes of its type."""
AIR = 1.5
"""Points kept free around a label."""
NEAR, FAR = 4.5, (13.0, 22.0, 34.0)
"""Points from a place to its name: beside it, and at the end of a leader."""
SIDES = (0, 180, 90, 270, 45, 315, 135, 225)
AROUND = tuple(range(0, 360, 30))
CELL = 3.0
"""Points to a cell of the grid on which lines are counted."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name set on the map: left end and baseline in points of the map; `leader` starts at its place."""

    name: Name
    left: float
    bottom: float
    width: float
    size: float
    leader: tuple[float, float, float, float] | None = None

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.left, self.bottom, self.left + self.width, self.bottom + self.size * TIGHT


class Ink:
    """What lines already cover, on a grid; asked how much of it a label would hide."""

    def __init__(self, points: Numbers, wide: float, high: float) -> None:
        bins = max(1, math.ceil(wide / CELL)), max(1, math.ceil(high / CELL))
        counted, _x, _y = np.histogram2d(points[:, 0], points[:, 1], bins=bins,
                                         range=[[0, bins[0] * CELL], [0, bins[1] * CELL]])
        self._sums = np.pad(np.minimum(counted, 3).cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))

    def under(self, box: tuple[float, float, float, float]) -> float:
        """Count what lies under a box (left, bottom, right, top in points)."""
        limits = np.array(self._sums.shape)[[0, 1, 0, 1]] - 1
        left, bottom, right, top = np.clip(np.round(np.array(box) / CELL).astype(int), 0, limits)
        sums = self._sums
        return float(sums[right, top] - sums[left, top] - sums[right, bottom] + sums[left, bottom])


def set_labels(
    names: Sequence[Name], places: Numbers, *, size: float, map_size: tuple[float, float], marks: Numbers,
    mark_size: float, lines: Numbers, taken: Sequence[tuple[float, float, float, float]] = (),
) -> list[Label]:
    """Set the names at their places; everything in points from the map's lower left corner."""
    ink, labels, boxes = Ink(lines, *map_size), list[Label](), list(taken)
    for name, place in zip(names, places, strict=True):
        free = [label for label in _candidates(name, place, size, mark_size)
                if _is_inside(label, map_size) and _is_free(label, boxes, marks, mark_size)]
        if free:
            # Positions come in the order of preference, each a little dearer than the one before it.
            costs = [ink.under(label.box) + number * 0.4 for number, label in enumerate(free)]
            labels.append(free[int(np.argmin(costs))])
            boxes.append(labels[-1].box)
    return labels


def _candidates(name: Name, place: Numbers, size: float, mark_size: float) -> Iterator[Label]:
    """List the positions for a name: on a large country, beside a small one, then away with a leader."""
    x, y, width = float(place[0]), float(place[1]), width_of(name.text, size)
    beside = [_beside(name, x, y, width, size, angle, NEAR + mark_size / 2 - 2) for angle in SIDES]
    if name.room >= width * 0.6:
        yield Label(name, x - width / 2, y - size * 0.4, width, size)
        yield from (_beside(name, x, y, width, size, angle, 7.0) for angle in (90, 270))
        return
    yield from beside
    for distance in FAR:
        for angle in AROUND:
            label = _beside(name, x, y, width, size, angle, distance)
            yield Label(name, label.left, label.bottom, width, size, _leader(label, x, y))


def _beside(name: Name, x: float, y: float, width: float, size: float, angle: int, distance: float) -> Label:
    """Put a label's nearest edge at a distance from its place, in a direction (degrees from east)."""
    across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    left = x + across * distance + (across - 1) * width / 2
    bottom = y + up * distance + (up - 1) * size * TIGHT / 2
    return Label(name, left, bottom, width, size)


def _leader(label: Label, x: float, y: float) -> tuple[float, float, float, float]:
    left, bottom, right, top = label.box
    return x, y, min(max(x, left), right), min(max(y, bottom), top)


def _is_inside(label: Label, map_size: tuple[float, float]) -> bool:
    left, bottom, right, top = label.box
    return left >= AIR and bottom >= AIR and right <= map_size[0] - AIR and top <= map_size[1] - AIR


def _is_free(label: Label, boxes: Sequence[tuple[float, ...]], marks: Numbers, mark_size: float) -> bool:
    left, bottom, right, top = label.box
    if boxes:
        taken = np.array(boxes)
        clear = ((taken[:, 0] > right + AIR) | (taken[:, 2] < left - AIR)
                 | (taken[:, 1] > top + AIR / 2) | (taken[:, 3] < bottom - AIR / 2))
        if not clear.all():
            return False
    reach = mark_size / 2
    x, y = marks[:, 0], marks[:, 1]
    under = (x > left - reach) & (x < right + reach) & (y > bottom - reach) & (y < top + reach)
    return not under.any()
