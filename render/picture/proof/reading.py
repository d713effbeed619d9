"""What stands on a finished picture, read back from the figure's artists: words with their boxes, colours, forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_hex
from matplotlib.ft2font import FT2Font
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.text import Text as Words

from render.picture.draw import Drawing
from render.spelled import drawable

Form = tuple[float, ...]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in pixels from the lower left corner of the paper."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One line of words as it stands on the paper; `halo` is the colour behind its strokes, "" for none."""

    words: str
    tag: str
    box: Box
    size: float  # points of the canvas
    colour: str
    halo: str
    families: tuple[str, ...]
    is_count: bool  # set against the right edge
    drawn: str  # the words, but for a sign in the place of what the fonts lack


def writings(drawing: Drawing) -> list[Writing]:
    """Read all words that can be seen on a picture, in the order of drawing."""
    figure = drawing.figure
    artists = [*figure.artists, *figure.texts, *(artist for axes in figure.axes for artist in axes.texts)]
    # What painted a PNG knows the words' measures; what wrote an SVG or PDF measures in units of its own.
    painted = getattr(figure.canvas, "renderer", None)
    measure = painted or RendererAgg(1, 1, figure.dpi)  # type: ignore[no-untyped-call]
    return [_writing(artist, drawing, measure) for artist in artists
            if isinstance(artist, Words) and is_seen(artist) and artist.get_text().strip()]


def is_seen(artist: Artist) -> bool:
    """Tell whether an artist, and the axes that it lies in, are drawn at all."""
    axes = artist.axes
    return bool(artist.get_visible() and artist.get_alpha() != 0 and (axes is None or axes.get_visible()))


def on_map(drawing: Drawing, kind: type[Any], tag: str) -> list[Any]:
    """List the artists of a kind and tag that lie on the map itself, its first axes, and are seen."""
    artists = drawing.figure.axes[0].get_children()
    return [artist for artist in artists
            if isinstance(artist, kind) and artist.get_label() == tag and is_seen(artist)]


def squeezed(text: str) -> str:
    """Take the spaces out, which are lost where a line is broken."""
    return "".join(text.split())


def dash_form(pattern: Any) -> Form:
    """Give the form of a dash pattern: the shares of its strokes and gaps, whatever the width; () is solid."""
    steps = np.asarray(pattern if pattern is not None else (), dtype=float)
    return tuple(float(step) for step in np.round(steps / steps.sum(), 2)) if steps.size else ()


def shape_form(path: Path) -> Form:
    """Give the form of a mark: its corners about their middle, whatever the size."""
    corners = np.asarray(path.vertices, dtype=float)
    corners = corners - (corners.max(axis=0) + corners.min(axis=0)) / 2
    return tuple(float(each) for each in np.round(corners / np.abs(corners).max(), 1).ravel() + 0.0)


def map_box(drawing: Drawing) -> Box:
    """Give the box of the map in pixels."""
    box, share = drawing.map, pixels_to_point(drawing)
    return box.left * share, box.bottom * share, box.right * share, box.top * share


def is_within(box: Box, outer: Box, edge: float) -> bool:
    """Tell whether a box lies in another, but for an edge (pixels)."""
    return (box[0] >= outer[0] - edge and box[1] >= outer[1] - edge
            and box[2] <= outer[2] + edge and box[3] <= outer[3] + edge)


def pixels_to_point(drawing: Drawing) -> float:
    """Give the pixels to a point of the canvas."""
    return drawing.canvas.scale * drawing.figure.dpi / 72


def lacking(writing: Writing) -> str:
    """List the characters that the fonts of these words do not hold."""
    codes = _codes(writing.families)
    return "".join(dict.fromkeys(c for c in writing.drawn if not c.isspace() and ord(c) not in codes))


def _writing(artist: Words, drawing: Drawing, measure: RendererAgg) -> Writing:
    box, scale, drawn = artist.get_window_extent(measure), drawing.canvas.scale, artist.get_text()
    meant = drawing.canvas.meant.get(artist, drawn)
    return Writing(
        meant if drawable(meant) == drawn else drawn, str(artist.get_label()), (box.x0, box.y0, box.x1, box.y1),
        float(artist.get_fontsize()) / scale, to_hex(artist.get_color()), next(_halos(artist), ""),
        tuple(artist.get_fontproperties().get_family()), artist.get_horizontalalignment() == "right", drawn,
    )


def _halos(artist: Words) -> Iterator[str]:
    for effect in artist.get_path_effects() or ():
        if isinstance(effect, withStroke):
            yield to_hex(effect._gc["foreground"])  # type: ignore[attr-defined]  # it has no other reader


@cache
def _codes(families: tuple[str, ...]) -> frozenset[int]:
    """Give the characters that a chain of fonts holds; a font that is not there is replaced, and lacks some."""
    files = [font_manager.findfont(font_manager.FontProperties(family=[family])) for family in families]
    return frozenset(code for file in files for code in FT2Font(file).get_charmap())
