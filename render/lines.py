"""Line rows on a picture: their stretches, cut at the seam, dashed by category, dotted where assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from numpy.typing import NDArray

from geo.meridian import recentre_all
from geo.projection import project
from layers.base import Kind
from render.canvas import Canvas
from render.colours import painted
from render.palette import CABLE_WIDTH, DASHES
from render.view import View
from scene.scene import Scene

Numbers = NDArray[np.float64]

ASSUMED = "dotted"
STEP = 3.0
"""Points between the places along a line that labels avoid."""
CHOSEN_WIDTH = 3.2
"""How much wider the band behind a chosen line is than the line."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a stretch is drawn; stretches of one stroke are drawn together. Fields in the order of drawing."""

    chosen: bool
    strong: bool
    colour: str
    mark: str


def dashes_of(mark: str) -> tuple[float, tuple[float, ...] | None]:
    """Give a dash pattern for matplotlib, which measures it in line widths."""
    pattern = DASHES.get(mark, ())
    return 0.0, tuple(step / CABLE_WIDTH for step in pattern) or None


def draw_lines(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> Numbers:
    """Draw a scene's line rows, pale ones first; give places along them (metres) for labels to avoid."""
    strokes = list(_strokes(scene, canvas))
    if not strokes:
        return np.empty((0, 2))
    shapes = recentre_all([line for _stroke, line in strokes], centre=view.centre)
    drawn = project(shapes, view.projection, centre=view.centre)
    for stroke in sorted({stroke for stroke, _line in strokes}, key=_order):
        paths = [path for (mine, _line), shape in zip(strokes, drawn, strict=True) if mine == stroke
                 for path in _paths(shape)]
        _draw(axes, canvas, stroke, paths)
    along: Numbers = shapely.get_coordinates(shapely.segmentize(drawn, STEP * view.metres_per_point))
    return along


def _strokes(scene: Scene, canvas: Canvas) -> Iterator[tuple[Stroke, Any]]:
    palette = canvas.palette
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.LINE:
            continue
        field = sheet.layer.field(sheet.layer.coloured_by)
        rows = sheet.rows
        columns = (rows["id"], rows[field.id], rows["pale"], rows["stretches"])
        for name, status, pale, stretches in zip(*columns, strict=True):
            look = field.category(status) or field.categories[0]
            colour = painted(look.colour, palette, ground=palette.sea, pale=bool(pale))
            for stretch in stretches:
                mark = ASSUMED if stretch.assumed else look.mark
                yield Stroke(name in scene.selected, not pale, colour, mark), stretch.line


def _order(stroke: Stroke) -> tuple[bool, bool, str, str]:
    return stroke.chosen, stroke.strong, stroke.colour, stroke.mark


def _paths(shape: Any) -> list[Any]:
    return [shapely.get_coordinates(part) for part in shapely.get_parts(shape) if not part.is_empty]


def _draw(axes: Axes, canvas: Canvas, stroke: Stroke, paths: list[Any]) -> None:
    width = CABLE_WIDTH * canvas.scale
    if stroke.chosen:
        axes.add_artist(LineCollection(paths, colors=canvas.palette.chosen, linewidths=width * CHOSEN_WIDTH,
                                       alpha=0.35, capstyle="round", zorder=2.9))
    axes.add_artist(LineCollection(paths, colors=stroke.colour, linewidths=width, zorder=3, capstyle="butt",
                                   joinstyle="round", linestyles=[dashes_of(stroke.mark)]))
