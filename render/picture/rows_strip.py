"""The strip of rows: a compact list of what the map shows, set in as many columns as fit, between map and sources."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from i18n.text import Lang, Text
from layers.base import Layer
from layers.wording import Row
from render.picture.canvas import LINE_HEIGHT, Canvas
from render.picture.fonts import style, width_of
from render.picture.margins import MARGIN, STRIP_GAP, Margin, Passage
from render.table import Column, columns
from scene.scene import Scene
from scene.sheet import Sheet

ROWS_SHARE = 0.25
"""Share of the paper's height that the list may take; rows beyond that are counted."""
SHOWN: Mapping[str, tuple[float, float]] = MappingProxyType({
    "name": (105.0, 260.0), "iso_a3": (50.0, 140.0), "status": (100.0, 100.0), "status_as_of": (80.0, 80.0),
    "date": (100.0, 100.0),
})
"""The columns of the list in their order; the points that a cell has at least, if its words need them, and at most:
names give way before a status or a date is cut off."""
SHORTER: Mapping[str, Text] = MappingProxyType({"iso_a3": Text("国・地域", "Countries")})
MOST_LISTED = 300
"""Rows of a crowd that are measured: no paper has room for more."""
CELL_GAP, COLUMN_GAP, INDENT = 9.0, 24.0, 8.0
ALL = Text("{layer} {count}件", "{layer}: {count}")
SOME = Text("{layer} {count}件のうち{given}件(ほか{rest}件)", "{layer}: {given} of {count} (and {rest} more)")
UNCONFIRMED = Text("{date}(未確認)", "{date} (unconf.)")
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: the cells of a row, or the words that head a layer's part."""

    cells: tuple[str, ...] = ()
    head: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A layer's part of the list: its title and the cells of its rows."""

    title: Text
    rows: tuple[tuple[str, ...], ...]
    lang: Lang
    beyond: int = 0  # rows of a crowd that no list has room for

    def head(self, given: int) -> str:
        """Word what heads so many of the rows."""
        count = len(self.rows) + self.beyond
        wording = SOME if 0 < given < count else ALL
        return wording.format(layer=self.title, count=count, given=given, rest=count - given)[self.lang]

    def entries(self, given: int) -> Iterator[Entry]:
        """List so many of the rows under a head that counts them all, and those that are left out."""
        yield Entry(head=self.head(given))
        yield from (Entry(cells) for cells in self.rows[:given])


@dataclass(frozen=True, slots=True)
class Grid:
    """How the list is set: in so many columns, so many points apart, their cells so wide."""

    across: int
    step: float
    widths: tuple[float, ...]


def set_rows(canvas: Canvas, scene: Scene, *, bottom: float, most: float) -> Margin:
    """Set the rows of a scene above `bottom`, at most so high; points of the canvas."""
    size, chosen = float(style()["font.size"]), _columns(scene)
    parts = [_part(sheet, scene.lang, chosen) for sheet in scene.sheets if len(sheet.rows)]
    heads = tuple(SHORTER.get(column.id, column.label)[scene.lang] for column in chosen)
    needed = _needed([heads, *(cells for part in parts for cells in part.rows)], size)
    across = _across(parts, size, canvas.width - 2 * MARGIN)
    grid = _grid(needed, _limits([column.id for column in chosen]), canvas.width - 2 * MARGIN, beside=across)
    lines = max(int((most - 2 * STRIP_GAP) / (size * LINE_HEIGHT)) - 1, math.ceil(len(parts) / grid.across))
    listed = flowed(parts, across=grid.across, lines=lines)
    top = bottom + (max(map(len, listed)) + 1) * size * LINE_HEIGHT + STRIP_GAP
    passages = tuple(passage for number, column in enumerate(listed) for passage in _set(
        canvas, column, heads, grid.widths, MARGIN + number * grid.step, top - STRIP_GAP / 2, size))
    return Margin(top + STRIP_GAP, passages, rule=top)


def flowed(parts: Sequence[Part], *, across: int, lines: int) -> list[list[Entry]]:
    """List as many rows as so many columns of so many lines hold, in columns as short as that allows."""
    for room in range(across * lines, 0, -1):
        given = shares(parts, room)
        entries = [entry for part, rows in zip(parts, given, strict=True) for entry in part.entries(rows)]
        fitting = (listed for high in range(1, lines + 1) if len(listed := _broken(entries, high)) <= across)
        found = next(fitting, None)
        if found:
            return found
    return _broken(entries, lines)


def shares(parts: Sequence[Part], room: int) -> list[int]:
    """Share out the lines that the heads leave: a row to each part in turn, as long as there are rows and lines."""
    given, left = [0] * len(parts), room - len(parts)
    while left > 0 and any(rows < len(part.rows) for part, rows in zip(parts, given, strict=True)):
        for number, part in enumerate(parts):
            if left > 0 and given[number] < len(part.rows):
                given[number], left = given[number] + 1, left - 1
    return given


