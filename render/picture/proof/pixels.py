"""The pixels of a picture's map: those that a PNG holds, or of a shape file painted small to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.text import Text as Words
from numpy.typing import NDArray
from PIL import Image

from render.picture.draw import Drawing
from render.picture.fonts import width_of

Pixels = NDArray[np.uint8]
Codes = NDArray[np.uint32]
PREVIEW = 1200.0
"""Pixels across at which shapes without pixels of their own, SVG and PDF, are painted to be looked at."""
SPARSE = 7
"""Every so many pixels are enough to see whether a map is blank, or has a colour that is common."""
CLEAR = 2.0
"""Sizes of its type that a line of words must stand off the map to leave surely no ink on it."""
STARTS = {"left": 0.0, "center": 0.5, "right": 1.0}
"""Which share of a line lies to the left of its place."""
LIKELY, STRAY = 0.35, 30.0
"""How much of its colour a pixel of a thin line or mark has at the least, and how far off (of 255) it may be."""


@dataclass(frozen=True)
class Map:
    """The pixels of a map, rows from the top; `share` is pixels to a point of the canvas."""

    rgba: Pixels
    share: float

    @cached_property
    def codes(self) -> Codes:
        """Give each pixel as one number."""
        codes: Codes = np.ascontiguousarray(self.rgba).view("<u4")[..., 0]
        return codes

    @property
    def evenness(self) -> float:
        """Give the share of the commonest colour."""
        counts = np.unique(self.codes[::SPARSE, ::SPARSE], return_counts=True)[1]
        return float(counts.max() / counts.sum())

    def shows(self, colour: str, x: float, y: float, reach: float) -> bool:
        """Tell whether a place (points from the lower left corner) has a colour within a reach (pixels)."""
        column, row = x * self.share, len(self.rgba) - y * self.share
        top, left = max(0, round(row - reach)), max(0, round(column - reach))
        around = self.rgba[top:max(0, round(row + reach)) + 1, left:max(0, round(column + reach)) + 1, :3]
        return bool((around == _bytes(colour)).all(axis=-1).any())

    def has(self, colour: str, *, on: str = "") -> bool:
        """Tell whether the map has a colour; `on` a ground, whether it has one that is well on the way from it."""
        code = np.array([*_bytes(colour), 255], dtype=np.uint8).view("<u4")[0]
        if (self.codes[::SPARSE, ::SPARSE] == code).any() or (self.codes == code).any():
            return True
        return bool(on) and _is_likely(self.rgba[..., :3], _bytes(colour), _bytes(on))


def map_of(drawing: Drawing, content: bytes, kind: str) -> Map:
    """Cut the map out of a finished picture."""
    pixels = _painted(drawing, content, kind)
    box, share = drawing.map, len(pixels) / drawing.canvas.height
    low, high = round(len(pixels) - box.bottom * share), round(len(pixels) - box.top * share)
    return Map(pixels[max(0, high):low, max(0, round(box.left * share)):round(box.right * share)], share)


def _painted(drawing: Drawing, content: bytes, kind: str) -> Pixels:
    """Give the picture's pixels: those that a PNG was made of, else painted small for this."""
    figure, paper = drawing.figure, drawing.canvas.paper
    if kind in ("png", "plain"):
        painted = getattr(figure.canvas, "renderer", None)
        return np.asarray(painted.buffer_rgba() if painted else _opened(content, kind).convert("RGBA"))
    dpi = figure.dpi
    figure.set_dpi(min(paper.dpi, PREVIEW / paper.inches[0]))
    canvas = FigureCanvasAgg(figure)
    with _without(list(_beside(drawing))):
        canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    figure.set_dpi(dpi)
    return pixels


def _beside(drawing: Drawing) -> Iterator[Words]:
    """List the words of the margins, whose letters are half of the work and lie nowhere near the map."""
    box, points = drawing.map, drawing.canvas.points
    for artist in drawing.figure.artists:
        if isinstance(artist, Words) and artist.get_visible() and artist.get_transform() == points:
            (x, y), size = artist.get_position(), float(artist.get_fontsize()) / drawing.canvas.scale
            wide, clear = width_of(artist.get_text(), size), CLEAR * size
            left = x - wide * STARTS[artist.get_horizontalalignment()]
            is_level = box.bottom - clear < y < box.top + clear
            is_below = left - clear < box.right and left + wide + clear > box.left  # or above
            if not (artist.get_rotation() or (is_level and is_below)):
                yield artist


@contextmanager
def _without(artists: Sequence[Artist]) -> Iterator[None]:
    """Leave artists out of what is painted in this block."""
    for artist in artists:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist in artists:
            artist.set_visible(True)


def _opened(content: bytes, kind: str) -> Image.Image:
    """Open a PNG, or the one that a plain slide consists of."""
    from render.slides.plain import picture_of  # python-pptx is worth waiting for only then

    return Image.open(BytesIO(picture_of(content)[0] if kind == "plain" else content))


def _is_likely(pixels: Pixels, colour: Pixels, ground: Pixels) -> bool:
    """Tell whether a pixel is a mixture of a ground with a fair part of a colour, as those of thin lines are."""
    start = ground.astype(np.float32)
    way, away = colour - start, pixels - start
    part = away @ way / (way @ way)
    off = np.abs(away - part[..., None] * way).max(axis=-1)
    return bool(((part >= LIKELY) & (off <= STRAY)).any())


def _bytes(colour: str) -> Pixels:
    return np.round(np.array(to_rgb(colour)) * 255).astype(np.uint8)
