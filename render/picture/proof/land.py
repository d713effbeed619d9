"""The land of a picture: every outline in its fill, Japan's as Japan holds them, what is undetermined left open."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex

from geo.countries import read_countries
from i18n.text import Text
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.ground import HOME, Ground, read_ground
from render.picture.proof import faults
from render.picture.proof.looks import fills_of
from render.picture.proof.reading import on_map
from render.picture.view import build_view

ISLANDS = ((148.0, 45.1), (146.0, 44.15), (146.73, 43.8))
"""Etorofu, Kunashiri, Shikotan (lon, lat): well inside of each."""
OPEN_LAND = ((150.0, 45.95), (142.6, 47.3), (155.5, 50.2))
"""Urup, southern Sakhalin, Paramushir: undetermined in the Japanese view."""


def check_land(drawing: Drawing) -> Iterator[Text]:
    """Compare extent, outlines and their fills with the scene."""
    yield from _extent(drawing)
    view = drawing.view
    ground = read_ground(view, drawing.canvas)
    drawn = _drawn(drawing, ground)
    if len(ground.within(view)) and not drawn:
        yield faults.NO_LAND
        return
    fills = fill_by_outline(drawing, ground)
    yield from (_wrong(ground, index) for index, colour in drawn.items() if colour != fills[index])
    yield from (faults.NO_COUNTRY.format(words=_name(ground, int(index)))
                for index in ground.within(view) if index not in drawn)
    yield from _territory(drawing, ground, drawn)


def fill_by_outline(drawing: Drawing, ground: Ground) -> list[str]:
    """Give the colour that each outline must have: its category's, else Japan's, the land's, or none."""
    palette, fills = drawing.canvas.palette, fills_of(drawing.scene, drawing.canvas.palette)

    def fill(code: str, kind: str) -> str:
        if kind == "undetermined":
            return palette.undetermined
        return fills.get(code) or (palette.japan if code == HOME else palette.land)

    return [fill(code, kind) for code, kind in zip(ground.codes, ground.kinds, strict=True)]


def _extent(drawing: Drawing) -> Iterator[Text]:
    """Compare the axes with the view that the scene asks for on a map of this size."""
    box, canvas = drawing.map, drawing.canvas
    view, axes = build_view(drawing.scene, wide=box.width, high=box.height), drawing.figure.axes[0]
    shown = (*axes.get_xlim(), *axes.get_ylim())
    place = (box.left / canvas.width, box.bottom / canvas.height, box.width / canvas.width, box.height / canvas.height)
    same = np.allclose(shown, (view.west, view.east, view.south, view.north)) and np.allclose(
        axes.get_position().bounds, place)
    if not same:
        yield faults.OTHER_EXTENT


def _drawn(drawing: Drawing, ground: Ground) -> dict[int, str]:
    """Give the fill that each outline has on the map, by its number."""
    numbers = {id(path): number for number, path in enumerate(ground.paths)}
    drawn = {}
    for collection in on_map(drawing, PathCollection, tags.LAND):
        colours = [to_hex(colour) for colour in collection.get_facecolor()]
        for at, path in enumerate(collection.get_paths()):
            if id(path) in numbers and colours:
                drawn[numbers[id(path)]] = colours[at % len(colours)]
    return drawn


def _wrong(ground: Ground, index: int) -> Text:
    if ground.kinds[index] == "undetermined":
        return faults.NOT_OPEN
    return faults.OTHER_FILL.format(words=_name(ground, index))


def _name(ground: Ground, index: int) -> Text | str:
    country = read_countries().get(ground.codes[index])
    return country.name if country else "-"


def _territory(drawing: Drawing, ground: Ground, drawn: dict[int, str]) -> Iterator[Text]:
    """Ask whose outline the northern islands lie in, and whether the undetermined land beside them is open."""
    home = {drawn.get(number) for number, code in enumerate(ground.codes) if code == HOME}
    for places, fault, right in ((ISLANDS, faults.NOT_JAPAN, home),
                                 (OPEN_LAND, faults.NOT_OPEN, {drawing.canvas.palette.undetermined})):
        at = drawing.view.place(*np.array(places).T)
        seen = at[drawing.view.holds(at)]
        if any(drawn.get(number) not in right for place in seen for number in _outlines_at(ground, *place)):
            yield fault


def _outlines_at(ground: Ground, x: float, y: float) -> list[int]:
    """Give the numbers of the outlines that hold a place (metres)."""
    west, south, east, north = ground.bounds.T
    near = np.flatnonzero((west < x) & (x < east) & (south < y) & (y < north))
    return [int(number) for number in near[shapely.contains_xy(ground.shapes[near], x, y)]]
