"""Lettering: names, dots of tiny countries and the scale bar, written over a map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection

from i18n.text import Text
from render.arrays import Numbers
from render.palette import BORDER_WIDTH
from render.picture import tags
from render.picture.areas import fills_of
from render.picture.canvas import Box, Canvas
from render.picture.fonts import style
from render.picture.ground import fill_of, read_ground
from render.picture.inks import grounds_of, ink_on
from render.picture.labels import Label, set_labels
from render.picture.marks import mark_size
from render.picture.names import AROUND, PLACE, Name, names_of
from render.picture.surroundings import Edges, Surroundings
from render.picture.view import View
from scene.scene import Scene

DOT, DOT_EDGE = 3.6, 0.6
"""Diameter and edge in points of the dot that shows a tiny country."""
LEADER_WIDTH, LEADER_HALO, LEADER_END = 0.6, 3.0, 2.0
"""Width of a leader, how much wider its halo is, and diameter of the point in which it ends on land."""
BAR = 90.0
"""Points that a scale bar is at most long."""
BAR_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
BAR_HEIGHT = 23.0
KM = Text("{km} km", "{km} km")


@dataclass(frozen=True)
class Lettering:
    """The names in view (places in points too), those that are set, and what they keep clear of."""

    names: Sequence[Name]
    places: Numbers
    labels: tuple[Label, ...]
    around: Surroundings

    @property
    def lost(self) -> list[int]:
        """List the countries with rows, where they are asked for, that found no room: numbers of names."""
        named = {label.name for label in self.labels}
        return [number for number, name in enumerate(self.names) if name.weight < PLACE and name not in named]

    def beside(self, taken: Sequence[Edges], *, but: Sequence[int]) -> Lettering:
        """Set the names anew beside further boxes that are taken, but for some (by number)."""
        return _set(self.names, self.places, replace(self.around, taken=(*self.around.taken, *taken)), but=but)


def set_lettering(canvas: Canvas, view: View, scene: Scene, *, box: Box, marks: Numbers, lines: Numbers,
                  taken: tuple[Edges, ...] = ()) -> Lettering:
    """Set the names in view; `marks` and `lines` are places (metres), `taken` boxes (points) that they avoid.

    Nothing is drawn.
    """
    ground = read_ground(view, canvas)
    names, bar = names_of(scene, view, ground), _bar(view, box)
    marks = np.vstack([marks, *([name.x, name.y] for name in names if name.is_dotted)])
    corner = np.array([view.west, view.south])
    around = Surroundings(
        wide=box.width, high=box.height, marks=(marks - corner) / view.metres_per_point, mark=mark_size(view),
        lines=(lines - corner) / view.metres_per_point, taken=(*taken, *(bar[1:] if bar else ())),
        country_at=lambda points: ground.at(points * view.metres_per_point + corner),
        coloured=frozenset(fills_of(scene, canvas.palette)),
    )
    places = (np.array([(name.x, name.y) for name in names]).reshape(-1, 2) - corner) / view.metres_per_point
    return _set(names, places, around)


def _set(names: Sequence[Name], places: Numbers, around: Surroundings, *, but: Sequence[int] = ()) -> Lettering:
    kept = [number for number in range(len(names)) if number not in but]
    labels = set_labels([names[number] for number in kept], places[kept], size=style()["font.size"], around=around)
    return Lettering(names, places, tuple(labels), around)


def write_lettering(axes: Axes, canvas: Canvas, view: View, scene: Scene, *, box: Box, lettering: Lettering) -> None:
    """Write the names that are set and the scale bar; dot the places that are too small to be seen."""
    set_names = {label.name for label in lettering.labels}
    _dots(axes, canvas, scene, [name for name in lettering.names
                                if name.is_dotted and (name.weight < AROUND or name in set_names)])
    grounds = grounds_of(canvas, scene, lettering.labels, lettering.around.country_at)
    for label, ground in zip(lettering.labels, grounds, strict=True):
        _write(canvas, label, box, ground)
    if bar := _bar(view, box):
        _draw_bar(canvas, *bar, box=box)


def _write(canvas: Canvas, label: Label, box: Box, ground: frozenset[str]) -> None:
    palette = canvas.palette
    colour = palette.quiet_ink if label.name.weight == AROUND else palette.ink
    colour, halo = ink_on(ground, colour, palette)
    if label.leader:
        _draw_leader(canvas, label, np.array(label.leader) + np.array([box.left, box.bottom] * 2))
    # The baseline stands a little above the lower edge of the box, which holds the descenders.
    canvas.write(label.name.text, box.left + label.left, box.bottom + label.bottom + label.size * 0.18,
                 size=label.size, colour=colour, halo=halo)


def _draw_leader(canvas: Canvas, label: Label, ends: Numbers) -> None:
    """Draw a leader from the edge of its dot; on land without a dot it ends in a point."""
    start, end = ends[:2], ends[2:]
    if label.name.is_dotted:
        start = start + (end - start) * min(1.0, (DOT + DOT_EDGE) / 2 / max(float(np.hypot(*(end - start))), 0.1))
    else:
        canvas.rule([start[0]], [start[1]], marker="o", markersize=LEADER_END * canvas.scale, zorder=8,
                    color=canvas.palette.quiet_ink, markeredgewidth=0)
    xs, ys = [start[0], end[0]], [start[1], end[1]]
    canvas.rule(xs, ys, width=LEADER_WIDTH * LEADER_HALO, color=canvas.palette.halo, zorder=7.9, solid_capstyle="butt")
    canvas.rule(xs, ys, width=LEADER_WIDTH, color=canvas.palette.quiet_ink, zorder=8)


def _dots(axes: Axes, canvas: Canvas, scene: Scene, names: list[Name]) -> None:
    """Show what is too small to be seen as dots of its country's colour."""
    fills = fills_of(scene, canvas.palette)
    across = [DOT * canvas.scale] * len(names)
    dots = EllipseCollection(
        across, across, [0.0] * len(names), units="points", zorder=2.5, linewidths=DOT_EDGE * canvas.scale,
        offsets=[(name.x, name.y) for name in names] or np.empty((0, 2)), offset_transform=axes.transData,
        facecolors=[fill_of(fills.get(name.iso_a3), name.iso_a3, canvas) for name in names],
        edgecolors=canvas.palette.quiet_ink, label=tags.DOTS,
    )
    canvas.known[dots] = tuple(name.iso_a3 for name in names)
    axes.add_artist(dots)


def _bar(view: View, box: Box) -> tuple[int, Edges] | None:
    """Give the km of a scale bar and the edges (points of the map) of what it takes; None where no scale is true."""
    km = view.scale
    fitting = [length for length in BAR_LENGTHS if km and length / km <= BAR]
    if not fitting:
        return None
    return fitting[-1], (box.width - 10 - fitting[-1] / km, 0.0, box.width, BAR_HEIGHT)


def _draw_bar(canvas: Canvas, km: int, edges: Edges, *, box: Box) -> None:
    """Draw a scale bar at the lower right."""
    left, right, bottom = box.left + edges[0], box.right - 10, box.bottom + 8
    canvas.rule([left, left, right, right], [bottom + 3, bottom, bottom, bottom + 3], width=BORDER_WIDTH * 2.5,
                zorder=8, color=canvas.palette.ink)
    canvas.write(KM.format(km=km)[canvas.lang], (left + right) / 2, bottom + 4, align="center",
                 size=style()["figure.labelsize"], halo=canvas.palette.halo)
