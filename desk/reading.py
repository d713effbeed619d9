"""Read a workbook that came back: every sheet as rows of text, with all that is wrong with its form."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desk import words
from desk.cells import UnfitError, text_of, was_turned
from desk.sheets import FIRST_ROW, LABELS_ROW, NAMES_ROW, labels, sheet_of
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from layers.base import Field
from layers.schema import CUT
from scene.limits import LARGEST_MB, MB

MOST_ROWS, MOST_COLUMNS = 50_000, 200
OLD_KIND = b"\xd0\xcf\x11\xe0"  # how a file with a password, or an .xls, begins
ON_BOOKS = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    EOFError, lzma.LZMAError, RuntimeError, ArithmeticError, AssertionError,
)
"""What a broken workbook may raise inside openpyxl, which checks little."""


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet as a table of text; `turned` holds the cells (row and column from 0) that were not text there."""

    table: pd.DataFrame
    turned: frozenset[tuple[int, int]] = frozenset()
    letters: Mapping[str, str] = field(default_factory=dict)  # where each column stands on the sheet
    numbers: tuple[int, ...] = ()  # where each row stands on the sheet


@dataclass(slots=True)
class Back:
    """What came back: the tables by file, their versions, and what is wrong."""

    pages: dict[str, Page] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    problems: list[Text] = field(default_factory=list)


def read_book(path: Path, declared: Mapping[str, Sequence[Field]], columns: Mapping[str, Sequence[str]]) -> Back:
    """Read the sheets of these files, which must have these columns; raises AtlasError for what is no workbook."""
    book = _opened(path)
    back = Back()
    expected = {sheet_of(file): file for file in declared} | dict.fromkeys(
        (words.HOW_TO, words.DICTIONARY, words.LISTS), "")
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    back.problems += _sheets(list(expected), book.sheetnames)
    for name, file in expected.items():
        if file and name in sheets:
            _read_page(back, file, sheets[name], declared[file], columns[file])
    if words.HOW_TO in sheets:
        back.versions = _versions(sheets[words.HOW_TO])
    return back


def _sheets(expected: Sequence[str], found: Sequence[str]) -> list[Text]:
    """Tell of sheets that are not known, and then which are missing: one was renamed, mostly."""
    missing = [name for name in expected if name not in found]
    strange = [_short(name) for name in found if name not in expected]
    if strange and missing:
        return [words.RENAMED_SHEET.format(sheet=", ".join(strange), missing=", ".join(missing))]
    return [*(words.NO_SHEET.format(sheet=name) for name in missing),
            *(words.STRANGE_SHEET.format(sheet=name) for name in strange)]


def _opened(path: Path) -> Workbook:
    if path.suffix.lower() != ".xlsx":
        raise AtlasError(words.NOT_XLSX.format(path=path.name))
    if not path.exists():
        raise AtlasError(words.GONE.format(path=path.name))
    if not path.is_file():
        raise AtlasError(words.A_FOLDER.format(path=path.name))
    try:
        with path.open("rb") as file:
            if file.read(4) == OLD_KIND:
                raise AtlasError(words.LOCKED.format(path=path.name))
        with zipfile.ZipFile(path) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST_MB * MB:
            raise AtlasError(words.TOO_BIG.format(path=path.name, size=LARGEST_MB))
        return load_workbook(path)
    except ON_BOOKS:
        raise AtlasError(words.BROKEN.format(path=path.name)) from None


def _versions(sheet: Any) -> dict[str, str]:
    """Find the version of each file on the sheet of instructions."""
    rows = [[str(cell or "") for cell in row[:3]] for row in sheet.iter_rows(values_only=True)]
    return {row[0]: row[2] for row in rows if len(row) == 3 and row[0].endswith(".csv")}


def _read_page(
    back: Back, file: str, sheet: Worksheet, fields: Sequence[Field], columns: Sequence[str]
) -> None:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        last = f"{get_column_letter(sheet.max_column)}{sheet.max_row}"
        back.problems.append(words.TOO_FAR.format(sheet=sheet.title, cell=last))
        return
    lines = list(sheet.iter_rows())
    form = [*_form(sheet), *_headers(sheet.title, lines, fields, columns)]
    back.problems += form
    if form:
        return
    names = [str(cell.value) for cell in lines[0][: len(columns)]]
    body = lines[FIRST_ROW - 1 :]
    while body and all(cell.value in (None, "") for cell in body[-1]):
        body.pop()
    wrong = len(back.problems)
    rows, turned = list[list[str]](), set[tuple[int, int]]()
    for number, line in enumerate(body):
        rows.append(_texts(back, sheet.title, line, names))
        turned |= {(number, place) for place, cell in enumerate(line[: len(names)]) if was_turned(cell)}
        if not any(rows[-1]) and len(back.problems) == wrong:
            back.problems.append(words.BLANK_ROW.format(sheet=sheet.title, row=number + FIRST_ROW))
    if len(back.problems) == wrong:
        table = pd.DataFrame(rows, columns=names, dtype=object)
        places = {(row, columns.index(names[place])) for row, place in turned}
        letters = {name: get_column_letter(place) for place, name in enumerate(names, 1)}
        numbers = tuple(range(FIRST_ROW, FIRST_ROW + len(rows)))
        back.pages[file] = Page(table[list(columns)], frozenset(places), letters, numbers)


def _texts(back: Back, sheet: str, line: Sequence[Any], names: Sequence[str]) -> list[str]:
    cells = []
    for place, cell in enumerate(line):
        try:
            text = text_of(cell)
        except UnfitError as unfit:
            text = "?"
            column = names[place] if place < len(names) else ""
            back.problems.append(bad_cell(sheet, cell.coordinate, column, unfit.value, unfit.allowed))
        if place < len(names):
            cells.append(text)
        elif text not in ("", "?"):
            back.problems.append(words.BEYOND.format(sheet=sheet, cell=cell.coordinate, value=_short(text)))
    return cells + [""] * (len(names) - len(cells))


def bad_cell(sheet: str, cell: str, column: str, value: str, allowed: Text) -> Text:
    """Word the problem of one cell, as a spreadsheet names it."""
    return words.BAD_CELL.format(sheet=sheet, cell=cell, column=column, value=_short(value), allowed=allowed)


def _form(sheet: Worksheet) -> Iterator[Text]:
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
    sheet: str, lines: Sequence[Sequence[Any]], fields: Sequence[Field], columns: Sequence[str]
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
            yield words.STRANGE_COLUMN.format(sheet=sheet, cell=cell, column=_short(name), known=known)
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


def _short(text: str) -> str:
    return text if len(text) <= CUT else text[: CUT - 1] + "…"
