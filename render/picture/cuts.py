"""A cut in thought on a picture: a cross on each system, a double ring around lost landings, hatches on countries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D

from geo.network import present_network
from i18n import words
from i18n.text import Text
from render.arrays import Numbers
from render.picture.areas import hatches
from render.picture.canvas import Box, Canvas
from render.picture.ground import read_ground
from render.picture.view import View
from scene.cut import Cut
from scene.scene import Scene

CROSS, RINGS = 9.0, (8.0, 12.0)
"""Sizes in points: of a cross, across the two rings of a landing."""
WIDTH = 1.2
KEY_SHARE = 0.7
"""How large a sign is in the legend, against the map."""


def draw_cut(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> None:
    """Draw what a cut in thought takes away; the cut lines themselves are drawn with the lines."""
    if scene.cut:
        _hatch(axes, canvas, view, scene.cut)
        for place in _landings(view, scene.cut):
            for size in RINGS:
                _mark(axes, canvas, place, "o", size)
        for place in _middles(view, scene):
            _mark(axes, canvas, place, "x", CROSS)


def _hatch(axes: Axes, canvas: Canvas, view: View, cut: Cut) -> None:
    ground = read_ground(view, canvas)
    lost = {code: path for code, path in zip(ground.codes, ground.paths, strict=True) if code in cut.countries}
    hatched = PathCollection([*lost.values()], facecolors="none", hatch=hatches(canvas), zorder=2.1,
                             linewidths=WIDTH * canvas.scale, edgecolors=canvas.palette.ink)
    canvas.known[hatched] = (*lost,)
    axes.add_artist(hatched)


def _landings(view: View, cut: Cut) -> Numbers:
    """Give the places of the lost landings (metres)."""
    nodes = present_network().topology.nodes
    at = [nodes[name].place for name in sorted(cut.lost | set(cut.places))]
    places = view.place([lon for lon, _lat in at], [lat for _lon, lat in at])
    return places[np.isfinite(places[:, 0])]


def _middles(view: View, scene: Scene) -> Numbers:
    """Give the middle of the longest stretch of each cut system that shows (metres), none if it is behind a globe."""
    cut = scene.cut.systems if scene.cut else ()
    rows = [row for sheet in scene.sheets for row in sheet.each_row() if row["id"] in cut]
    lines = [max((stretch.line for stretch in row["stretches"]), key=lambda line: float(line.length)) for row in rows]
    at = shapely.get_coordinates([line.interpolate(0.5, normalized=True) for line in lines])
    places = view.place(at[:, 0], at[:, 1])
    return places[np.isfinite(places[:, 0])]


def _mark(axes: Axes, canvas: Canvas, place: Numbers, marker: str, size: float) -> None:
    """Draw one sign on a lighter ground of itself, so that it is seen on any line."""
    x, y = place
    for colour, width in ((canvas.palette.halo, WIDTH * 3), (canvas.palette.ink, WIDTH)):
        axes.add_artist(Line2D([x], [y], zorder=5.5, **_sign(canvas, marker, size, colour, width)))


def _sign(canvas: Canvas, marker: str, size: float, colour: str, width: float) -> dict[str, Any]:
    return {"marker": marker, "markersize": size * canvas.scale, "markerfacecolor": "none", "linestyle": "",
            "markeredgecolor": colour, "markeredgewidth": width * canvas.scale}


def _key(*signs: tuple[str, float]) -> Callable[[Canvas, Box], None]:
    """Make the symbol of a legend that shows these signs in the middle of its box."""

    def draw(canvas: Canvas, box: Box) -> None:
        for marker, size in signs:
            style = _sign(canvas, marker, size * KEY_SHARE, canvas.palette.ink, WIDTH)
            canvas.rule([box.left + box.width / 2], [box.bottom + box.height / 2], **style)

    return draw


def _hatch_key(canvas: Canvas, box: Box) -> None:
    canvas.swatch(box, fill=False, hatch=hatches(canvas), linewidth=WIDTH * canvas.scale, edgecolor=canvas.palette.ink)


CUT_KEYS: tuple[tuple[Callable[[Canvas, Box], None], Text], ...] = (
    (_key(("x", CROSS)), words.CUT_LINE),
    (_key(*(("o", size) for size in RINGS)), words.LOST_LANDING),
    (_hatch_key, words.LOST_COUNTRY),
)
