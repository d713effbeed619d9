"""The symbols of a legend: each draws one category into a box as it is drawn on the map."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from layers.base import Category, Kind
from render.colours import painted
from render.palette import BORDER_WIDTH, CABLE_WIDTH, MARK_SIZE
from render.picture.areas import HATCH_WIDTH, Area, hatch_colour, hatches
from render.picture.canvas import Box, Canvas
from render.picture.lines import dashes_of
from render.picture.marks import RING, RING_EDGE, VAGUE_DASHES, VAGUE_RING, Spot, colours_of, shape_of
from render.picture.zones import draw_swatch

Symbol = Callable[[Canvas, Box], None]


def symbol_of(kind: Kind, look: Category) -> Symbol:
    """Give what draws the symbol of a category of a layer of this kind."""
    draw = {Kind.AREA: _draw_area, Kind.ZONE: draw_swatch, Kind.LINE: _draw_line, Kind.POINT: _draw_point}[kind]
    return lambda canvas, box: draw(canvas, box, look)


def _draw_area(canvas: Canvas, box: Box, look: Category) -> None:
    palette = canvas.palette
    colour = Area("", look, False).colour(palette)
    canvas.swatch(box, facecolor=colour, edgecolor=palette.border, linewidth=BORDER_WIDTH * canvas.scale)
    if look.mark == "hatched":
        canvas.swatch(box, fill=False, hatch=hatches(canvas), linewidth=0, edgecolor=hatch_colour(colour, palette),
                      hatch_linewidth=HATCH_WIDTH * canvas.scale)


def _draw_line(canvas: Canvas, box: Box, look: Category) -> None:
    middle = box.bottom + box.height / 2
    colour = painted(look.colour, canvas.palette, ground=canvas.palette.sea)
    canvas.rule([box.left, box.right], [middle, middle], width=CABLE_WIDTH * look.width, color=colour,
                linestyle=dashes_of(look.mark, look.width), dash_capstyle="butt", solid_capstyle="butt")


def _draw_point(canvas: Canvas, box: Box, look: Category) -> None:
    face, edge, width = colours_of(Spot(0, 0, look), canvas)
    middle = box.left + box.width / 2, box.bottom + box.height / 2
    grown = Affine2D().scale(MARK_SIZE * 1.2).translate(*middle)
    canvas.add(PathPatch(shape_of(look).transformed(grown), facecolor=face, edgecolor=edge,
                         linewidth=width * canvas.scale))


def draw_vague(canvas: Canvas, box: Box) -> None:
    """Show the broken ring around a point that is known only to its country."""
    middle = box.left + box.width / 2, box.bottom + box.height / 2
    across = Affine2D().scale(MARK_SIZE * VAGUE_RING * 0.9).translate(*middle)
    canvas.add(PathPatch(shape_of(RING).transformed(across), fill=False, linestyle=(0, VAGUE_DASHES),
                         edgecolor=canvas.palette.quiet_ink, linewidth=RING_EDGE * canvas.scale))


def draw_paler(canvas: Canvas, box: Box) -> None:
    """Show one hue strong and pale, side by side."""
    ink, half = canvas.palette.ink, box.width / 2 - 1
    for left, pale in ((box.left, False), (box.left + half + 2, True)):
        colour = painted(ink, canvas.palette, ground=canvas.palette.paper, pale=pale)
        canvas.swatch(Box(left, box.bottom + 1, half, box.height - 2), facecolor=colour, linewidth=0)
