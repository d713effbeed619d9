"""Read a workbook that came back: every sheet as rows of text, with all that is wrong with its form."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desk import words
from desk.cells import UnfitError, text_of, was_turned
from desk.form import Lines, faults_of_form, short
from desk.sheets import FIRST_ROW, sheet_of
from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Field
from scene.limits import LARGEST_MB, MB

MOST_ROWS, MOST_COLUMNS = 50_000, 200
OLD_KIND = b"\xd0\xcf\x11\xe0"  # how a file with a password, or an .xls, begins
ON_BOOKS = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError,
    EOFError, lzma.LZMAError, RuntimeError, ArithmeticError, AssertionError,
)
"""What a broken workbook may raise inside openpyxl, which checks little."""
Place = tuple[int, int]
"""Row and column of a cell, from 0."""


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
    strange = [short(name) for name in found if name not in expected]
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
        with path.open("rb") as file:  # openpyxl leaves open what it opened itself and could not read
            if file.read(4) == OLD_KIND:
                raise AtlasError(words.LOCKED.format(path=path.name))
            with zipfile.ZipFile(file) as parts:
                size = sum(part.file_size for part in parts.infolist())
            if size > LARGEST_MB * MB:
                raise AtlasError(words.TOO_BIG.format(path=path.name, size=LARGEST_MB))
            return load_workbook(file)
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
    form = faults_of_form(sheet, lines, fields, columns)
    back.problems += form
    if form:
        return
    names = [str(cell.value) for cell in lines[0][: len(columns)]]
    wrong = len(back.problems)
    rows, turned = _read_rows(back, sheet.title, _body(lines), names)
    if len(back.problems) == wrong:
        back.pages[file] = _page(rows, turned, names, columns)


def _body(lines: Lines) -> Lines:
    """Give the rows under the heads, without the blank ones at the end."""
    body = list(lines[FIRST_ROW - 1 :])
    while body and all(cell.value in (None, "") for cell in body[-1]):
        body.pop()
    return body


def _read_rows(back: Back, sheet: str, body: Lines, names: Sequence[str]) -> tuple[list[list[str]], set[Place]]:
    """Read rows as text, with the places of the cells that were no text; a blank row among sound ones is told."""
    wrong = len(back.problems)
    rows, turned = list[list[str]](), set[Place]()
    for number, line in enumerate(body):
        rows.append(_texts(back, sheet, line, names))
        turned |= {(number, place) for place, cell in enumerate(line[: len(names)]) if was_turned(cell)}
        if not any(rows[-1]) and len(back.problems) == wrong:
            back.problems.append(words.BLANK_ROW.format(sheet=sheet, row=number + FIRST_ROW))
    return rows, turned


def _page(rows: list[list[str]], turned: set[Place], names: Sequence[str], columns: Sequence[str]) -> Page:
    """Put the columns of a sheet, which may stand in any order there, into the table's own."""
    table = pd.DataFrame(rows, columns=list(names), dtype=object)
    places = {(row, columns.index(names[place])) for row, place in turned}
    letters = {name: get_column_letter(place) for place, name in enumerate(names, 1)}
    numbers = tuple(range(FIRST_ROW, FIRST_ROW + len(rows)))
    return Page(table[list(columns)], frozenset(places), letters, numbers)


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
            back.problems.append(words.BEYOND.format(sheet=sheet, cell=cell.coordinate, value=short(text)))
    return cells + [""] * (len(names) - len(cells))


def bad_cell(sheet: str, cell: str, column: str, value: str, allowed: Text) -> Text:
    """Word the problem of one cell, as a spreadsheet names it."""
    return words.BAD_CELL.format(sheet=sheet, cell=cell, column=column, value=short(value), allowed=allowed)


