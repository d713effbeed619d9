"""Damages to the map of a drawing: covered, shifted, filled or dashed otherwise."""

from __future__ import annotations

from typing import Any

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Rectangle

from layers.registry import find_layers
from render.palette import PALETTES
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.ground import read_ground
from render.picture.proof.reading import on_map
from tests.render.picture.damaged_words import Damage


def covered(zorder: float, colour: str = "#ffffff") -> Damage:
    def damage(drawing: Drawing) -> None:
        drawing.figure.axes[0].add_artist(Rectangle((-9e7, -9e7), 2e8, 2e8, facecolor=colour, zorder=zorder))

    return damage


def all_white(drawing: Drawing) -> None:
    drawing.figure.add_artist(Rectangle((0, 0), 1, 1, transform=drawing.figure.transFigure, facecolor="#ffffff",
                                        zorder=99))


def lost_island(drawing: Drawing) -> None:
    """Take the smallest coloured outline off the map."""
    land = on_map(drawing, PathCollection, tags.LAND)[0]
    colours, paths = land.get_facecolor(), land.get_paths()
    land.set_paths(paths[:-1])
    land.set_facecolor(colours[:-1])


def swapped_fills(drawing: Drawing) -> None:
    land = on_map(drawing, PathCollection, tags.LAND)[0]
    one, other = PALETTES["official"].land, find_layers()["isdbt"].looks[0].colour
    swapped = {one: other, other: one}
    land.set_facecolor([swapped.get(hexed(colour), colour) for colour in land.get_facecolor()])


def hexed(colour: Any) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in np.asarray(colour)[:3])


def filled(kind: str, colour: str) -> Damage:
    """Fill the outlines of a kind or code otherwise, by laying them over the land."""

    def damage(drawing: Drawing) -> None:
        ground = read_ground(drawing.view, drawing.canvas)
        paths = [path for path, *what in zip(ground.paths, ground.kinds, ground.codes, strict=True) if kind in what]
        drawing.figure.axes[0].add_artist(PathCollection(paths, facecolors=colour, zorder=1.05))

    return damage


def refilled(kind: str) -> Damage:
    def damage(drawing: Drawing) -> None:
        ground = read_ground(drawing.view, drawing.canvas)
        land = on_map(drawing, PathCollection, tags.LAND)[0]
        colours, shown = land.get_facecolor().copy(), ground.within(drawing.view)
        colours[[ground.kinds[number] == kind for number in shown]] = (0.5, 0.5, 0.5, 1)
        land.set_facecolor(colours)

    return damage


def solid(drawing: Drawing) -> None:
    for lines in on_map(drawing, LineCollection, tags.LINES):
        lines.set_linestyle("solid")


def recoloured(drawing: Drawing) -> None:
    on_map(drawing, LineCollection, tags.LINES)[0].set_color("#ff00ff")


def sunk(drawing: Drawing) -> None:
    for lines in on_map(drawing, LineCollection, tags.LINES):
        lines.set_zorder(-1)


def reshaped(drawing: Drawing) -> None:
    marks = on_map(drawing, PathCollection, tags.MARKS)[0]
    marks.set_paths(marks.get_paths()[::-1])


def halved(drawing: Drawing) -> None:
    marks = on_map(drawing, PathCollection, tags.MARKS)[0]
    marks.set_offsets(marks.get_offsets()[:1])


def slid(drawing: Drawing) -> None:
    left, right = drawing.figure.axes[0].get_xlim()
    drawing.figure.axes[0].set_xlim(left + (right - left) / 20, right + (right - left) / 20)


def slid_land(drawing: Drawing) -> None:
    for land in on_map(drawing, PathCollection, tags.LAND):
        land.set_offsets([(60.0, 0.0)])
