"""Check a table against the rules of its fields: one error that lists every problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.tables import NEWLINE, NO_COLUMN, NO_ROWS
from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Field, Holds
from layers.rules import rules_of

BAD_CELL = Text(
    "{file} {row}行目 列 {column}: 値「{value}」は使えません。使える値: {allowed}。",
    "{file}, row {row}, column {column}: value “{value}” is not allowed. Allowed: {allowed}.",
)
SAME_ROW = Text("{file} {row}行目: {first}行目と同じ行です。", "{file}, row {row}: the same as row {first}.")
ONCE = Text("ほかの行と重ならない値", "a value that no other row has")
SOURCED = Text("出典のURLか出典の説明のどちらか", "a source address or a note on the source")
BOTH = Text("{column} と対になる値(両方書くか両方空欄)", "a partner of {column} (fill both or neither)")
AS_MANY = Text("{column} と同じ数の値(| 区切り)", "as many parts, joined by |, as {column}")

CUT = 80  # letters of a value that a sentence quotes
FIRST_ROW = 2
"""The row of a spreadsheet that stands below the header."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a data file; `row` as a spreadsheet counts, 0 for the whole file.

    Of a single cell it also says which column, what stands there and what is allowed.
    """

    file: str
    row: int
    text: Text
    column: str = ""
    value: str = ""
    allowed: Text = Text("", "")
    twin: int = 0  # the row that this one repeats


class DataError(AtlasError):
    """All the problems of a file, or of several."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(NEWLINE.join([problem.text for problem in problems]))
        self.problems = tuple(problems)


def check(table: pd.DataFrame, fields: Iterable[Field], *, file: str) -> None:
    """Check every cell of a table; raises DataError with every problem, in the order of the rows."""
    in_file = tuple(field for field in fields if not field.derived)
    found = dict.fromkeys(_problems(table, in_file, file))
    if found:
        raise DataError(sorted(found, key=lambda problem: problem.row))


def columns_of(field: Field) -> tuple[str, ...]:
    """Name a field's columns in its file; a derived one has none."""
    if field.derived:
        return ()
    if field.holds == Holds.BILINGUAL:
        return (f"{field.column}_ja", f"{field.column}_en")
    return (field.column,)


def bad_cell(file: str, row: int, column: str, value: str, allowed: Text) -> Problem:
    """Word the problem of one cell; long values are cut."""
    short = value if len(value) <= CUT else value[: CUT - 1] + "…"
    values = {"file": file, "row": row, "column": column, "value": short, "allowed": allowed}
    return Problem(file, row, BAD_CELL.format(**values), column, short, allowed)


def _problems(table: pd.DataFrame, fields: tuple[Field, ...], file: str) -> Iterator[Problem]:
    if table.empty:
        yield Problem(file, 0, NO_ROWS.format(file=file))
    missing = [column for field in fields for column in columns_of(field) if column not in table]
    for column in missing:
        yield Problem(file, 0, NO_COLUMN.format(file=file, column=column))
    for field in fields:
        if not set(columns_of(field)) & set(missing):
            yield from _of_field(table, field, file)
    yield from _repeated_rows(table, file)
    if {"source_urls", "source_note_ja"} <= set(table.columns):
        pairs = zip(table["source_urls"], table["source_note_ja"], strict=True)
        for row, (urls, note) in enumerate(pairs, FIRST_ROW):
            if not urls and not note:
                yield bad_cell(file, row, "source_urls", "", SOURCED)


def _of_field(table: pd.DataFrame, field: Field, file: str) -> Iterator[Problem]:
    rules = rules_of(field)
    for column in columns_of(field):
        cells: list[str] = table[column].tolist()
        for row, cell in enumerate(cells, FIRST_ROW):
            for rule in rules:
                if not rule.holds(cell):
                    yield bad_cell(file, row, column, cell, rule.allowed)
        if field.id == "id":
            yield from _repeated(cells, column, file)
    if field.holds == Holds.BILINGUAL:
        yield from _half_filled(table, field, file)


def _repeated_rows(table: pd.DataFrame, file: str) -> Iterator[Problem]:
    """Rows copied twice: tables without an id (segments, edits of territories) have nothing else to tell by."""
    first: dict[tuple[str, ...], int] = {}
    for row, cells in enumerate(table.itertuples(index=False, name=None), FIRST_ROW):
        if cells in first:
            yield Problem(file, row, SAME_ROW.format(file=file, row=row, first=first[cells]), twin=first[cells])
        first.setdefault(cells, row)


def _repeated(cells: list[str], column: str, file: str) -> Iterator[Problem]:
    seen = set[str]()
    for row, cell in enumerate(cells, FIRST_ROW):
        if cell in seen:
            yield bad_cell(file, row, column, cell, ONCE)
        seen.add(cell)


def _half_filled(table: pd.DataFrame, field: Field, file: str) -> Iterator[Problem]:
    """Either both languages are written or neither, and lists have as many parts in both."""
    one, other = columns_of(field)
    for row, (ja, en) in enumerate(zip(table[one], table[other], strict=True), FIRST_ROW):
        if bool(ja) != bool(en) and not field.required:
            blank, filled = (other, one) if ja else (one, other)
            yield bad_cell(file, row, blank, "", BOTH.format(column=filled))
        elif ja and en and ja.count("|") != en.count("|"):
            yield bad_cell(file, row, other, en, AS_MANY.format(column=one))
