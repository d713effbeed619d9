"""Marks of point rows: a shape and a colour for each category, fanned out where several share a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from i18n.text import Text
from layers.base import VAGUE, Category, Kind
from render.arrays import Numbers
from render.colours import painted
from render.palette import MARK_SIZE
from render.picture import tags
from render.picture.canvas import Canvas
from render.picture.fan import ALONE, Ring, fanned, rings
from render.picture.view import View
from scene.scene import Scene

SHAPES = {
    "circle": "o", "square": "s", "diamond": "D", "triangle": "^", "down": "v", "star": "*", "plus": "P", "cross": "X",
    "pentagon": "p", "hexagon": "H", "hexstar": (6, 1, 0),
}
SHARES = {"star": 1.7, "plus": 1.2, "cross": 1.2, "pentagon": 1.3, "hexagon": 1.2, "hexstar": 1.5}
"""How much larger a shape is drawn than its box, so that all cover about as much."""
EDGE, HOLLOW_EDGE, RING_EDGE, CHOSEN_EDGE = 0.5, 1.1, 0.7, 1.6
"""Widths in points: around a full mark, of a hollow one, of the ring around a vague or a chosen one."""
VAGUE_DASHES = (2.5, 2.0)
"""How the ring around a point that is known only to its country or region is broken."""
RING = Category("", Text("", ""), mark="circle")
VAGUE_RING, CHOSEN_RING = ALONE, 2.6
"""Diameters of the rings around one mark, in diameters of a mark."""
WORLD_SHARE = 0.72
"""Marks are smaller on a map of the world, where many stand close together."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark: a category at a place (lon, lat); vague when only its country or region is known."""

    lon: float
    lat: float
    look: Category
    pale: bool = False
    vague: bool = False
    chosen: bool = False
    row_id: str = ""


def spots_of(scene: Scene) -> Iterator[Spot]:
    """List the marks of a scene's point rows, in the order of layers and rows."""
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.POINT:
            continue
        rows = sheet.rows
        if sheet.layer.is_crowd:  # its rows are gathered, but for what is selected
            rows = rows[rows["id"].isin(scene.selected)]
        precision = rows["precision"] if "precision" in rows else [""] * len(rows)
        columns = (rows["id"], replace(sheet, rows=rows).drawn_as(), rows["pale"], precision, rows.geometry)
        for name, look, pale, known_to, shape in zip(*columns, strict=True):
            for lon, lat in shapely.get_coordinates(shape):
                yield Spot(lon, lat, look, bool(pale), known_to in VAGUE, name in scene.selected, name)


def draw_marks(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> Numbers:
    """Draw the marks in view that stand by themselves; give their places (metres, after fanning out)."""
    every, size = list(spots_of(scene)), mark_size(view)
    if not every:
        return np.empty((0, 2))
    places = view.place([spot.lon for spot in every], [spot.lat for spot in every])
    ahead = np.isfinite(places[:, 0])  # and not behind a globe
    spots, places = [spot for spot, is_ahead in zip(every, ahead, strict=True) if is_ahead], places[ahead]
    diameter, vague = size * view.metres_per_point, [spot.vague for spot in spots]
    moved = fanned(places, diameter=diameter, vague=vague)
    shown = np.flatnonzero(view.holds(moved, margin=-size))
    _ring_vague(axes, canvas, rings(places, moved, diameter=diameter, vague=vague), size)
    for draw in (_ring_chosen, _marks):
        draw(axes, canvas, [spots[i] for i in shown], moved[shown], size)
    return moved[shown]


def mark_size(view: View) -> float:
    """Give the diameter of a mark, in points."""
    return MARK_SIZE * (WORLD_SHARE if view.is_world else 1.0)


def shape_of(look: Category) -> Path:
    """Give the outline of a category's mark, one unit across."""
    style = MarkerStyle(SHAPES.get(look.mark, "o"))
    share = Affine2D().scale(SHARES.get(look.mark, 1.0))
    path: Path = style.get_path().transformed(style.get_transform() + share)
    return path


def colours_of(spot: Spot, canvas: Canvas) -> tuple[str, str, float]:
    """Give face, edge and the edge's width (points) of a mark."""
    palette = canvas.palette
    colour = painted(spot.look.colour, palette, ground=palette.land, pale=spot.pale)
    return (palette.halo, colour, HOLLOW_EDGE) if spot.look.hollow else (colour, palette.halo, EDGE)


def _marks(axes: Axes, canvas: Canvas, spots: list[Spot], places: Numbers, size: float) -> None:
    looks = [colours_of(spot, canvas) for spot in spots]
    marks = PathCollection(
        [shape_of(spot.look) for spot in spots], offsets=places, offset_transform=axes.transData, zorder=5,
        facecolors=[face for face, _, _ in looks], edgecolors=[edge for _, edge, _ in looks],
        linewidths=[width * canvas.scale for _, _, width in looks], label=tags.MARKS,
    )
    marks.set_transform(points_across(canvas, size))
    canvas.known[marks] = tuple(spot.row_id for spot in spots)
    axes.add_artist(marks)


def _ring_vague(axes: Axes, canvas: Canvas, around: list[Ring], size: float) -> None:
    """Ring, once a place, the marks of which only the country or region is known."""
    paths = [shape_of(RING).transformed(Affine2D().scale(ring.across)) for ring in around]
    if paths:
        _draw_rings(axes, canvas, paths, np.array([ring.centre for ring in around]), size,
                    edgecolors=canvas.palette.quiet_ink, linestyles=[(0.0, VAGUE_DASHES)],
                    linewidths=RING_EDGE * canvas.scale)


def _ring_chosen(axes: Axes, canvas: Canvas, spots: list[Spot], places: Numbers, size: float) -> None:
    chosen = [spot.chosen for spot in spots]
    _draw_rings(axes, canvas, [shape_of(RING)], places[chosen], size * CHOSEN_RING, edgecolors=canvas.palette.chosen,
                linewidths=CHOSEN_EDGE * canvas.scale)


def _draw_rings(axes: Axes, canvas: Canvas, paths: list[Path], places: Numbers, size: float, **look: Any) -> None:
    look |= {"facecolors": "none", "zorder": 4.9}
    drawn = PathCollection(paths, offsets=places, offset_transform=axes.transData, **look)
    drawn.set_transform(points_across(canvas, size))
    axes.add_artist(drawn)


def points_across(canvas: Canvas, diameter: float) -> Transform:
    """Give the transform of a mark one unit across to so many points on the canvas, in any kind of file."""
    return Affine2D().scale(diameter * canvas.scale / 72) + canvas.figure.dpi_scale_trans
