"""A slide: a drawing on its way to native shapes, what its parts are called and where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.text import Text as Lettering

from i18n.text import Text
from render.arrays import Numbers
from render.picture import tags
from render.picture.draw import Drawing
from render.slides.meaning import meanings
from render.slides.shapes import EMU_PER_POINT, Named
from render.slides.trace import hexed

LEGEND = Text("凡例", "Legend")
GROUPS = {
    tags.LAND: Text("国・地域", "Countries and areas"),
    tags.DOTS: Text("小さな国・地域", "Small countries and areas"),
    tags.LINES: Text("線", "Lines"), tags.MARKS: Text("印", "Marks"),
    tags.CROWD: Text("件数の円", "Circles of counts"), tags.COUNT: Text("円の件数", "Counts in circles"),
    tags.NAME: Text("地名", "Names"), tags.LEGEND: LEGEND, tags.NOTE: LEGEND, tags.TITLE: Text("題名", "Title"),
    tags.ROWS: Text("一覧", "List of rows"), tags.FOOT: Text("出典と注記", "Sources and notes"),
    tags.STAMP: Text("表示", "Stamp"),
}
GROUND = Text("海と経緯線", "Sea and graticule")
NO_COUNTRY = Text("陸地", "Land")
FIRST = 2
"""The first number of a shape; 1 is the slide's own tree."""


@dataclass(frozen=True)
class Slide:
    """A drawing on its way to a slide; numbers of shapes run through."""

    drawing: Drawing
    first: int = FIRST
    thin: float = 0.0  # points that an outline may be off

    @cached_property
    def numbers(self) -> Iterator[int]:
        return count(self.first)

    @cached_property
    def meanings(self) -> Mapping[str, Named]:
        return meanings(self.drawing)

    @cached_property
    def hatches(self) -> Mapping[str, str]:
        """Give the colour of the lines over each hatched country; they become part of its own fill."""
        hatched = [(artist, names) for artist, names in self.drawing.canvas.known.items() if is_hatched(artist)]
        return {name: hexed(artist.get_edgecolor()[0]) for artist, names in hatched for name in names}  # type: ignore[attr-defined]

    @cached_property
    def title(self) -> Artist | None:
        """Give the first line of the title: the largest words of its part."""
        words = [each for each in self.drawing.figure.artists if isinstance(each, Lettering)]
        titles = [each for each in words if each.get_label() == tags.TITLE]
        return max(titles, key=Lettering.get_fontsize, default=None)

    @cached_property
    def pixels(self) -> tuple[float, float]:
        bounds = self.drawing.figure.bbox
        return bounds.width, bounds.height

    @property
    def dpi(self) -> float:
        return self.drawing.canvas.paper.dpi

    @property
    def emu(self) -> tuple[int, int]:
        """Give width and height in EMU."""
        wide, high = (round(side * 72 * EMU_PER_POINT) for side in self.drawing.canvas.paper.inches)
        return wide, high

    def placed(self, pixels: Numbers) -> Numbers:
        """Bring pixels from the lower left to EMU from the upper left."""
        return np.stack([pixels[:, 0], self.pixels[1] - pixels[:, 1]], axis=-1) * (72 * EMU_PER_POINT / self.dpi)


def artists_of(drawing: Drawing) -> list[Artist]:
    """List what was drawn, from the lowest to the highest, as matplotlib does."""
    every = sorted([*drawing.figure.artists, *drawing.figure.axes], key=lambda artist: artist.get_zorder())
    return [part for artist in every for part in (_of_axes(artist) if isinstance(artist, Axes) else [artist])]


def _of_axes(axes: Axes) -> list[Artist]:
    ours: list[Artist] = [*axes.artists, *axes.patches, *axes.collections, *axes.lines]
    return sorted(ours, key=lambda artist: artist.get_zorder())


def group_of(artist: Artist) -> Text:
    """Name the group that an artist belongs to by its tag; legend and notes are one."""
    label = str(artist.get_label())
    return next((name for tag, name in GROUPS.items() if label.startswith(tag)), GROUND)


def unnamed(artist: Artist) -> Text:
    """Name a shape that stands for no country and no row: land without a code, a symbol, a leader."""
    return NO_COUNTRY if artist.get_label() == tags.LAND else group_of(artist)


def is_hatched(artist: Artist) -> bool:
    return isinstance(artist, Collection) and bool(artist.get_hatch())
