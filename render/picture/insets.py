"""Insets: small places that crowd each other on a map are drawn again, larger, where the map is empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from matplotlib.axes import Axes

from render.arrays import Numbers
from render.palette import BORDER_WIDTH
from render.picture.canvas import Box, Canvas
from render.picture.fonts import style
from render.picture.labels import Label
from render.picture.lettering import DOT, DOT_EDGE, LEADER_WIDTH, Lettering
from render.picture.names import PLACE
from render.picture.room import boxes_for
from render.picture.surroundings import Edges
from render.picture.view import View

ABOVE = 7.0
"""Where an inset lies among what is drawn: over the map, under names and frames."""
CROWD, ROOM = 60.0, 14.0
"""Points: how far a place may be from a crowd that it joins, and what is left free around a crowd."""
LEAST_CROP = 36.0
"""Points: no shorter side is magnified, so that the reader still sees where it is."""
TRIED = 5
"""How many boxes are tried for the inset of a crowd."""
LETTER, LETTER_PAD = "A", 2.5
"""What stands in the upper left corner of an inset and of its place on the map, so many points from the edges."""


@dataclass(frozen=True)
class Inset:
    """A view of a part of the map in a box of it; `crop` is that part. Both in points from its lower left corner."""

    box: Edges
    crop: Edges
    view: View

    @property
    def letter(self) -> Edges:
        """Give the box (points of the inset) that its letter takes."""
        high, side = self.box[3] - self.box[1], style()["font.size"] + 2 * LETTER_PAD
        return 0.0, high - side, side, high

    def on(self, map_box: Box) -> Box:
        """Give the inset's box on the canvas."""
        left, bottom, right, top = self.box
        return Box(map_box.left + left, map_box.bottom + bottom, right - left, top - bottom)

    def moved(self, label: Label) -> Label:
        """Give the label of a name in the inset where it stands on the map."""
        corner = np.array([*self.box[:2], *self.box[:2]])
        left, bottom, right, top = (np.array(label.box) + corner).tolist()
        leader = tuple((np.array(label.leader) + corner).tolist()) if label.leader else None
        return replace(label, box=(left, bottom, right, top), leader=leader)


def insets_for(lettering: Lettering, view: View) -> Iterator[tuple[Inset, Lettering]]:
    """Give insets for the crowds on a map, the largest first, each with the names of the map set anew beside it.

    Only those that take no name from the map but what they show themselves; nothing where there is no crowd.
    """
    for crowd in _crowds(lettering, view):
        crop = _crop(lettering.places[crowd], lettering)
        inside = np.flatnonzero(_holds(crop, lettering.places)).tolist()
        for box in boxes_for(crop, lettering)[:TRIED]:
            inset = Inset(box, crop, _view(view, crop, box))
            beside = lettering.beside((box, crop), but=inside)
            if set(beside.lost) - set(inside) <= set(lettering.lost):
                yield inset, beside


def draw_frame(canvas: Canvas, box: Box) -> None:
    """Frame a map."""
    canvas.swatch(box, fill=False, edgecolor=canvas.palette.border, linewidth=BORDER_WIDTH * 2 * canvas.scale, zorder=9)


def raise_inset(canvas: Canvas, map_box: Box, inset: Inset, axes: Axes) -> None:
    """Raise an inset above the map; frame it and the part of the map that it shows, with one letter in both."""
    quiet, (left, bottom, right, top) = canvas.palette.quiet_ink, inset.crop
    crop, box = Box(map_box.left + left, map_box.bottom + bottom, right - left, top - bottom), inset.on(map_box)
    canvas.swatch(crop, fill=False, edgecolor=quiet, linewidth=LEADER_WIDTH * canvas.scale, zorder=8)
    canvas.swatch(box, facecolor=canvas.palette.paper, edgecolor="none", zorder=ABOVE - 0.1)
    axes.set_zorder(ABOVE)
    draw_frame(canvas, box)
    size = style()["font.size"]
    for framed in (crop, box):
        canvas.write(LETTER, framed.left + LETTER_PAD, framed.top - LETTER_PAD - size * 0.85, size=size, colour=quiet,
                     halo=canvas.palette.halo)


def _crowds(lettering: Lettering, view: View) -> Iterator[list[int]]:
    """List the crowds, the largest first: names that found no room, or whose dots touch, with those near them."""
    crowded = lettering.lost + ([] if view.is_world else _touching(lettering))
    found = list[list[int]]()
    for number in dict.fromkeys(crowded):
        near = [group for group in found
                if np.hypot(*(lettering.places[group] - lettering.places[number]).T).min() < CROWD]
        found = [group for group in found if group not in near] + [[*chain(*near), number]]
    yield from sorted(found, key=lambda group: -len(group))


def _touching(lettering: Lettering) -> list[int]:
    """List the dots of countries with rows that touch another such."""
    dots = [number for number, name in enumerate(lettering.names) if name.is_dotted and name.weight < PLACE]
    at = lettering.places[dots]
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    return [dots[number] for number in np.flatnonzero((apart < DOT + DOT_EDGE).any(axis=1))]


def _crop(places: Numbers, lettering: Lettering) -> Edges:
    """Give the edges of a part of the map that holds these places, not all too small, within the map."""
    low, high = places.min(axis=0) - ROOM, places.max(axis=0) + ROOM
    grow = np.maximum(LEAST_CROP - (high - low), 0) / 2
    limits = np.array([lettering.around.wide, lettering.around.high])
    (left, bottom), (right, top) = np.clip(low - grow, 0, limits), np.clip(high + grow, 0, limits)
    return float(left), float(bottom), float(right), float(top)


def _view(view: View, crop: Edges, box: Edges) -> View:
    """Give the view of a part of the map that fills a box."""
    metres = view.metres_per_point
    left, bottom, right, top = crop
    return replace(view, west=view.west + left * metres, east=view.west + right * metres,
                   south=view.south + bottom * metres, north=view.south + top * metres,
                   metres_per_point=metres * (right - left) / (box[2] - box[0]), is_world=False)


def _holds(crop: Edges, places: Numbers) -> Sequence[bool]:
    x, y = places.T
    inside: Sequence[bool] = (x > crop[0]) & (x < crop[2]) & (y > crop[1]) & (y < crop[3])
    return inside
