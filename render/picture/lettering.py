"""Lettering: names, dots of tiny countries and the scale bar, written over a map."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from numpy.typing import NDArray

from i18n.text import Text
from render.palette import BORDER_WIDTH
from render.picture.areas import areas_of
from render.picture.canvas import Box, Canvas
from render.picture.fonts import style
from render.picture.ground import fill_of, read_ground
from render.picture.labels import Label, Surroundings, set_labels
from render.picture.marks import mark_size
from render.picture.names import AROUND, Name, names_of
from render.picture.view import View
from scene.scene import Scene

Numbers = NDArray[np.float64]

DOT, DOT_EDGE = 3.6, 0.6
"""Diameter and edge in points of the dot that shows a tiny country."""
BAR = 90.0
"""Points that a scale bar is at most long."""
BAR_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
BAR_HEIGHT = 22.0
KM = Text("{km} km", "{km} km")


def draw_lettering(axes: Axes, canvas: Canvas, view: View, scene: Scene, *, box: Box, marks: Numbers,
                   lines: Numbers) -> list[Label]:
    """Write the names in view and the scale bar; `marks` and `lines` are places (metres) that names avoid."""
    ground = read_ground(view, canvas)
    names, bar = names_of(scene, view, ground), _bar(canvas, view, box)
    marks = np.vstack([marks, *([name.x, name.y] for name in names if name.is_dotted)])
    corner = np.array([view.west, view.south])
    surroundings = Surroundings(
        wide=box.width, high=box.height, marks=(marks - corner) / view.metres_per_point, mark=mark_size(view),
        lines=(lines - corner) / view.metres_per_point, taken=(bar,) if bar else (),
        country_at=lambda points: ground.at(points * view.metres_per_point + corner),
        coloured=frozenset(area.iso_a3 for area in areas_of(scene)),
    )
    places = [((name.x - view.west) / view.metres_per_point, (name.y - view.south) / view.metres_per_point)
              for name in names]
    size = style()["xtick.labelsize" if view.is_world else "font.size"]
    labels = set_labels(names, places, size=size, around=surroundings)
    set_names = {label.name for label in labels}
    _dots(axes, canvas, scene,
          [name for name in names if name.is_dotted and (name.weight < AROUND or name in set_names)])
    for label in labels:
        _write(canvas, label, box)
    return labels


def _write(canvas: Canvas, label: Label, box: Box) -> None:
    palette = canvas.palette
    colour = palette.quiet_ink if label.name.weight == AROUND else palette.ink
    if label.leader:
        x, y, to_x, to_y = label.leader
        canvas.rule([box.left + x, box.left + to_x], [box.bottom + y, box.bottom + to_y], width=0.5,
                    color=palette.quiet_ink, zorder=8)
    # The baseline stands a little above the lower edge of the box, which holds the descenders.
    canvas.write(label.name.text, box.left + label.left, box.bottom + label.bottom + label.size * 0.18,
                 size=label.size, colour=colour, halo=True)


def _dots(axes: Axes, canvas: Canvas, scene: Scene, names: list[Name]) -> None:
    """Show what is too small to be seen as dots of its country's colour."""
    fills = {area.iso_a3: area.colour(canvas.palette) for area in areas_of(scene)}
    across = [DOT * canvas.scale] * len(names)
    axes.add_artist(EllipseCollection(
        across, across, [0.0] * len(names), units="points", zorder=2.5, linewidths=DOT_EDGE * canvas.scale,
        offsets=[(name.x, name.y) for name in names] or np.empty((0, 2)), offset_transform=axes.transData,
        facecolors=[fill_of(fills.get(name.iso_a3), name.iso_a3, canvas) for name in names],
        edgecolors=canvas.palette.quiet_ink,
    ))


def _bar(canvas: Canvas, view: View, box: Box) -> tuple[float, float, float, float] | None:
    """Draw a scale bar at the lower right where one scale is true; give the box (points) that it takes."""
    km = view.scale
    fitting = [length for length in BAR_LENGTHS if km and length / km <= BAR]
    if not fitting:
        return None
    length = fitting[-1] / km
    right, bottom = box.right - 10, box.bottom + 8
    xs = [right - length, right - length, right, right]
    canvas.rule(xs, [bottom + 3, bottom, bottom, bottom + 3], width=BORDER_WIDTH * 2.5, zorder=8,
                color=canvas.palette.ink)
    canvas.write(KM.format(km=fitting[-1])[canvas.lang], right - length / 2, bottom + 4, align="center",
                 size=style()["figure.labelsize"], halo=True)
    return box.width - 10 - length, 0.0, box.width, BAR_HEIGHT
