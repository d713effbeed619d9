"""Which lane each stretch takes: systems are laid one after the other, each where the fewest others are.

Measured as it will be seen: on Equal Earth round 150° E, 1920 pixels wide. Long systems are laid first; a
stretch takes the lane where least of it comes close to other systems, and small lanes and the lane of its
neighbours in the same system are preferred. Some rounds follow in which each system is laid again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.apart import WIDTH_PX, Lines, close_pairs, drawn_lines, to_pixels
from geo.lanes import HOME, SPACING_PX, TAPER_PX, shift
from geo.sphere import Floats
from geo.topology import Segment, Topology

HEIGHT_PX, TRUNK = 1000, "trunk"
APART_PX = 2.2  # closer than this counts as sharing; the proof asks for 1.5
LANES = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7)
ROUNDS = 6
ENOUGH, HEAVIER = 0.1, 1.5  # a pair closer than this share weighs so much more in the next round
WEIGHTY_PX = 200.0  # of a system shorter than this each px weighs more: it has fewer to be followed by
SMALL, ALIKE = 1.0, 8.0  # px of sharing that a lane farther out, or unlike its neighbour's, must save


def assign(topology: Topology, lines: Lines) -> dict[str, list[int]]:
    """Give each system's lanes, in the order of its segments; the same input gives the same lanes.

    After each round the pairs are measured; those still close weigh more in the next. The best round is given.
    """
    drawn = {cable: [to_pixels(line) for line in lines[cable]] for cable in lines}
    order = sorted(drawn, key=lambda cable: (-_size(drawn[cable]), cable))
    chart, marks = _Chart(), dict.fromkeys(drawn, np.empty(0, dtype=np.int64))
    weights = {cable: max(1.0, WEIGHTY_PX / _size(drawn[cable])) for cable in drawn}
    lanes: dict[str, list[int]] = {}
    best, least = lanes, np.inf
    for _ in range(ROUNDS):
        for cable in order:
            chart.lift(marks[cable])
            segments = topology.segments_of(cable)
            lanes[cable] = _choose(chart, segments, drawn[cable], topology, weights[cable])
            marks[cable] = chart.lay(drawn_lines(topology, cable, lines[cable], lanes[cable]))
        pairs = close_pairs(topology, lines, lanes)
        if pairs and pairs[0].share < least:
            best, least = dict(lanes), pairs[0].share
        for pair in pairs:
            if pair.share > ENOUGH:
                weights[pair.shorter] *= HEAVIER
                weights[pair.longer] *= HEAVIER
    return best


def _size(drawn: Sequence[Sequence[Floats]]) -> float:
    return sum(_length(part) for parts in drawn for part in parts)


def _choose(
    chart: _Chart,
    segments: Sequence[Segment],
    drawn: Sequence[Sequence[Floats]],
    topology: Topology,
    weight: float,
) -> list[int]:
    lanes: list[int] = []
    for segment, parts in zip(segments, drawn, strict=True):
        wanted = list(_wanted(segment, segments, lanes, topology))
        prices = [
            weight * sum(map(chart.sharing, _shifted(segment, parts, lane, topology)))
            + SMALL * abs(lane)
            + ALIKE * sum(lane != other for other in wanted)
            for lane in LANES
        ]
        lanes.append(LANES[int(np.argmin(prices))])
    return lanes


def _wanted(segment: Segment, segments: Sequence[Segment], lanes: Sequence[int], topology: Topology) -> Iterator[int]:
    """Give the lanes that would carry on smoothly what already meets this segment at a joint."""
    if segment.kind != TRUNK:
        return
    for other, lane in zip(segments, lanes, strict=False):
        if other.kind == TRUNK:
            for joint in {segment.start, segment.stop} & {other.start, other.stop}:
                if topology.nodes[joint].is_joint:
                    yield lane if (segment.start == joint) != (other.start == joint) else -lane


def _shifted(segment: Segment, parts: Sequence[Floats], lane: int, topology: Topology) -> list[Floats]:
    """Shift the parts of one segment; they run on at joints and where the map's edge cuts."""
    start = None if topology.nodes[segment.start].is_joint else HOME
    stop = None if topology.nodes[segment.stop].is_joint else HOME
    ends = [[start if index == 0 else None, stop if index == len(parts) - 1 else None] for index in range(len(parts))]
    return [
        shift(part, lane, spacing=SPACING_PX, taper=TAPER_PX, start=first, stop=last)
        for part, (first, last) in zip(parts, ends, strict=True)
    ]


class _Chart:
    """How many systems have been laid near each cell; a cell is half a pixel."""

    def __init__(self) -> None:
        self._laid = np.zeros((HEIGHT_PX * 2, WIDTH_PX * 2), dtype=np.uint8)

    def lay(self, lines: Sequence[Floats]) -> NDArray[np.int64]:
        """Mark what lies near the lines of one system; the cells are given, to lift them again."""
        reach = round(APART_PX * 2)
        near = [(x, y) for x, y in np.ndindex(2 * reach + 1, 2 * reach + 1) if np.hypot(x - reach, y - reach) <= reach]
        cells = np.concatenate([self._cells(line) for line in lines])
        steps = np.array([(y - reach) * WIDTH_PX * 2 + x - reach for x, y in near])
        marked = np.unique((cells[:, None] + steps).clip(0, self._laid.size - 1))
        self._laid.flat[marked] += 1
        return marked

    def lift(self, marked: NDArray[np.int64]) -> None:
        """Take away what a system marked."""
        self._laid.flat[marked] -= 1

    def sharing(self, line: Floats) -> float:
        """Say how many pixels of a line lie close to systems that are laid; twice where two are."""
        return float(self._laid.flat[self._cells(line)].sum()) / 2

    def _cells(self, line: Floats) -> NDArray[np.int64]:
        pace = np.r_[0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
        even = np.arange(0, pace[-1], 0.5)
        x = (np.interp(even, pace, line[:, 0]) + WIDTH_PX / 2) * 2
        y = (np.interp(even, pace, line[:, 1]) + HEIGHT_PX / 2) * 2
        column, row = (
            x.clip(0, WIDTH_PX * 2 - 1).astype(np.int64),
            y.clip(0, HEIGHT_PX * 2 - 1).astype(np.int64),
        )
        return np.asarray(row * WIDTH_PX * 2 + column)


def _length(line: Floats) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())
