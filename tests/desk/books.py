"""Workbooks as a desk gives them back: written by the program, changed with openpyxl."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desk.book import book_of
from desk.sheets import FIRST_ROW
from geo.tables import read_table
from i18n.text import Lang

Edit = Callable[[Workbook], object]


def written(files: Sequence[str], lang: Lang = Lang.EN) -> bytes:
    """Write a workbook of these tables."""
    return book_of({file: read_table(file) for file in files}, lang)


def edited(content: bytes, edit: Edit, path: Path) -> Path:
    """Save a workbook with an edit in it."""
    book = load_workbook(io.BytesIO(content))
    edit(book)
    book.save(path)
    return path


def letter(sheet: Worksheet, column: str) -> str:
    """Find the letter of a column by its name."""
    return next(str(cell.column_letter) for cell in sheet[1] if cell.value == column)


def row_of(sheet: Worksheet, row_id: str) -> int:
    """Find the row of an id, which stands in the first column."""
    return next(int(cell.row) for cell in sheet["A"] if cell.value == row_id)


def setting(sheet: str, column: str, value: object, *, row: int = FIRST_ROW) -> Edit:
    """Set one cell."""
    def edit(book: Workbook) -> None:
        cell = book[sheet][f"{letter(book[sheet], column)}{row}"]
        cell.value = value

    return edit


def rewritten(path: Path, part: str, old: str, new: str) -> None:
    """Change the text of one part inside a workbook."""
    with zipfile.ZipFile(path) as parts:
        content = {name: parts.read(name) for name in parts.namelist()}
    assert old.encode() in content[part]
    content[part] = content[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as parts:
        for name, text in content.items():
            parts.writestr(name, text)
