"""Circles on a picture: one for each cell of a crowd, as large as its rows are many; a single row is a plain mark."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from i18n.counts import short
from i18n.text import Text
from layers.base import Category
from render.arrays import Numbers
from render.picture import tags
from render.picture.canvas import Box, Canvas
from render.picture.crowds import Crowd, crowds_of
from render.picture.fonts import style, width_of
from render.picture.inks import ink_on
from render.picture.marks import EDGE, HOLLOW_EDGE, Spot, colours_of, mark_size, points_across, shape_of
from render.picture.view import View
from scene.scene import Scene

CORNERS = 40
"""Of a circle: no eye sees that it has any, and an editable slide stays light."""
TURNS = np.linspace(0, 2 * np.pi, CORNERS + 1)
ROUND = Path(np.column_stack([np.cos(TURNS), np.sin(TURNS)]) / 2, closed=True)
"""A circle, one unit across."""
ROOM = 0.95
"""How much of a circle's width the count in it may take."""
TALL = 1.3
"""What a circle must have besides, in sizes of the type."""
MIDDLE = 0.36
"""How far above its baseline the middle of a digit lies, in sizes of its type."""
COUNTED = Text("{layer}: {count}件", "{layer}: {count} rows")
MOSTLY = Text("(最も多い区分: {look} {alike}件)", " (most of all {look}: {alike})")


def draw_crowds(axes: Axes, canvas: Canvas, view: View, scene: Scene, *, box: Box) -> Numbers:
    """Draw the crowds in view on the map in its box; give places (metres) all over them, for names to avoid."""
    covered, size = [np.empty((0, 2))], mark_size(view)
    for crowd in crowds_of(scene, view):
        across = np.where(crowd.cells.across > 0, crowd.cells.across, size)
        _draw(axes, canvas, view, crowd, across)
        with canvas.tagged(tags.COUNT):
            _count(canvas, crowd, box)
        covered += [_all_over(place, wide, size) for place, wide in zip(crowd.cells.places, across, strict=True)]
    return _placed(np.vstack(covered), view)


def _draw(axes: Axes, canvas: Canvas, view: View, crowd: Crowd, across: Numbers) -> None:
    """Draw circles and single marks, each so many points across."""
    order, counts = crowd.order, crowd.cells.counts
    shapes = [ROUND if counts[cell] > 1 else shape_of(crowd.look(cell)) for cell in order]
    looks = [circle_colours(crowd, cell, canvas) for cell in order]
    drawn = PathCollection(
        [shape.transformed(Affine2D().scale(across[cell])) for shape, cell in zip(shapes, order, strict=True)],
        offsets=_placed(crowd.cells.places[order], view), offset_transform=axes.transData, zorder=4.5,
        facecolors=[face for face, _, _ in looks], edgecolors=[edge for _, edge, _ in looks],
        linewidths=[width * canvas.scale for _, _, width in looks], label=tags.CROWD,
    )
    drawn.set_transform(points_across(canvas, 1.0))
    canvas.known[drawn] = tuple(_known(canvas, crowd, cell) for cell in order)
    axes.add_artist(drawn)


def circle_colours(crowd: Crowd, cell: int, canvas: Canvas) -> tuple[str, str, float]:
    """Give face, edge and its width: the mark's own; of categories that differ by form alone, a dark edge tells."""
    look, palette = crowd.look(cell), canvas.palette
    face, edge, width = colours_of(Spot(0, 0, look, pale=_is_pale(crowd, cell)), canvas)
    if crowd.cells.counts[cell] > 1 and _is_second(crowd.sheet.field.categories, look):
        return face, palette.ink, HOLLOW_EDGE
    return face, edge, width if look.hollow else EDGE


def _is_second(categories: tuple[Category, ...], look: Category) -> bool:
    """Tell whether an earlier category has the same colour and filling, and only another form."""
    alike = [each for each in categories if (each.colour, each.hollow) == (look.colour, look.hollow)]
    return look.mark != alike[0].mark


def _is_pale(crowd: Crowd, cell: int) -> bool:
    """Tell whether a cell holds one row, and that is pale."""
    return bool(crowd.cells.counts[cell] == 1 and crowd.row(cell)["pale"])


def _count(canvas: Canvas, crowd: Crowd, box: Box) -> None:
    """Write the count into each circle that has room for it."""
    size, cells = float(style()["font.size"]), crowd.cells
    for cell in np.flatnonzero(cells.counts > 1):
        words = short(int(cells.counts[cell]))[canvas.lang]
        if max(width_of(words, size), size * TALL) <= cells.across[cell] * ROOM:
            x, y = cells.places[cell]
            face = circle_colours(crowd, int(cell), canvas)[0]
            ink, _halo = ink_on(frozenset({face}), canvas.palette.halo, canvas.palette)
            canvas.write(words, box.left + x, box.bottom + y - size * MIDDLE, size=size, align="center",
                         colour=ink, halo=face)


def _known(canvas: Canvas, crowd: Crowd, cell: int) -> str:
    """Name what a path stands for: a row by its id, a circle by its layer and number, with what is read out for it."""
    if crowd.cells.counts[cell] == 1:
        return str(crowd.row(cell)["id"])
    key = f"{crowd.sheet.layer.id}:{cell + 1}"
    canvas.circles[key] = told(crowd, cell)[canvas.lang]
    return key


def told(crowd: Crowd, cell: int) -> Text:
    """Say how many rows a circle stands for, and of what most of them are."""
    cells, look = crowd.cells, crowd.look(cell)
    said = COUNTED.format(layer=crowd.sheet.layer.title, count=f"{cells.counts[cell]:,}")
    is_one = len(crowd.sheet.field.categories) == 1
    return said if is_one else said + MOSTLY.format(look=look.label, alike=f"{cells.alike[cell]:,}")


def _placed(points: Numbers, view: View) -> Numbers:
    """Bring points from the map's lower left corner to metres."""
    places: Numbers = points * view.metres_per_point + [view.west, view.south]
    return places


def _all_over(place: Numbers, across: float, size: float) -> Numbers:
    """Give the places of so many marks of a size that they cover a circle."""
    reach = max(0.0, (across - size) / 2)
    steps = np.linspace(-reach, reach, max(1, int(np.ceil(2 * reach / size)) + 1))
    grid = np.array(np.meshgrid(steps, steps)).reshape(2, -1).T
    inside: Numbers = place + grid[np.hypot(*grid.T) <= reach + 1e-9]
    return inside if len(inside) else place[None]


def draw_circles(canvas: Canvas, box: Box) -> None:
    """Show in a legend a small circle beside a large one."""
    for left, across in ((box.left + box.height * 0.3, box.height * 0.55), (box.left + box.width * 0.68, box.height)):
        middle = Affine2D().scale(across).translate(left, box.bottom + box.height / 2)
        canvas.add(PathPatch(ROUND.transformed(middle), facecolor=canvas.palette.quiet_ink, linewidth=0))
