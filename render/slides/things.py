"""What a drawing shows, as its slide must have it: each outline with its key, its colours and its place in points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import Collection, LineCollection

from render.arrays import Numbers
from render.picture.draw import Drawing
from render.slides.slide import Slide, artists_of, is_hatched, unnamed
from render.slides.trace import hexed
from render.slides.words_back import Box

SURELY = 2.0
"""Points inside the edge of the map from which a corner surely shows."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A country's outline, a row's line or mark: what it stands for, "" if nothing; its colours; where it lies."""

    key: str
    unnamed: str  # what it is called where the key says nothing
    colours: tuple[str, str, str]  # fill, edge, lines over the fill
    box: Box
    is_sure: bool  # some of it shows, or it may not
    may_show: bool
    is_whole: bool  # nothing of it is cut at the map's edge


def things_of(drawing: Drawing) -> list[Thing]:
    """List what a drawing shows of countries and rows, in the order of drawing."""
    hatches = Slide(drawing).hatches
    return [thing for artist in artists_of(drawing) for thing in _things(drawing, artist, hatches)]


def _things(drawing: Drawing, artist: Artist, hatches: Mapping[str, str]) -> Iterator[Thing]:
    keys = drawing.canvas.known.get(artist)
    if not keys or not isinstance(artist, Collection) or is_hatched(artist):
        return  # (a layer of which nothing is left is an artist without a form)
    share, label = 72 / drawing.figure.dpi, unnamed(artist)[drawing.scene.lang]
    window, high = _window(drawing, artist) * share, drawing.figure.bbox.height * share
    reach = max(SURELY, _reach(artist) * share)
    for key, (fill, edge), (low, far, is_sure) in zip(
            keys, _colours(artist, len(keys)), _extents(artist, len(keys), window, share), strict=True):
        box = float(low[0]), float(high - far[1]), float(far[0]), float(high - low[1])
        meets = bool((far >= window[0] - reach).all() and (low <= window[1] + reach).all())
        whole = bool((low >= window[0]).all() and (far <= window[1]).all())
        hatch = hatches.get(key, "") if fill else ""
        yield Thing(key, label, (fill, edge, hatch), box, is_sure, meets, whole)


def _window(drawing: Drawing, artist: Artist) -> Numbers:
    """Give the corners (pixels) of the map that an artist lies in."""
    bounds = artist.axes.bbox if artist.axes is not None else drawing.figure.bbox
    return np.array([bounds.min, bounds.max])


def _colours(artist: Any, count: int) -> Iterator[tuple[str, str]]:
    """Give fill and edge of each path, as six digits, "" for what is not seen."""
    faces = () if isinstance(artist, LineCollection) else artist.get_facecolor()
    edges = artist.get_edgecolor() if max(artist.get_linewidth(), default=0) else ()
    shown = [[hexed(colour) for colour in colours] or [""] for colours in (faces, edges)]
    for at in range(count):
        yield shown[0][at % len(shown[0])], shown[1][at % len(shown[1])]


def _extents(artist: Any, count: int, window: Numbers, share: float) -> Iterator[tuple[Numbers, Numbers, bool]]:
    """Give the lower left and upper right corner of each path (points), and whether it surely lies in the window."""
    paths = _corners(artist, count)
    corners = np.concatenate([*paths, np.empty((0, 2))]) * share
    inside = ((corners > window[0] + SURELY) & (corners < window[1] - SURELY)).all(axis=1)
    at = 0
    for length in map(len, paths):
        own = slice(at, at := at + length)
        low, far = (np.array([pick(corners[own, side], initial=start) for side in (0, 1)])
                    for pick, start in ((np.fmin.reduce, np.inf), (np.fmax.reduce, -np.inf)))
        yield low, far, bool(inside[own].any())


def _corners(artist: Any, count: int) -> list[Numbers]:
    """Give the corners of each path (pixels); of a mark or a dot, which never is larger than it is seen, its middle."""
    if _is_moved(artist):
        places = artist.get_offset_transform().transform(np.asarray(artist.get_offsets()).reshape(-1, 2))
        return list(places[:count, None, :])
    (a, b, c), (d, e, f), _rest = artist.get_transform().get_matrix()
    return [path.vertices @ np.array([[a, d], [b, e]]) + (c, f) for path in artist.get_paths()]


def _reach(artist: Any) -> float:
    """Give how far (pixels) the form of a mark, of which only the middle is known, stands out; 0 for an outline."""
    if not _is_moved(artist):
        return 0.0
    (a, b, _), (d, e, _), _rest = artist.get_transform().get_matrix()
    forms = np.concatenate([path.vertices for path in artist.get_paths()]) @ np.array([[a, d], [b, e]])
    border = max(artist.get_linewidth(), default=0.0) * artist.figure.dpi / 72
    return float(np.abs(forms).max(initial=0.0) + border / 2)


def _is_moved(artist: Any) -> bool:
    """Tell whether the paths of a collection are forms that are laid at places."""
    return not artist.get_transform().contains_branch(artist.axes.transData)
