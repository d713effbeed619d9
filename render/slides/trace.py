"""A trace: what a matplotlib artist draws, kept as outlines in pixels instead of being painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from render.arrays import Numbers


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings or lines (pixels from the lower left), with their colours ("" for none), width and dashes (points)."""

    rings: tuple[Numbers, ...]
    is_closed: bool
    fill: str
    edge: str
    width: float
    dashes: tuple[float, ...]
    alpha: float
    hatch: str  # the colour of lines over it


class Tracer(RendererBase):
    """A renderer that keeps what it is asked to draw, in the order of drawing."""

    def __init__(self, size: tuple[float, float], dpi: float) -> None:
        super().__init__()
        self.size, self.dpi = size, dpi
        self.outlines: list[Outline] = []

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self.size

    def points_to_pixels(self, points: Any) -> Any:
        return points * self.dpi / 72

    def draw_path(self, gc: GraphicsContextBase, path: Path, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803
        """Keep a path, cut at the edge of the map: closed when it is filled or ends where it began."""
        found = _lines(path, transform)
        is_closed = rgbFace is not None or gc.get_hatch() is not None or _is_loop(path)
        window = gc.get_clip_rectangle()
        rings = _cut(found, window, is_closed=is_closed) if window else found
        self.outlines.append(self._outline(gc, tuple(rings), is_closed, rgbFace))

    def _outline(self, gc: Any, rings: tuple[Numbers, ...], is_closed: bool, face: Any) -> Outline:
        _offset, dashes = gc.get_dashes()
        hatch = hexed(gc.get_hatch_color()) if gc.get_hatch() else ""
        return Outline(
            rings, is_closed, hexed(face), hexed(gc.get_rgb()) if gc.get_linewidth() else "", gc.get_linewidth(),
            tuple(dashes or ()), gc.get_alpha() or 1.0, hatch,
        )


def trace(artist: Artist, size: tuple[float, float], dpi: float) -> list[Outline]:
    """Draw an artist into a trace: one outline a path, in the order in which the artist holds them."""
    tracer = Tracer(size, dpi)
    artist.draw(tracer)
    return tracer.outlines


def _lines(path: Path, transform: Any = None) -> list[Numbers]:
    """Give the rings or lines of a path (n, 2), curves as many short steps."""
    return [np.asarray(line, dtype=float) for line in path.to_polygons(transform=transform, closed_only=False)]


def _is_loop(path: Path) -> bool:
    return path.codes is not None and Path.CLOSEPOLY in np.asarray(path.codes)


def _cut(rings: Sequence[Numbers], window: Bbox, *, is_closed: bool) -> list[Numbers]:
    """Cut rings or lines at a window; what lies wholly inside is kept as it is."""
    least, most = np.asarray(window.min), np.asarray(window.max)  # reckoned anew each time that they are asked for
    if not rings or _is_inside(np.concatenate(rings), least, most):  # most paths are many rings, none at the edge
        return list(rings)
    parts = ([ring] if _is_inside(ring, least, most) else _pieces(ring, window, is_closed) for ring in rings)
    return [piece for part in parts for piece in part]


def _is_inside(ring: Numbers, least: Numbers, most: Numbers) -> bool:
    return bool((ring >= least).all() and (ring <= most).all())


def _pieces(ring: Numbers, window: Bbox, is_closed: bool) -> list[Numbers]:
    if is_closed:
        cut = Path(ring).clip_to_bbox(window, inside=True)
        return [piece for piece in _lines(cut) if len(piece) > 2]
    parts = shapely.get_parts(shapely.clip_by_rect(shapely.linestrings(ring), *window.extents))
    return [shapely.get_coordinates(part) for part in parts if part.length]


def hexed(colour: Any) -> str:
    """Write a colour as six digits; "" for none, or one that is not seen."""
    return "" if colour is None or (len(colour) == 4 and colour[3] == 0) else to_hex(colour)[1:].upper()
