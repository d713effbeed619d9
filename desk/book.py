"""Write every table of data/ as one Excel workbook that a person can edit and give back."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desk import words
from desk.sheets import CELL_LENGTH, FIRST_ROW, labels, sheet_of, version_of
from geo.tables import read_table
from i18n.errors import AtlasError
from i18n.text import Lang, Text, same
from layers.base import Field, Holds
from layers.dataset import dataset_date
from layers.dictionary import allowed, fields_by_column, label
from layers.support import all_tables

ROOM = 500  # rows below the last that offer the lists too
NARROWEST, WIDEST, PROSE = 10, 40, 60
Tables = Mapping[str, pd.DataFrame]


def write_book(path: Path, lang: Lang) -> Text:
    """Write the workbook and say what is in it; raises AtlasError for a file that is there or cannot be written."""
    if path.suffix.lower() != ".xlsx":
        raise AtlasError(words.NOT_XLSX.format(path=path.name))
    if path.exists():
        raise AtlasError(words.IS_THERE.format(path=path.name))
    if not path.parent.is_dir():
        raise AtlasError(words.NO_FOLDER.format(path=path.parent))
    tables = {file: read_table(file) for file in all_tables()}
    content = book_of(tables, lang)
    try:
        with path.open("xb") as out:
            out.write(content)
    except FileExistsError:  # someone else was faster
        raise AtlasError(words.IS_THERE.format(path=path.name)) from None
    except OSError as error:
        path.unlink(missing_ok=True)
        raise AtlasError(words.CANNOT_WRITE.format(path=path.name, why=error.strerror)) from None
    rows = sum(map(len, tables.values()))
    return words.WRITTEN.format(path=path.name, tables=len(tables), rows=rows, date=dataset_date())


def book_of(tables: Tables, lang: Lang) -> bytes:
    """Lay tables out as a workbook; the same tables give the same bytes."""
    content = io.BytesIO()
    declared = all_tables()
    with Workbook(content, {"in_memory": True}) as book:
        day = datetime.fromisoformat(dataset_date().isoformat())
        book.set_properties({"title": words.TITLE[lang], "created": day})
        desk = _Desk(book, lang)
        desk.how_to(tables)
        for file, table in tables.items():
            desk.table(file, table, declared[file])
        desk.dictionary({file: declared[file] for file in tables})
        desk.write_lists()
    return content.getvalue()


class _Desk:
    """A workbook in the making, with its formats and the lists that its cells offer."""

    def __init__(self, book: Workbook, lang: Lang) -> None:
        self._book, self._lang = book, lang
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._names = book.add_format({"num_format": "@", "bold": True, "bg_color": "#f2f2f2"})
        self._meanings = book.add_format({"num_format": "@", "bg_color": "#f2f2f2", "bottom": 1})
        self._prose = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        self._lists: dict[tuple[str, ...], int] = {}

    def how_to(self, tables: Tables) -> None:
        """Say how to edit, and from which data the workbook was made."""
        sheet = self._sheet(words.HOW_TO, widths=(PROSE, NARROWEST, 20))
        steps = [f"{number}. {step[self._lang]}" for number, step in enumerate(words.STEPS, 1)]
        as_of = f"{words.AS_OF[self._lang]}: {dataset_date()}"
        lines: list[Sequence[str]] = [[words.TITLE[self._lang]], *([step] for step in steps), [as_of], []]
        lines += [[words.VERSION[self._lang]], [head[self._lang] for head in words.VERSION_HEAD]]
        lines += [[file, str(len(table)), version_of(file)] for file, table in tables.items()]
        for row, cells in enumerate(lines):
            _line(sheet, row, cells, self._names if row == 0 else self._prose)

    def table(self, file: str, table: pd.DataFrame, fields: Sequence[Field]) -> None:
        """Write one table: two header rows that stay in sight, then the rows, all of it text."""
        columns = list(map(str, table.columns))
        meanings = labels(fields, columns, self._lang)
        sheet = self._sheet(sheet_of(file), widths=_widths(table, meanings))
        _line(sheet, 0, columns, self._names)
        _line(sheet, 1, meanings, self._meanings)
        for row, cells in enumerate(table.itertuples(index=False, name=None), FIRST_ROW - 1):
            _refuse_long(file, row, columns, cells)
            _line(sheet, row, cells, self._text)
        last = FIRST_ROW - 2 + len(table)
        sheet.freeze_panes(FIRST_ROW - 1, 1)
        sheet.autofilter(1, 0, last, len(columns) - 1)
        for number, field in enumerate(map(fields_by_column(fields).get, columns)):
            if field and field.holds == Holds.CODE:
                self._offer(sheet, number, last + ROOM, field)

    def dictionary(self, declared: Mapping[str, Sequence[Field]]) -> None:
        """Say of every column what it means and what it may hold."""
        sheet = self._sheet(words.DICTIONARY, widths=(24, 24, WIDEST, 14, 2 * PROSE))
        _line(sheet, 0, [head[self._lang] for head in words.DICTIONARY_HEAD], self._names)
        entries = [(file, column, field) for file, fields in declared.items()
                   for column, field in fields_by_column(fields).items()]
        for row, (file, column, field) in enumerate(entries, 1):
            said = (same(sheet_of(file)), same(column), label(field, column), words.MAY_BE_BLANK[field.required],
                    allowed(field))
            _line(sheet, row, [part[self._lang] for part in said], self._prose)
        sheet.freeze_panes(1, 0)

    def write_lists(self) -> None:
        """Write the codes that the cells offer, a column a list."""
        sheet = self._sheet(words.LISTS, widths=[WIDEST] * max(len(self._lists), 1))
        for codes, column in self._lists.items():
            for row, code in enumerate(codes):
                sheet.write_string(row, column, code, self._text)

    def _offer(self, sheet: Worksheet, column: int, last: int, field: Field) -> None:
        place = self._lists.setdefault(field.codes, len(self._lists))
        letter = _letter(place)
        source = f"='{words.LISTS}'!${letter}$1:${letter}${len(field.codes)}"
        offer = {"validate": "list", "source": source, "ignore_blank": not field.required}
        sheet.data_validation(FIRST_ROW - 1, column, last, column, offer)

    def _sheet(self, name: str, *, widths: Sequence[int]) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self._text)
        return sheet


def _line(sheet: Worksheet, row: int, cells: Iterable[str], look: Format) -> None:
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(row, column, cell, look)
        else:
            sheet.write_blank(row, column, None, look)


def _refuse_long(file: str, row: int, columns: Sequence[str], cells: Sequence[str]) -> None:
    for column, cell in zip(columns, cells, strict=True):
        if len(cell) > CELL_LENGTH:
            values = {"file": file, "row": row, "column": column, "length": len(cell), "most": CELL_LENGTH}
            raise AtlasError(words.TOO_LONG.format(**values))


def _widths(table: pd.DataFrame, meanings: Sequence[str]) -> list[int]:
    """Give each column the width of its widest word, within limits."""
    found = [[str(name), meaning, *table[name]] for name, meaning in zip(table.columns, meanings, strict=True)]
    return [min(max(NARROWEST, *map(_width, cells)), WIDEST) for cells in found]


def _width(text: str) -> int:
    return 2 + sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text[:WIDEST])


def _letter(column: int) -> str:
    """Name a column as a spreadsheet does."""
    first, last = divmod(column, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
