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
from shapely.geometry import LineString

from geo.lanes import SPACING_PX, TAPER_PX, shift_all
from geo.lanes import Stretch as Piece
from geo.projection import outline
from i18n.text import Text
from layers.base import Category, Kind, Stretch
from render.colours import painted
from render.palette import CABLE_WIDTH, DASHES
from render.picture import tags
from render.picture.canvas import Canvas
from render.picture.ground import path_of
from render.picture.view import View
from scene.scene import Scene, Sheet

Numbers = NDArray[np.float64]
PX_PER_POINT = 2.0  # lanes are measured on a slide 1920 px wide, which is 960 points

ASSUMED = "dotted"
CUT_LOOK = Category("", Text("", ""), "#5f5f5f", "dotted", width=1.5)
SPACING, TAPER = SPACING_PX / PX_PER_POINT, TAPER_PX / PX_PER_POINT
"""Between lanes, and from a landing to the full shift (points of the canvas)."""
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
    drawn = [(stroke, path) for sheet in scene.sheets if sheet.layer.kind == Kind.LINE
             for stroke, path in _sheet_paths(sheet, canvas, view, scene)]
    for stroke in sorted({stroke for stroke, _path in drawn}, key=_order):
        for artist in _strokes(canvas, stroke, [path for mine, path in drawn if mine == stroke]):
            axes.add_artist(artist)
            if view.projection.is_globe:  # a lane beside a line on the horizon would lie in the sky
                artist.set_clip_path(path_of(outline(view.projection, view.centre)), axes.transData)
    if not drawn:
        return np.empty((0, 2))
    lines = [LineString(path) for _stroke, path in drawn]
    along: Numbers = shapely.get_coordinates(shapely.segmentize(lines, STEP * view.metres_per_point))
    return along


def _sheet_paths(sheet: Sheet, canvas: Canvas, view: View, scene: Scene) -> Iterator[tuple[Stroke, Numbers]]:
    """Give every path of a sheet (metres) with its stroke, systems that share a corridor side by side."""
    rows = sheet.rows
    shapes = iter(view.lay_out(stretch.line for system in rows["stretches"] for stretch in system))
    spacing, taper = SPACING * view.metres_per_point, TAPER * view.metres_per_point
    columns = (rows["id"], sheet.drawn_as(), rows["pale"], rows["stretches"])
    cut = scene.cut.systems if scene.cut else ()
    for name, usual, old, stretches in zip(*columns, strict=True):
        look, pale = (CUT_LOOK, False) if name in cut else (usual, bool(old))
        pieces = [(_stroke(look, pale, stretch, canvas, chosen=name in scene.selected), piece)
                  for stretch in stretches for piece in _pieces(stretch, next(shapes), view)]
        moved = shift_all([piece for _stroke, piece in pieces], spacing=spacing, taper=taper)
        yield from zip([stroke for stroke, _piece in pieces], moved, strict=True)


def _pieces(stretch: Stretch, shape: Any, view: View) -> list[Piece]:
    paths = [shapely.get_coordinates(part) for part in shapely.get_parts(shape) if not part.is_empty]
    cut = [view.is_edge(path[[0, -1]]) for path in paths]
    return [Piece(path, stretch.lane, None if rises else stretch.start, None if sets else stretch.stop)
            for path, (rises, sets) in zip(paths, cut, strict=True)]


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
