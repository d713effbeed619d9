"""The rows of a picture: each line and mark in view is drawn, in the colour and form of its category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex

from i18n.text import Text
from layers.base import Kind
from render.arrays import Numbers
from render.palette import DASHES, Palette
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.lines import ASSUMED, CUT_LOOK
from render.picture.proof import faults
from render.picture.proof.looks import Look, is_cut, look_of
from render.picture.proof.reading import Form, dash_form, on_map, shape_form
from render.picture.view import View
from scene.scene import Scene
from scene.sheet import Sheet

REACH = 40.0
"""Points that a fan or a lane may move a mark or a line from its place."""
Sign = tuple[str, Form, bool]
"""Colour, form, hollow."""


@dataclass(slots=True)
class Rows:
    """What is drawn alike: in whose name, of what kind, and where (metres)."""

    label: str
    kind: Kind
    look: Look
    places: Numbers

    def seen(self, view: View, *, margin: float) -> int:
        """Count the places that lie in the view, at least `margin` points from its edge."""
        return int(view.holds(self.places, margin=margin).sum())


def rows_of(scene: Scene, palette: Palette, view: View) -> dict[Sign, Rows]:
    """Gather the line and point rows of a scene by the sign that they must be drawn with."""
    named, places = dict[Sign, tuple[str, Kind, Look]](), dict[Sign, list[Numbers]]()
    for sheet in scene.sheets:
        if sheet.layer.is_crowd:  # what is selected of it stands by itself
            sheet = replace(sheet, rows=sheet.rows[sheet.rows["id"].isin(scene.selected)])
        signs = {Kind.LINE: _lines, Kind.POINT: _points}.get(sheet.layer.kind)
        for label, look, at in signs(scene, sheet, palette) if signs else ():
            sign = look.colour, look.form, look.hollow
            named.setdefault(sign, (label, sheet.layer.kind, look))
            places.setdefault(sign, []).append(at)
    return {sign: Rows(*named[sign], view.place(*np.vstack(places[sign]).T)) for sign in named}


def _lines(scene: Scene, sheet: Sheet, palette: Palette) -> Iterator[tuple[str, Look, Numbers]]:
    """List the stretches of a sheet; one whose landing is assumed is dotted, whatever its category."""
    columns = (sheet.rows["id"], sheet.drawn_as(), sheet.rows["pale"], sheet.rows["stretches"])
    for name, usual, old, stretches in zip(*columns, strict=True):
        cut = is_cut(scene, name)
        look = look_of(Kind.LINE, CUT_LOOK if cut else usual, palette, pale=bool(old) and not cut)
        for stretch in stretches:
            form = dash_form(DASHES[ASSUMED]) if stretch.assumed else look.form
            yield usual.label[scene.lang], replace(look, form=form), _samples(stretch.line)


def _samples(line: Any) -> Numbers:
    """Give a few places along a line (lon, lat)."""
    return shapely.get_coordinates(line)[::4]


def _points(scene: Scene, sheet: Sheet, palette: Palette) -> Iterator[tuple[str, Look, Numbers]]:
    columns = (sheet.drawn_as(), sheet.rows["pale"], sheet.rows.geometry)
    for category, pale, shape in zip(*columns, strict=True):
        yield (category.label[scene.lang], look_of(Kind.POINT, category, palette, pale=bool(pale)),
               shapely.get_coordinates(shape))


def check_rows(drawing: Drawing, rows: dict[Sign, Rows]) -> Iterator[Text]:
    """Compare the lines and marks on the map with the rows of the scene."""
    yield from _check_lines(drawing, {sign: each for sign, each in rows.items() if each.kind == Kind.LINE})
    yield from _check_marks(drawing, {sign: each for sign, each in rows.items() if each.kind == Kind.POINT})


def _check_lines(drawing: Drawing, rows: dict[Sign, Rows]) -> Iterator[Text]:
    drawn = {(to_hex(lines.get_color()[0]), dash_form(lines.get_linestyle()[0][1]), False)
             for lines in on_map(drawing, LineCollection, tags.LINES) if lines.get_paths()}
    for sign in drawn - rows.keys():
        alike = [each.label for each in rows.values() if each.look.colour == sign[0]]
        yield faults.OTHER_DASHES.format(words=alike[0]) if alike else faults.FOREIGN_ROWS
    for sign in rows.keys() - drawn:
        if rows[sign].seen(drawing.view, margin=REACH):
            yield faults.NO_ROWS.format(words=rows[sign].label)


def _check_marks(drawing: Drawing, rows: dict[Sign, Rows]) -> Iterator[Text]:
    drawn = Counter(sign for marks in on_map(drawing, PathCollection, tags.MARKS) for sign in _signs(marks, drawing))
    if drawn.keys() - rows.keys():
        yield faults.FOREIGN_ROWS
    for sign, each in rows.items():
        least, most = (each.seen(drawing.view, margin=margin) for margin in (REACH, -REACH))
        if least and not drawn[sign]:
            yield faults.NO_ROWS.format(words=each.label)
        elif not least <= drawn[sign] <= most:
            yield faults.OTHER_MARKS.format(words=each.label)


def _signs(marks: PathCollection, drawing: Drawing) -> Iterator[Sign]:
    """List the signs of a collection of marks; a hollow one has the halo's colour inside its edge."""
    halo = drawing.canvas.palette.halo
    forms = {id(path): shape_form(path) for path in marks.get_paths()}
    faces, edges = np.asarray(marks.get_facecolor()), np.asarray(marks.get_edgecolor())
    paths, count = marks.get_paths(), len(np.asarray(marks.get_offsets()))
    for at in range(count if paths else 0):
        face, edge = (to_hex(tuple(colours[at % len(colours)])) for colours in (faces, edges))
        yield edge if face == halo else face, forms[id(paths[at % len(paths)])], face == halo
