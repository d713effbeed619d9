"""A spread: all that one slide carries, ready to be laid into a presentation, light to pass between processes."""

from __future__ import annotations

from dataclasses import dataclass, field

from i18n.text import Lang
from render.deck.area import Area, Room
from render.slides.shapes import Named
from scene.choice import Choice

FIRST = 100
"""The first number of our own shapes; placeholders, pictures and charts have lower ones."""
MAP_FIRST = 1000
"""The first number of a map's shapes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all slides of a deck have in common."""

    choice: Choice
    room: Room
    size: tuple[float, float]
    quiet: str  # the colour of words that recede, of the theme
    line: str  # the colour of thin lines
    plain: bool = False  # maps as pictures
    is_house: bool = True
    lacks: tuple[str, ...] = ()  # the footers that a template has no place for: dt, ftr, sldNum
    cover_lacks: tuple[str, ...] = ()

    @property
    def lang(self) -> Lang:
        return self.choice.lang


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG in its place."""

    content: bytes
    area: Area
    named: Named


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that can be edited: a row of values for each category, one a series."""

    area: Area
    named: Named
    categories: tuple[str, ...]
    series: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """One slide: title, its shapes in DrawingML, pictures and charts, and the speaker's notes."""

    name: str
    title: str
    shapes: str
    notes: str
    date: str
    subtitle: str = ""  # of a cover, which has a placeholder for it
    pictures: tuple[Picture, ...] = ()
    charts: tuple[Chart, ...] = field(default=())
    meanings: tuple[str, ...] = ()  # what is read out for its map, pictures, charts and tables
    told: str = ""  # all that its document, its sources and the notes of its map say
    is_cover: bool = False
