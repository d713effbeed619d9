"""Check a table against the rules of its fields: one error that lists every problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Field, Holds
from layers.rules import rules_of

BAD_CELL = Text(
    "{file} {row}行目 列 {column}: 値「{value}」は使えません。使える値: {allowed}。",
    "{file}, row {row}, column {column}: value “{value}” is not allowed. Allowed: {allowed}.",
)
NO_COLUMN = Text("{file}: 列 {column} がありません。", "{file}: column {column} is missing.")
ONCE = Text("ほかの行と重ならない値", "a value that no other row has")
SOURCED = Text("出典のURLか出典の説明のどちらか", "a source address or a note on the source")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a data file; `row` as a spreadsheet counts, 0 for the whole file."""

    file: str
    row: int
    text: Text


class DataError(AtlasError):
    """All the problems of a file, or of several."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(Text("\n", "\n").join([problem.text for problem in problems]))
        self.problems = tuple(problems)


def check(table: pd.DataFrame, fields: Iterable[Field], *, file: str) -> None:
    """Check every cell of a table; raises DataError with every problem, in the order of the rows."""
    columns = {column: field for field in fields for column in columns_of(field)}
    problems = [*_broken_cells(table, columns, file), *_unsourced(table, columns, file)]
    if problems:
        raise DataError(sorted(problems, key=lambda problem: problem.row))


def columns_of(field: Field) -> tuple[str, ...]:
    """Name a field's columns in its file."""
    if field.holds == Holds.BILINGUAL:
        return (f"{field.column}_ja", f"{field.column}_en")
    return (field.column,)


def _broken_cells(table: pd.DataFrame, columns: dict[str, Field], file: str) -> Iterator[Problem]:
    for column, field in columns.items():
        if column not in table:
            yield Problem(file, 0, NO_COLUMN.format(file=file, column=column))
            continue
        for rule in rules_of(field):
            yield from _failing(table[column], ~table[column].map(rule.holds).astype(bool), rule.allowed, file)
        if field.id == "id":
            yield from _failing(table[column], table[column].duplicated(), ONCE, file)


def _failing(cells: pd.Series, broken: pd.Series, allowed: Text, file: str) -> Iterator[Problem]:
    for index, value in cells[broken].items():
        yield bad_cell(file, int(str(index)) + 2, str(cells.name), str(value), allowed)


def bad_cell(file: str, row: int, column: str, value: str, allowed: Text) -> Problem:
    """Word the problem of one cell; long values are cut."""
    short = value if len(value) <= 80 else value[:79] + "…"
    values = {"file": file, "row": row, "column": column, "value": short, "allowed": allowed}
    return Problem(file, row, BAD_CELL.format(**values))


def _unsourced(table: pd.DataFrame, columns: dict[str, Field], file: str) -> Iterator[Problem]:
    """Every row says where it is from: a link or, where none can be given, a note in words."""
    wanted = ("source_urls", "source_note_ja")
    if not all(column in columns and column in table for column in wanted):
        return
    bare = (table["source_urls"] == "") & (table["source_note_ja"] == "")
    for index in table.index[bare]:
        yield bad_cell(file, int(index) + 2, "source_urls", "", SOURCED)
