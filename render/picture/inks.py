"""The ink of a name: dark or light, by the contrast with what lies below it, for not every program draws halos."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from render.arrays import Numbers
from render.colours import contrast
from render.palette import Palette
from render.picture.areas import fills_of
from render.picture.canvas import Canvas
from render.picture.ground import fill_of
from render.picture.labels import Label
from scene.scene import Scene

ACROSS, UP = np.linspace(0.04, 0.96, 7), np.array([0.3, 0.7])
"""Where below a name it is looked at what lies there, in shares of its box."""


def grounds_of(
    canvas: Canvas, scene: Scene, labels: Sequence[Label], country_at: Callable[[Numbers], list[str]]
) -> list[frozenset[str]]:
    """Give, for each name, the colours of land and sea below it; `country_at` knows the lands of points of the map."""
    fills = fills_of(scene, canvas.palette)
    places = np.array([label.box for label in labels]).reshape(-1, 4)
    shares = np.array([(x, y) for x in ACROSS for y in UP])
    points = places[:, None, :2] + shares * (places[:, None, 2:] - places[:, None, :2])
    codes = np.array(country_at(points.reshape(-1, 2)), dtype=object).reshape(len(labels), len(shares))
    colours = {code: fill_of(fills.get(code), code, canvas) if code else canvas.palette.sea for code in codes.flat}
    return [frozenset(colours[code] for code in row) for row in codes]


def ink_on(ground: frozenset[str], ink: str, palette: Palette) -> tuple[str, str]:
    """Give ink and halo of a name: its own and the look's, or light and dark the other way round if that reads better.

    What counts is the colour below it that each is hardest to read on.
    """
    least = {colour: min((contrast(colour, below) for below in ground), default=1.0) for colour in (ink, palette.halo)}
    return (palette.halo, palette.ink) if least[palette.halo] > least[ink] else (ink, palette.halo)
