"""The shapes of a slide: all that a drawing shows, native, named and grouped, each where the picture has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from matplotlib.artist import Artist
from matplotlib.text import Text as Lettering

from i18n.text import Text
from render.picture import tags
from render.picture.draw import Drawing
from render.slides.lettering import texts
from render.slides.shapes import COARSE, Look, Named, freeform, group
from render.slides.slide import FIRST, GROUPS, Slide, artists_of, group_of, is_hatched, unnamed
from render.slides.thin import thinned
from render.slides.trace import Outline, trace


def shapes_of(drawing: Drawing, *, first: int = FIRST, thin: float = 0.0) -> str:
    """Write all shapes of a drawing, grouped by what they are, in the order of drawing, numbered from `first` on.

    Outlines may be off by `thin` points, which makes a small map light.
    """
    slide = Slide(drawing, first, thin)
    parts = groupby(artists_of(drawing), key=group_of)
    return "".join(_group(slide, name, list(artists)) for name, artists in parts)


def _group(slide: Slide, name: Text, artists: Sequence[Artist]) -> str:
    number, members = next(slide.numbers), "".join(_members(slide, artists))
    if not members or name == GROUPS[tags.TITLE]:  # a placeholder, which the title is, belongs to no group
        return members
    return group(number, Named(name[slide.drawing.scene.lang]), members, slide.emu)


def _members(slide: Slide, artists: Sequence[Artist]) -> Iterator[str]:
    for is_text, each in groupby(artists, key=lambda artist: isinstance(artist, Lettering)):
        if is_text:
            yield from texts(slide, [words for words in each if isinstance(words, Lettering)])
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
    return Look(outline.fill, outline.edge, outline.width, outline.dashes, outline.alpha, hatch, outline.fill_alpha)