def _broken(entries: Sequence[Entry], lines: int) -> list[list[Entry]]:
    """Break entries into columns of so many lines; a head does not stand last in one, away from its rows."""
    listed: list[list[Entry]] = [[]]
    for entry, following in zip(entries, (*entries[1:], Entry()), strict=True):
        needed = 2 if entry.head and following.cells and lines > 1 else 1
        if len(listed[-1]) + needed > lines:
            listed.append([])
        listed[-1].append(entry)
    return listed


def _columns(scene: Scene) -> list[Column]:
    """Choose the table's columns that the list has; of one country's rows it says the country nowhere."""
    known = {column.id: column for column in columns(scene)}
    told = SHOWN if len(scene.choice.country) != 1 else [name for name in SHOWN if name != "iso_a3"]
    return [known[name] for name in told if name in known]


def _limits(shown: Sequence[str]) -> list[tuple[float, float]]:
    """Give the least and the most that each column takes; names have the room of countries that are not listed."""
    spare = (0.0, 0.0) if "iso_a3" in shown else SHOWN["iso_a3"]
    return [(low + spare[0], high + spare[1]) if name == "name" else (low, high)
            for name in shown for low, high in [SHOWN[name]]]


def _part(sheet: Sheet, lang: Lang, chosen: Sequence[Column]) -> Part:
    listed = sheet.listed(MOST_LISTED).each_row()
    rows = tuple(_cells(sheet.layer, row, lang, chosen) for row in listed)
    return Part(sheet.layer.title, rows, lang, len(sheet.rows) - len(rows))


def _cells(layer: Layer, row: Row, lang: Lang, chosen: Sequence[Column]) -> tuple[str, ...]:
    """Read a row's cells; a country does not stand beside itself, and a promise that has passed says so in short."""
    cells = {column.id: column.read(layer, row, lang) for column in chosen}
    if cells.get("iso_a3") == cells["name"]:
        cells["iso_a3"] = ""
    if layer.promise and layer.promise.date == "date" and row["overdue"] and "date" in cells:
        cells["date"] = UNCONFIRMED.format(date=row["date"])[lang]
    return tuple(cells.values())


def _needed(rows: Sequence[tuple[str, ...]], size: float) -> list[float]:
    """Give the points that the longest words of each column take."""
    return [max(width_of(cell, size) for cell in column) + 0.1 for column in zip(*rows, strict=True)]


def _across(parts: Sequence[Part], size: float, room: float) -> int:
    """Tell how many columns side by side leave each head of a part its room."""
    widest = max((width_of(part.head(len(part.rows) - 1), size) for part in parts), default=0.0)
    return max(1, int((room + COLUMN_GAP) // (widest + COLUMN_GAP)))


def _grid(needed: Sequence[float], limits: Sequence[tuple[float, float]], room: float, *, beside: int) -> Grid:
    """Set as many columns side by side as leave each cell the least that it may have; share out what is over."""
    least = [min(need, low) for need, (low, _high) in zip(needed, limits, strict=True)]
    most = [min(need, high) for need, (_low, high) in zip(needed, limits, strict=True)]
    gaps = INDENT + CELL_GAP * (len(needed) - 1)
    across = max(1, min(beside, int((room + COLUMN_GAP) // (gaps + sum(least) + COLUMN_GAP))))
    step = (room + COLUMN_GAP) / across
    free, wish = step - COLUMN_GAP - gaps, sum(most) - sum(least)
    if free < sum(least):
        return Grid(across, step, tuple(low * free / sum(least) for low in least))
    share = min(1.0, (free - sum(least)) / wish) if wish else 0.0
    return Grid(across, step, tuple(low + (high - low) * share for low, high in zip(least, most, strict=True)))


def _set(canvas: Canvas, column: Sequence[Entry], heads: Sequence[str], widths: Sequence[float], left: float,
         top: float, size: float) -> Iterator[Passage]:
    """Set one column: what heads its cells, then cell by cell downwards, the layers' heads across them."""
    palette, below, x = canvas.palette, top - size * LINE_HEIGHT, left + INDENT
    titles = tuple(entry.head for entry in column)
    yield Passage(titles, left, below, size, palette.ink)
    for number, (head, width) in enumerate(zip(heads, widths, strict=True)):
        yield Passage((shortened(head, size, width),), x, top, size, palette.quiet_ink)
        cells = (entry.cells[number] if number < len(entry.cells) else "" for entry in column)
        yield Passage(tuple(shortened(cell, size, width) for cell in cells), x, below, size, palette.ink)
        x += width + CELL_GAP


def shortened(words: str, size: float, width: float) -> str:
    """End words that are wider than a cell in an ellipsis; size and width in points."""
    if width_of(words, size) <= width:
        return words
    while words and width_of(words + ELLIPSIS, size) > width:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS
