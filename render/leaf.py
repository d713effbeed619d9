"""One leaf of the table: which rows stand on the page that is open, in which order, and which are marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from geo.countries import read_countries
from geo.tables import split
from i18n.text import Lang
from layers.wording import Row
from render.table import Column, columns, each_row, read_all
from scene.scene import Scene
from scene.sheet import Sheet

LEAF_ROWS = 50
MOST_LISTED = 500
"""Rows of a crowd that the table lists, under whatever it is sorted by; nobody turns a thousand pages."""
CHOSEN, NEAR = "chosen", "near"
"""How a row is marked: it is selected itself, or it concerns a country that is."""
NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
Place = tuple[Sheet, Row]


@dataclass(frozen=True, slots=True)
class Line:
    """A row in words under its id, with its mark."""

    row_id: str
    mark: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """The open page of a table; pages and rows are counted from 1, `total` are all rows and `beyond` not listed."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    page: int
    pages: int
    first: int
    total: int
    beyond: int

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1


def open_leaf(scene: Scene) -> Leaf:
    """Open the page asked for, else the one that holds what was selected last; never one past the end."""
    tabled = of_table(scene)
    shown = columns(tabled)
    places = _sorted(list(each_row(_listed(tabled, shown))), shown, scene)
    pages = max(1, -(-len(places) // LEAF_ROWS))
    page = min(scene.choice.page or _page_of(scene.selected, places), pages)
    first = (page - 1) * LEAF_ROWS
    open_places = places[first : first + LEAF_ROWS]
    lines = map(partial(_line, shown, scene.lang), open_places, marks_of(open_places, scene.selected))
    return Leaf(shown, tuple(lines), page, pages, first + 1, tabled.count, tabled.count - len(places))


def of_table(scene: Scene) -> Scene:
    """Narrow a scene to the layer whose table is open; all layers stand in one when that one is not shown."""
    own = tuple(sheet for sheet in scene.sheets if sheet.layer.id == scene.choice.table)
    return replace(scene, sheets=own) if own else scene


def marks_of(places: Sequence[Place], selected: Sequence[str]) -> list[str]:
    """Tell how each row is touched by what is selected; "" when it is not."""
    countries = read_countries().keys() & set(selected)

    def mark(row: Row) -> str:
        if row["id"] in selected:
            return CHOSEN
        return NEAR if countries.intersection(split(f"{row['iso_a3']}|{row['via']}")) else ""

    return [mark(row) for _sheet, row in places]


def _line(shown: Sequence[Column], lang: Lang, place: Place, mark: str) -> Line:
    sheet, row = place
    return Line(str(row["id"]), mark, tuple(column.read(sheet.layer, row, lang) for column in shown))


def _listed(scene: Scene, shown: Sequence[Column]) -> Scene:
    """Keep of each crowd the rows that are listed: the first ones as they are sorted."""
    if not any(sheet.layer.is_crowd for sheet in scene.sheets):
        return scene
    column = _wanted(shown, scene)
    return replace(scene, sheets=tuple(_first(sheet, column, scene) for sheet in scene.sheets))


def _first(sheet: Sheet, column: Column | None, scene: Scene) -> Sheet:
    if column is None or not sheet.layer.is_crowd:
        return sheet.listed(MOST_LISTED)
    order = _order(read_all(column, sheet, scene.lang), falling=scene.choice.sort.startswith("-"))
    return replace(sheet, rows=sheet.rows.iloc[order[:MOST_LISTED]])


def _sorted(places: list[Place], shown: Sequence[Column], scene: Scene) -> list[Place]:
    """Sort by a column as it reads; unsorted when the table lacks the column."""
    column = _wanted(shown, scene)
    if column is None:
        return places
    cells = [column.read(sheet.layer, row, scene.lang) for sheet, row in places]
    return [places[at] for at in _order(cells, falling=scene.choice.sort.startswith("-"))]


def _wanted(shown: Sequence[Column], scene: Scene) -> Column | None:
    """Find the column that the table is sorted by, if it has it."""
    return next((column for column in shown if column.id == scene.choice.sort.removeprefix("-")), None)


def _order(cells: Sequence[str], *, falling: bool) -> list[int]:
    """Give the numbers of cells in their order, blanks last in either one."""
    rank = float if all(map(_is_number, filter(None, cells))) else str.casefold
    filled = sorted((at for at, cell in enumerate(cells) if cell), key=lambda at: rank(cells[at]), reverse=falling)
    return [*filled, *(at for at, cell in enumerate(cells) if not cell)]


def _is_number(cell: str) -> bool:
    return NUMBER.fullmatch(cell) is not None


def _page_of(selected: Sequence[str], places: Sequence[Place]) -> int:
    """Find the page of what was selected last: the row itself, else the first that concerns the country."""
    if not selected:
        return 1
    marks = marks_of(places, selected[-1:])
    found = next((marks.index(mark) for mark in (CHOSEN, NEAR) if mark in marks), 0)
    return found // LEAF_ROWS + 1
