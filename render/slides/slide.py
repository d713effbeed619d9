"""A slide: the drawing of a picture as native shapes, grouped and named; what is drawn lies where the picture has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, groupby
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.text import Text as Lettering
from numpy.typing import NDArray

from i18n.text import Text
from render.picture import tags
from render.picture.canvas import LINE_HEIGHT
from render.picture.draw import Drawing
from render.picture.fonts import width_of
from render.slides.meaning import meanings
from render.slides.shapes import EMU_PER_POINT, Look, Named, Words, freeform, group, text_box
from render.slides.trace import Outline, trace

Numbers = NDArray[np.float64]
ALIGNED = {"left": "l", "center": "ctr", "right": "r"}
GROUPS = {
    tags.LAND: Text("国・地域", "Countries and areas"), tags.LINES: Text("線", "Lines"), tags.MARKS: Text("印", "Marks"),
    tags.NAME: Text("地名", "Names"), tags.LEGEND: Text("凡例", "Legend"), tags.TITLE: Text("題名", "Title"),
    tags.FOOT: Text("出典と注記", "Sources and notes"), tags.STAMP: Text("表示", "Stamp"),
}
GROUND, TITLE = Text("海と経緯線", "Sea and graticule"), Text("題名", "Title")
MIDDLE = 0.38
"""How far above its baseline the middle of a line of text lies, in sizes of its type."""
ROOM = 1.15
"""How much wider than measured a box of text is: another font may be set wider."""
FIRST = 2
"""The first number of a shape; 1 is the slide's own tree."""


@dataclass(frozen=True)
class Slide:
    """A drawing on its way to a slide; numbers of shapes run through."""

    drawing: Drawing

    @cached_property
    def numbers(self) -> Iterator[int]:
        return count(FIRST)

    @cached_property
    def meanings(self) -> Any:
        return meanings(self.drawing.scene)

    @property
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
        return np.column_stack([pixels[:, 0], self.pixels[1] - pixels[:, 1]]) * (72 * EMU_PER_POINT / self.dpi)


def shapes_of(drawing: Drawing) -> str:
    """Write all shapes of a drawing, grouped by what they are, in the order of drawing."""
    slide = Slide(drawing)
    parts = groupby(_artists(drawing), key=_group_of)
    return "".join(_group(slide, tag, list(artists)) for tag, artists in parts)


def _artists(drawing: Drawing) -> list[Artist]:
    """List what was drawn, the map first, each by its height."""
    on_map = [artist for axes in drawing.figure.axes for artist in _of_axes(axes)]
    around = sorted(drawing.figure.artists, key=lambda artist: artist.get_zorder())
    return [*on_map, *around]


def _of_axes(axes: Axes) -> list[Artist]:
    own = {*axes.spines.values(), axes.xaxis, axes.yaxis, axes.patch, axes.title, axes._left_title, axes._right_title}
    return sorted((artist for artist in axes.get_children() if artist not in own), key=lambda each: each.get_zorder())


def _group_of(artist: Artist) -> str:
    """Tell which group an artist belongs to: the first word of its tag."""
    label = str(artist.get_label())
    return next((tag for tag in GROUPS if label.startswith(tag)), "")


def _group(slide: Slide, tag: str, artists: Sequence[Artist]) -> str:
    number, lang = next(slide.numbers), slide.drawing.scene.lang
    members = "".join(_members(slide, tag, artists))
    if not members:
        return ""
    return group(number, Named(GROUPS.get(tag, GROUND)[lang]), [members], slide.emu)


def _members(slide: Slide, tag: str, artists: Sequence[Artist]) -> Iterator[str]:
    for is_text, each in groupby(artists, key=lambda artist: isinstance(artist, Lettering)):
        if is_text:
            yield from (_text(slide, lines) for lines in _paragraphs(list(each)))  # type: ignore[arg-type]
        else:
            for artist in each:
                yield from _outlines(slide, artist)


def _outlines(slide: Slide, artist: Artist) -> Iterator[str]:
    names = slide.drawing.canvas.names.get(artist, ())
    for at, outline in enumerate(trace(artist, slide.pixels, slide.dpi)):
        if outline.rings:
            key = names[at] if at < len(names) else ""
            named = slide.meanings.get(key) or Named(key or str(artist.get_label()))
            rings = [slide.placed(ring) for ring in outline.rings]
            yield freeform(next(slide.numbers), named, rings, _look(outline), is_closed=outline.is_closed)


def _look(outline: Outline) -> Look:
    return Look(outline.fill, outline.edge, outline.width, outline.dashes, outline.alpha,
                outline.edge if outline.is_hatched else "")


def _paragraphs(words: Sequence[Lettering]) -> Iterator[list[Lettering]]:
    """Put lines that were broken to fit back under each other: same left, size and tag, one line height apart."""
    lines: list[Lettering] = []
    for each in words:
        if lines and not _follows(lines[-1], each):
            yield lines
            lines = []
        lines.append(each)
    if lines:
        yield lines


def _follows(above: Lettering, below: Lettering) -> bool:
    (x, y), (x2, y2) = above.get_position(), below.get_position()
    alike = all(read(above) == read(below) for read in (
        Lettering.get_label, Lettering.get_fontsize, Lettering.get_color, Lettering.get_ha))
    return bool(alike and x == x2 and below.get_label() != tags.NAME and 0 < y - y2 < above.get_fontsize() * LINE_HEIGHT * 2)


def _text(slide: Slide, lines: Sequence[Lettering]) -> str:
    first, last = lines[0], lines[-1]
    size, texts = float(first.get_fontsize()), tuple(line.get_text() for line in lines)
    wide = max(width_of(text, size) for text in texts) * ROOM * EMU_PER_POINT
    (x, top), (_x, low) = (slide.placed(np.atleast_2d(line.get_transform().transform(line.get_position())))[0]
                           for line in (first, last))
    rise, half = MIDDLE * size * EMU_PER_POINT, LINE_HEIGHT / 2 * size * EMU_PER_POINT
    align = ALIGNED[str(first.get_ha())]
    left = x - {"l": 0.0, "ctr": wide / 2, "r": wide}[align]
    words = Words(texts, size, to_hex(first.get_color())[1:].upper(), align, _halo(first))
    named = Named(texts[0][:40])
    return text_box(next(slide.numbers), named, (left, top - rise - half, wide, low - top + 2 * half), words)


def _halo(words: Lettering) -> str:
    """Give the colour of the halo around a text, "" for none."""
    effects = words.get_path_effects()
    return to_hex(effects[0]._gc["foreground"])[1:].upper() if effects else ""
