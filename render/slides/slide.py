"""A slide: the drawing of a picture as native shapes, grouped and named, each where the picture has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count, groupby
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.colors import to_hex
from matplotlib.text import Text as Lettering
from numpy.typing import NDArray

from i18n.text import Lang, Text
from render.picture import tags
from render.picture.canvas import LINE_HEIGHT
from render.picture.draw import Drawing
from render.picture.proof.reading import squeezed
from render.slides.meaning import meanings
from render.slides.measure import set_width
from render.slides.shapes import COARSE, EMU_PER_POINT, Look, Named, Words, freeform, group, text_box
from render.slides.thin import thinned
from render.slides.trace import Outline, trace

Numbers = NDArray[np.float64]
ALIGNED = {"left": "l", "center": "ctr", "right": "r"}
LEGEND = Text("凡例", "Legend")
GROUPS = {
    tags.LAND: Text("国・地域", "Countries and areas"),
    tags.DOTS: Text("小さな国・地域", "Small countries and areas"),
    tags.LINES: Text("線", "Lines"), tags.MARKS: Text("印", "Marks"),
    tags.NAME: Text("地名", "Names"), tags.LEGEND: LEGEND, tags.NOTE: LEGEND, tags.TITLE: Text("題名", "Title"),
    tags.ROWS: Text("一覧", "List of rows"), tags.FOOT: Text("出典と注記", "Sources and notes"),
    tags.STAMP: Text("表示", "Stamp"),
}
GROUND = Text("海と経緯線", "Sea and graticule")
NO_COUNTRY = Text("陸地", "Land")
LANGUAGES = {Lang.JA: "ja-JP", Lang.EN: "en-US"}
LONGEST_NAME = 40
MIDDLE = 0.38
"""How far above its baseline the middle of a line of text lies, in sizes of its type."""
TITLE_ROOM = 1.1
EDGE = 10.0
"""Points of the canvas kept free at the right edge of a slide."""
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
        return meanings(self.drawing.scene)

    @cached_property
    def hatches(self) -> Mapping[str, str]:
        """Give the colour of the lines over each hatched country; they become part of its own fill."""
        hatched = [(artist, names) for artist, names in self.drawing.canvas.known.items() if is_hatched(artist)]
        return {name: _hex(artist.get_edgecolor()[0]) for artist, names in hatched for name in names}  # type: ignore[attr-defined]

    @cached_property
    def title(self) -> Artist | None:
        """Give the first line of the title: the largest words of its part."""
        words = [each for each in self.drawing.figure.artists if isinstance(each, Lettering)]
        titles = [each for each in words if each.get_label() == tags.TITLE]
        return max(titles, key=_size, default=None)

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


def shapes_of(drawing: Drawing, *, first: int = FIRST, thin: float = 0.0) -> str:
    """Write all shapes of a drawing, grouped by what they are, in the order of drawing, numbered from `first` on.

    Outlines may be off by `thin` points, which makes a small map light.
    """
    slide = Slide(drawing, first, thin)
    parts = groupby(artists_of(drawing), key=group_of)
    return "".join(_group(slide, name, list(artists)) for name, artists in parts)


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


def _group(slide: Slide, name: Text, artists: Sequence[Artist]) -> str:
    number, members = next(slide.numbers), "".join(_members(slide, artists))
    if not members or name == GROUPS[tags.TITLE]:  # a placeholder, which the title is, belongs to no group
        return members
    return group(number, Named(name[slide.drawing.scene.lang]), members, slide.emu)


def _members(slide: Slide, artists: Sequence[Artist]) -> Iterator[str]:
    for is_text, each in groupby(artists, key=lambda artist: isinstance(artist, Lettering)):
        if is_text:
            said = [words for words in each if isinstance(words, Lettering) and words.get_text().strip()]
            yield from (_text(slide, lines) for lines in _paragraphs(slide, said))
        else:
            for artist in each:
                yield from _outlines(slide, artist)


def _outlines(slide: Slide, artist: Artist) -> Iterator[str]:
    names = slide.drawing.canvas.known.get(artist, ())
    if is_hatched(artist) and names:
        return
    for at, outline in enumerate(trace(artist, slide.pixels, slide.dpi)):
        if outline.rings:
            key = names[at] if at < len(names) else ""
            named = slide.meanings.get(key) or Named(unnamed(artist)[slide.drawing.scene.lang])
            light = thinned(outline.rings, slide.thin * slide.dpi / 72)
            rings, look = [slide.placed(ring) for ring in light], look_of(outline, slide.hatches.get(key, ""))
            unit = COARSE if slide.thin else 1
            yield freeform(next(slide.numbers), named, rings, look, is_closed=outline.is_closed, unit=unit)


def look_of(outline: Outline, hatch: str) -> Look:
    hatch = outline.hatch or (hatch if outline.fill else "")
    return Look(outline.fill, outline.edge, outline.width, outline.dashes, outline.alpha, hatch)


def is_hatched(artist: Artist) -> bool:
    return isinstance(artist, Collection) and bool(artist.get_hatch())


def _paragraphs(slide: Slide, words: Sequence[Lettering]) -> Iterator[list[Lettering]]:
    """Put lines that were broken to fit into one box again: same left, size and tag, one line height apart."""
    lines: list[Lettering] = []
    for each in words:
        if lines and (_is_whole_title(slide, lines) or not _follows(slide, lines[-1], each)):
            yield lines
            lines = []
        lines.append(each)
    if lines:
        yield lines


def _follows(slide: Slide, above: Lettering, below: Lettering) -> bool:
    (x, y), (x2, y2) = above.get_position(), below.get_position()
    lines = (y - y2) * slide.drawing.canvas.scale / (_size(above) * LINE_HEIGHT)
    return bool(x == x2 and abs(lines - 1) < 0.01 and _kind(above) == _kind(below) and below.get_label() != tags.NAME)


def _is_whole_title(slide: Slide, lines: Sequence[Lettering]) -> bool:
    """Tell whether lines are the whole title, below which the date may stand in letters as large."""
    scene, said = slide.drawing.scene, "".join(line.get_text() for line in lines)
    return lines[0].get_label() == tags.TITLE and squeezed(said) == squeezed(scene.title[scene.lang])


def _kind(words: Lettering) -> tuple[object, ...]:
    """Give what two lines of one paragraph have in common."""
    return words.get_label(), _size(words), words.get_color(), words.get_horizontalalignment()


def _size(words: Lettering) -> float:
    return float(words.get_fontsize())


def _text(slide: Slide, lines: Sequence[Lettering]) -> str:
    first, last = lines[0], lines[-1]
    texts = tuple(line.get_text() for line in lines)
    (x, top), (_x, low) = (slide.placed(np.atleast_2d(line.get_transform().transform(line.get_position())))[0]
                           for line in (first, last))
    size = _size(first) * _share(max(texts, key=lambda text: set_width(text, 1.0)), _size(first), slide, x)
    wide = max(set_width(text, size) for text in texts) * EMU_PER_POINT
    leading = _size(first) * LINE_HEIGHT  # lines stay where they are drawn, however much smaller they are set
    rise, half = MIDDLE * size * EMU_PER_POINT, leading / 2 * EMU_PER_POINT
    align = ALIGNED[first.get_horizontalalignment()]
    left = x - {"l": 0.0, "ctr": wide / 2, "r": wide}[align]
    lang = LANGUAGES[slide.drawing.scene.lang]
    words = Words(texts, size, _hex(first.get_color()), align, _halo(first), lang, leading)
    is_title = first is slide.title  # whose placeholder would wrap at the end of a box that just fits
    box = (left, top - rise - half, wide * (TITLE_ROOM if is_title else 1.0), low - top + 2 * half)
    return text_box(next(slide.numbers), Named(texts[0][:LONGEST_NAME]), box, words, is_title=is_title)


def _share(text: str, size: float, slide: Slide, x: float) -> float:
    """Give by how much a line must be set smaller to end before the slide's edge, should its program space it out."""
    room = (slide.emu[0] - x) / EMU_PER_POINT - EDGE * slide.drawing.canvas.scale
    return min(1.0, max(room, 1.0) / set_width(text, size)) if x < slide.emu[0] / 2 else 1.0


def _halo(words: Lettering) -> str:
    """Give the colour of the halo around a text, "" for none."""
    effects = words.get_path_effects()
    return _hex(effects[0]._gc["foreground"]) if effects else ""  # type: ignore[attr-defined]


def _hex(colour: Any) -> str:
    """Write a colour as six digits."""
    return to_hex(colour)[1:].upper()
