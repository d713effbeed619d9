"""Line rows on a picture: their stretches, cut at the seam, dashed by category, dotted where assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from geo.projection import outline
from i18n.text import Text
from layers.base import Category, Kind, Stretch
from render.arrays import Numbers
from render.colours import painted
from render.palette import CABLE_WIDTH, DASHES
from render.picture import tags
from render.picture.canvas import Canvas
from render.picture.ground import path_of
from render.picture.laid import laid
from render.picture.view import View
from scene.scene import Scene
from scene.sheet import Sheet

ASSUMED = "dotted"
CUT_LOOK = Category("", Text("", ""), "#5f5f5f", "dotted", width=1.5)
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
    width: float


def dashes_of(mark: str, width: float = 1.0) -> tuple[float, tuple[float, ...] | None]:
    """Give a dash pattern for matplotlib, which measures it in line widths."""
    pattern = DASHES.get(mark, ())
    return 0.0, tuple(step / (CABLE_WIDTH * width) for step in pattern) or None


def draw_lines(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> Numbers:
    """Draw a scene's line rows, pale ones first; give places along them (metres) for labels to avoid."""
    drawn = [line for sheet in scene.sheets if sheet.layer.kind == Kind.LINE
             for line in _sheet_lines(sheet, canvas, view, scene)]
    for stroke in sorted({stroke for stroke, _name, _path in drawn}, key=_order):
        alike = [(name, path) for mine, name, path in drawn if mine == stroke]
        for artist in _strokes(canvas, stroke, [path for _name, path in alike]):
            canvas.known[artist] = tuple(name for name, _path in alike)
            axes.add_artist(artist)
            if view.projection.is_globe:  # a lane beside a line on the horizon would lie in the sky
                artist.set_clip_path(path_of(outline(view.projection, view.centre)), axes.transData)
    if not drawn:
        return np.empty((0, 2))
    paths = [path for _stroke, _name, path in drawn]
    lines = shapely.linestrings(np.concatenate(paths), indices=np.repeat(np.arange(len(paths)), list(map(len, paths))))
    along: Numbers = shapely.get_coordinates(shapely.segmentize(lines, STEP * view.metres_per_point))
    return along


def _sheet_lines(sheet: Sheet, canvas: Canvas, view: View, scene: Scene) -> Iterator[tuple[Stroke, str, Numbers]]:
    """Give every path of a sheet (metres) with its stroke and its row's id."""
    columns = (sheet.rows["id"], sheet.drawn_as(), sheet.rows["pale"], laid(sheet, view))
    cut = scene.cut.systems if scene.cut else ()
    for name, usual, old, paths in zip(*columns, strict=True):
        look, pale = (CUT_LOOK, False) if name in cut else (usual, bool(old))
        yield from ((_stroke(look, pale, stretch, canvas, chosen=name in scene.selected), name, path)
                    for stretch, path in paths)


def _stroke(look: Category, pale: bool, stretch: Stretch, canvas: Canvas, *, chosen: bool) -> Stroke:
    colour = painted(look.colour, canvas.palette, ground=canvas.palette.sea, pale=pale)
    return Stroke(chosen, not pale, colour, ASSUMED if stretch.assumed else look.mark, look.width)


def _order(stroke: Stroke) -> tuple[bool, bool, str, str, float]:
    return stroke.chosen, stroke.strong, stroke.colour, stroke.mark, stroke.width


def _strokes(canvas: Canvas, stroke: Stroke, paths: list[Any]) -> Iterator[LineCollection]:
    width = CABLE_WIDTH * stroke.width * canvas.scale
    if stroke.chosen:
        yield LineCollection(paths, colors=canvas.palette.chosen, linewidths=width * CHOSEN_WIDTH, alpha=0.35,
                             capstyle="round", zorder=2.9)
    yield LineCollection(paths, colors=stroke.colour, linewidths=width, zorder=3, capstyle="butt",
                         joinstyle="round", linestyles=[dashes_of(stroke.mark, stroke.width)],
                         label=tags.LINES)
