"""Areas of a slide: rectangles in points from its upper left corner, and how a slide's body is shared out."""

from __future__ import annotations

from dataclasses import dataclass

from render.slides.shapes import EMU_PER_POINT

GAP = 14.0
HEAD, FOOT, NOTE = 20.0, 42.0, 26.0
"""Heights: of the line with subtitle and stamp, of the sources at the foot, of the notes under a map."""
OWN_FEET = 15.0
SHARE = 0.56
"""The share of the body's width that a map beside facts takes."""
WIDE_SHARE = 0.66
"""The share of the body's height that a map above facts takes."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; points from the upper left of the slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def emu(self) -> tuple[int, int, int, int]:
        """Give left, top, width and height in EMU."""
        left, top, width, height = (round(side * EMU_PER_POINT)
                                    for side in (self.left, self.top, self.width, self.height))
        return left, top, width, height

    def cut(self, *, left: float = 0.0, top: float = 0.0, right: float = 0.0, bottom: float = 0.0) -> Area:
        """Take strips away at the sides."""
        return Area(self.left + left, self.top + top, self.width - left - right, self.height - top - bottom)

    def overlaps(self, other: Area, *, slack: float = 0.5) -> bool:
        """Tell whether two areas share more than a sliver of `slack` points."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def holds(self, other: Area, *, slack: float = 0.5) -> bool:
        """Tell whether another area lies within this one."""
        return (other.left >= self.left - slack and other.top >= self.top - slack
                and other.right <= self.right + slack and other.bottom <= self.bottom + slack)


@dataclass(frozen=True, slots=True)
class Room:
    """Where everything stands between the title of a slide and its footers."""

    body: Area
    own_feet: bool = False  # date, name and number stand in it, for the template has no place for them

    @property
    def feet(self) -> Area:
        """Give the line of our own footers at the foot of the body."""
        return Area(self.body.left, self.body.bottom - OWN_FEET, self.body.width, OWN_FEET)

    @property
    def head(self) -> Area:
        return Area(self.body.left, self.body.top, self.body.width, HEAD)

    @property
    def foot(self) -> Area:
        bottom = self.body.bottom - (OWN_FEET if self.own_feet else 0.0)
        return Area(self.body.left, bottom - FOOT, self.body.width, FOOT)

    @property
    def middle(self) -> Area:
        """Give what is left between head and foot."""
        return self.body.cut(top=HEAD + GAP / 2, bottom=self.body.bottom - self.foot.top + GAP / 2)

    def beside(self) -> tuple[Area, Area]:
        """Share the middle between a map on the left and facts on the right."""
        middle = self.middle
        wide = round(middle.width * SHARE)
        return (Area(middle.left, middle.top, wide, middle.height),
                Area(middle.left + wide + GAP, middle.top, middle.width - wide - GAP, middle.height))

    def stacked(self) -> tuple[Area, Area]:
        """Share the middle between a wide map and the facts under it."""
        middle = self.middle
        high = round(middle.height * WIDE_SHARE)
        return (Area(middle.left, middle.top, middle.width, high),
                Area(middle.left, middle.top + high + GAP / 2, middle.width, middle.height - high - GAP / 2))


def columns(area: Area, count: int) -> tuple[Area, ...]:
    """Share an area between so many columns of the same width."""
    wide = (area.width - (count - 1) * GAP * 1.5) / count
    return tuple(Area(area.left + at * (wide + GAP * 1.5), area.top, wide, area.height) for at in range(count))
