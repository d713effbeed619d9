"""The form of a sheet that came back: nothing merged or hidden, and every column once, under its own name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desk import words
from desk.sheets import LABELS_ROW, NAMES_ROW, labels
from i18n.text import Lang, Text
from layers.base import Field
from layers.schema import CUT

Lines = Sequence[Sequence[Any]]
"""The cells of a sheet, row by row."""


def faults_of_form(sheet: Worksheet, lines: Lines, fields: Sequence[Field], columns: Sequence[str]) -> list[Text]:
    """List what is wrong with a sheet whose columns must be these."""
    return [*_hidden(sheet), *_headers(sheet.title, lines, fields, columns)]


def short(text: str) -> str:
    """Cut what a cell holds to what a sentence can name."""
    return text if len(text) <= CUT else text[: CUT - 1] + "…"


def _hidden(sheet: Worksheet) -> Iterator[Text]:
    """What a spreadsheet can do to a sheet so that what is read is not what is seen."""
    for merged in sheet.merged_cells.ranges:
        yield words.MERGED.format(sheet=sheet.title, cells=merged.coord)
    rows = [number for number, look in sheet.row_dimensions.items() if look.hidden and number <= sheet.max_row]
    if rows:
        yield words.HIDDEN_ROWS.format(sheet=sheet.title, rows=_few(list(map(str, sorted(rows)))))
    hidden = [letter for letter, look in sheet.column_dimensions.items() if look.hidden]
    if hidden:
        yield words.HIDDEN_COLUMNS.format(sheet=sheet.title, columns=_few(hidden))


def _headers(
    sheet: str, lines: Lines, fields: Sequence[Field], columns: Sequence[str]
) -> Iterator[Text]:
    """The columns may stand in any order, but all must be there, once, with their meanings below."""
    found = list(map(_header, lines[NAMES_ROW - 1])) if lines else []
    while found and not found[-1]:
        found.pop()
    missing = [column for column in columns if column not in found]
    if set(found) <= set(columns):
        yield from (words.NO_COLUMN.format(sheet=sheet, column=column) for column in missing)
    for place, name in enumerate(found):
        cell = f"{get_column_letter(place + 1)}{NAMES_ROW}"
        if name not in columns:
            known = ", ".join(missing or columns)  # one that is missing was renamed, mostly
            yield words.STRANGE_COLUMN.format(sheet=sheet, cell=cell, column=short(name), known=known)
        elif name in found[:place]:
            yield words.COLUMN_TWICE.format(sheet=sheet, cell=cell, column=name)
    if set(found) == set(columns):
        below = list(map(_header, lines[LABELS_ROW - 1][: len(found)])) if len(lines) >= LABELS_ROW else []
        if all(below != labels(fields, found, lang) for lang in Lang):
            yield words.LABELS_MOVED.format(sheet=sheet)


def _header(cell: Any) -> str:
    return "" if cell.value is None else str(cell.value)


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
