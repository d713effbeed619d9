"""Crowds in a view: the points of a layer gathered into cells of the paper, so few that each can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from layers.base import Category
from layers.wording import Row, records
from render.arrays import Numbers
from render.picture.view import View
from scene.crowd import Cells, Whole, gather
from scene.scene import Scene
from scene.sheet import Sheet

CELL, GROWN = 36.0, 1.08
"""Points across a cell, so that the fullest circle has room for its count; cells grow until there are few enough."""
MOST_CELLS = 400
"""Of all crowds of a picture: each is a shape of an editable slide."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A layer's cells (points from the map's lower left corner), and the number of each gathered point's row."""

    sheet: Sheet
    cells: Cells
    rows: Whole

    @property
    def order(self) -> list[int]:
        """Give the cells as they are drawn, the smallest last, so that no other crowd hides them wholly."""
        return [int(cell) for cell in np.argsort(-self.cells.across, kind="stable")]

    def row(self, cell: int) -> Row:
        """Give the first row of a cell."""
        return next(records(self.sheet.rows.iloc[[int(self.rows[self.cells.firsts[cell]])]]))

    def look(self, cell: int) -> Category:
        """Give the commonest category of a cell's rows."""
        return self.sheet.field.categories[int(self.cells.looks[cell])]


def crowds_of(scene: Scene, view: View) -> list[Crowd]:
    """Gather the crowds of a scene as a view shows them; what is selected stands by itself and in no cell."""
    sheets = [sheet for sheet in scene.sheets if sheet.layer.is_crowd and len(sheet.rows)]
    return [_gathered(sheet, view, scene.selected, MOST_CELLS // len(sheets)) for sheet in sheets]


def points_of(sheet: Sheet, view: View) -> tuple[Numbers, Whole]:
    """Give the places (metres) of a sheet's points, and the number of the row that each belongs to."""
    lonlat, owners = shapely.get_coordinates(sheet.rows.geometry.to_numpy(), return_index=True)
    return view.place(*lonlat.T), owners


def _gathered(sheet: Sheet, view: View, selected: Sequence[str], most: int) -> Crowd:
    """Gather a crowd into cells that fill the window."""
    places, owners = points_of(sheet, view)
    free = view.holds(places) & ~sheet.rows["id"].isin(selected).to_numpy()[owners]
    points, rows = (places[free] - [view.west, view.south]) / view.metres_per_point, owners[free]
    looks, side = _numbers(sheet)[rows], CELL
    wide, high = (view.east - view.west) / view.metres_per_point, (view.north - view.south) / view.metres_per_point
    while True:
        sides = (wide / max(1, round(wide / side)), high / max(1, round(high / side)))
        cells = gather(points, looks, cell=sides, rows=rows)
        if len(cells) <= most:
            return Crowd(sheet, cells, rows)
        side *= GROWN


def _numbers(sheet: Sheet) -> Whole:
    """Give the number of each row's category; as everywhere, what has none looks like the first."""
    numbers = {code: number for number, code in enumerate(sheet.field.codes)}
    return np.array([numbers.get(code, 0) for code in sheet.rows[sheet.coloured_by].tolist()], dtype=np.int64)
