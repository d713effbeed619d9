"""Read a workbook: one sheet as lines of text, formulas as the values that Excel left, nothing in it run."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Container, Iterator, Mapping
from typing import Any

from openpyxl import Workbook, load_workbook

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.cells import text_of
from own.grid import Grid, too_many
from own.limits import MOST_COLUMNS
from own.markup import refuse_doctype
from own.merged import Merged
from own.question import Answers, Part, QuestionError
from own.raw import Raw
from own.report import Note, Treatment, about
from own.sheets import too_long
from own.unzip import unzip

ON_BOOKS = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    EOFError, RuntimeError, ArithmeticError, AssertionError,
)
"""What a broken workbook may raise inside openpyxl, which checks little."""
VISIBLE = "visible"
STRICT = b"http://purl.oclc.org/ooxml/"
"""What openpyxl finds no rows in."""


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read one sheet; raises AtlasError for a broken or huge workbook, QuestionError where several hold rows."""
    parts = unzip(content, name, lambda member: member.endswith((".xml", ".rels")))
    for part in parts.values():
        refuse_doctype(part, name, words.BROKEN_BOOK)
    if STRICT in parts.get("xl/workbook.xml", b""):
        raise AtlasError(words.NOT_READ.format(name=name, what=words.STRICT_BOOK, advice=words.SAVE_AS_XLSX))
    sheets = {member: part for member, part in parts.items() if "worksheets/" in member}
    formulas = any(b"<f>" in part or b"<f " in part for part in sheets.values())
    long = too_long(sheets)
    if long and len(long) == len(sheets):  # spares the reading of what would be refused
        raise too_many(name, rows=True)
    merged = {member: Merged(part) for member, part in sheets.items()}
    del parts, sheets
    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and lists that openpyxl does not keep
            return _read(content, name, answers, merged, long, formulas=formulas)
    except ON_BOOKS:
        raise AtlasError(words.BROKEN_BOOK.format(name=name)) from None


def _read(
    content: bytes, name: str, answers: Answers, merged: Mapping[str, Merged], long: Container[str], *, formulas: bool,
) -> Raw:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheet, hidden = _chosen(book, name, answers)
    if sheet._worksheet_path in long:
        raise too_many(name, rows=True)
    written = _written(content, sheet.title) if formulas else None
    areas = merged.get(sheet._worksheet_path, Merged(b""))
    grid, unfilled = Grid(name), list[int]()
    for number, values in enumerate(_rows(sheet), 1):
        cells = list(map(text_of, values))
        if written is not None:
            cells, is_short = _filled(cells, next(written, ()))
            unfilled += [number] * is_short
        if len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS:]):
            raise AtlasError(words.MANY_COLUMNS.format(name=name, row=number, most=MOST_COLUMNS))
        grid.add(areas.fill(cells, number), number)
    told = [Note(Treatment.READ, notes.SHEET.format(sheet=sheet.title))]
    told += [Note(Treatment.UNDERSTOOD, notes.HIDDEN_SHEETS.format(sheets=", ".join(hidden)))] if hidden else []
    told += [about(Treatment.UNDERSTOOD, notes.FORMULAS, unfilled)] if unfilled else []
    told += [about(Treatment.UNDERSTOOD, notes.MERGED, areas.filled)] if areas.filled else []
    return Raw(grid.lines, grid.numbers, notes=(*told, *grid.notes()))


def _chosen(book: Workbook, name: str, answers: Answers) -> tuple[Any, list[str]]:
    """Find the sheet to read, and which hold rows but are hidden."""
    sheets: dict[str, Any] = {sheet.title: sheet for sheet in book.worksheets}
    hidden = [title for title, sheet in sheets.items() if sheet.sheet_state != VISIBLE and title != answers.table]
    if answers.table:
        if answers.table not in sheets:
            raise QuestionError(words.NO_TABLE.format(name=name, table=answers.table, tables=", ".join(sheets)),
                                Part.TABLE, list(sheets))
        return sheets[answers.table], hidden
    filled = [title for title, sheet in sheets.items() if title not in hidden and _has_rows(sheet)]
    if not filled:
        raise AtlasError(words.NO_ROWS.format(name=name))
    if len(filled) > 1:
        raise QuestionError(words.WHICH_TABLE.format(name=name, tables=", ".join(filled)), Part.TABLE, filled)
    return sheets[filled[0]], hidden


def _has_rows(sheet: Any) -> bool:
    """Tell whether a sheet holds more than a title."""
    lines = (line for line in _rows(sheet) if any(value not in (None, "") for value in line))
    return next(lines, None) is not None and next(lines, None) is not None


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Go through the rows; what the file says of its own size is not believed."""
    sheet.reset_dimensions()
    yield from sheet.iter_rows(values_only=True)


def _written(content: bytes, title: str) -> Iterator[tuple[Any, ...]]:
    """Go through the rows as they were written, formulas as such."""
    yield from _rows(load_workbook(io.BytesIO(content), read_only=True, keep_links=False)[title])


def _filled(cells: list[str], written: tuple[Any, ...]) -> tuple[list[str], bool]:
    """Put the text of a formula where no value was left with it."""
    pairs = list(zip(cells, written, strict=False))
    missing = [not cell and isinstance(value, str) and value.startswith("=") for cell, value in pairs]
    filled = [str(value) if lacks else cell for (cell, value), lacks in zip(pairs, missing, strict=True)]
    return [*filled, *cells[len(filled) :]], any(missing)
