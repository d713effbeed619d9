"""Positions: where a name may stand, on its land, beside its place or away with a leader, and what each costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from render.arrays import Numbers
from render.picture.fonts import width_of
from render.picture.names import AROUND, MEMBER, Name
from render.picture.surroundings import AIR, Edges, Flags, Surroundings, cuts

ROOMY = 0.5
"""A country at least so many label widths across has its name on it, others have it beside them."""
TIGHT = 1.05
"""Height of a label, in sizes of its type."""
NEAR, FAR, FARTHER = 2.5, (13.0, 22.0, 34.0), (48.0, 66.0, 90.0)
"""Points from a place to its name: beside it, at the end of a leader, and of a long one."""
SAMPLED, PASSED = (0.1, 0.5, 0.9), (0.35, 0.65, 0.95)
"""Where along a label and along a leader it is asked what land is there, in shares of the length."""
COLOURED, PLAIN, AWAY, LATER = 12.0, 7.0, 4.0, 0.3
"""What covering another country, coloured or plain, a leader, and each later place in the list cost, in cells."""
HIDING, FURTHER = 10.0, 0.3
"""From so many cells of lines under a name on, a further one costs only this share: it is a crowd in any case."""
REACH, OVER, ASTRAY = 0.2, 2.5, 6.0
"""What a point of a leader costs, a mark or coloured land under it, and a name whose middle is off its own land."""

Whole = NDArray[np.int64]


def _towards(*degrees: float) -> Numbers:
    """Give the ways (x, y) in these directions, in degrees from east."""
    turns = np.radians(degrees)
    return np.column_stack([np.cos(turns), np.sin(turns)])


SIDES, TURNS = _towards(0, 180, 90, 270, 45, 315, 135, 225), _towards(*range(0, 360, 30))
ABOUT = np.array([(across, up) for across in (0.0, 0.15, -0.15, 0.3, -0.3) for up in (0.0, 0.12, -0.12, 0.24, -0.24)])
"""Where a name stands on a large country besides its middle, in shares of how far across that is."""

PARTS = ("boxes", "leaders", "costs")


@dataclass(frozen=True)
class Positions:
    """The positions that are open to a name, a row each: its box, its leader (nan where none), its cost."""

    boxes: Numbers
    leaders: Numbers
    costs: Numbers

    def meets(self, other: Positions) -> bool:
        """Tell whether these and the positions of another name can be in each other's way."""
        left, bottom, right, top = self._edges
        left2, bottom2, right2, top2 = other._edges
        return left < right2 and left2 < right and bottom < top2 and bottom2 < top

    @cached_property
    def _edges(self) -> Edges:
        if not len(self.boxes):
            return 0.0, 0.0, 0.0, 0.0
        ends = np.vstack([self.boxes[:, :2], self.boxes[:, 2:], self.leaders[:, :2]])
        (left, bottom), (right, top) = np.nanmin(ends, axis=0) - AIR, np.nanmax(ends, axis=0) + AIR
        return float(left), float(bottom), float(right), float(top)


def positions_of(names: Sequence[Name], places: Numbers, *, size: float, around: Surroundings) -> list[Positions]:
    """List the positions of each name at its place (points) that are clear of marks, with their costs."""
    if not names:
        return []
    listed = [_listed(name, place, size, around.mark) for name, place in zip(names, places, strict=True)]
    every = Positions(*(np.concatenate([getattr(each, part) for each, _on in listed]) for part in PARTS))
    on_land = np.concatenate([on for _each, on in listed])
    owners = np.repeat(np.arange(len(names)), [len(on) for _each, on in listed])
    free = around.free(every.boxes) & ~cuts(every.leaders, around.boxes).any(axis=1)
    boxes, leaders, owners = every.boxes[free], every.leaders[free], owners[free]
    under = around.under(boxes)
    costs = (every.costs[free] + np.minimum(under, HIDING + (under - HIDING) * FURTHER)
             + _foreign(names, owners, boxes, on_land[free], around) + _led(names, owners, leaders, around))
    ends = np.searchsorted(owners, np.arange(1, len(names)))
    split = (np.split(part, ends) for part in (boxes, leaders, costs))
    return [Positions(*parts) for parts in zip(*split, strict=True)]


def _listed(name: Name, at: Numbers, size: float, mark: float) -> tuple[Positions, Flags]:
    """List the positions of a name at a place, the best first, and whether each is on the land that it names.

    A name is on a large country, beside a small one, then away with a leader, a long one only for what has rows;
    what is only around the places asked for gets none.
    """
    half = np.array([width_of(name.text, size), size * TIGHT]) / 2
    is_on = bool(name.room >= half[0] * 2 * ROOMY)
    if is_on:
        near = at + np.array([0, size * 0.1]) + (ABOUT if name.weight < AROUND else ABOUT[:3]) * name.room
    else:
        near = at + SIDES * (NEAR + mark / 2 + half)
    distances = FAR + FARTHER if name.weight < MEMBER else FAR if name.weight < AROUND else ()
    middles = np.vstack([near, *(at + TURNS * (distance + half) for distance in distances)])
    boxes, leaders = np.hstack([middles - half, middles + half]), np.full((len(middles), 4), np.nan)
    leaders[len(near):, :2] = at
    leaders[len(near):, 2:] = np.clip(at, boxes[len(near):, :2], boxes[len(near):, 2:])
    numbers = np.arange(len(middles), dtype=float)
    return Positions(boxes, leaders, numbers * LATER), (numbers < len(near)) & is_on


def _foreign(names: Sequence[Name], owners: Whole, boxes: Numbers, on_land: Flags, around: Surroundings) -> Numbers:
    """Weigh the land that is not the name's own under each box."""
    across = boxes[:, [0]] + (boxes[:, [2]] - boxes[:, [0]]) * np.array(SAMPLED)
    up = np.repeat((boxes[:, [1]] + boxes[:, [3]]) / 2, len(SAMPLED), axis=1)
    weights, own = _weights(names, owners, np.dstack([across, up]), around)
    has_land = np.array([bool(name.iso_a3) for name in names])[owners]  # a zone at sea has none
    costs: Numbers = weights.sum(axis=1) + ASTRAY * (on_land & has_land & ~own[:, 1])
    return costs


def _led(names: Sequence[Name], owners: Whole, leaders: Numbers, around: Surroundings) -> Numbers:
    """Weigh leaders: their length, the marks and the other coloured lands that they run over; 0 for none."""
    costs, led = np.zeros(len(leaders)), ~np.isnan(leaders[:, 0])
    starts, ways = leaders[led, :2], leaders[led, 2:] - leaders[led, :2]
    places = starts[:, None] + ways[:, None] * np.array(PASSED)[:, None]
    weights, _own = _weights(names, owners[led], places, around)
    costs[led] = (AWAY + REACH * np.hypot(*ways.T)
                  + OVER * (around.run_over(leaders[led]) + (weights == COLOURED).sum(axis=1)))
    return costs


def _weights(names: Sequence[Name], owners: Whole, places: Numbers, around: Surroundings) -> tuple[Numbers, Flags]:
    """Weigh what land lies at places (rows of places of x, y), and tell where it is the name's own."""
    codes = np.array(around.country_at(places.reshape(-1, 2)), dtype="U8").reshape(places.shape[:2])
    # A dot has no land to be written on, not even its own country's.
    mine = np.array(["" if name.is_dotted else name.iso_a3 for name in names], dtype="U8")[owners, None]
    own = (codes == mine) & (codes != "")
    costs = np.where(np.isin(codes, list(around.coloured)), COLOURED, PLAIN)
    costs[own | (codes == "")] = 0.0
    return costs, own
