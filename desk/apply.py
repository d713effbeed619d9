"""Take an edited workbook back: check all of it, say what it changes, and write data/ when everything is right."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from desk import words
from desk.checking import check_cells, check_whole, stand_copy
from desk.difference import compare, settled
from desk.keeping import put_all
from desk.reading import Back, Page, read_book
from desk.sheets import sheet_of, version_of
from geo.tables import csv_text, read_table
from i18n.errors import AtlasError
from i18n.text import Text
from layers import edits as record
from layers.edits import Edit
from layers.support import all_tables


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a workbook comes to: what is wrong with it, or the edits and the tables that they make."""

    problems: tuple[Text, ...] = ()
    edits: tuple[Edit, ...] = ()
    tables: Mapping[str, pd.DataFrame] | None = None


def look_at(path: Path) -> Outcome:
    """Read and check a workbook; nothing is written. Raises AtlasError for a file that is no workbook."""
    declared = all_tables()
    old = {file: read_table(file) for file in declared}
    back = read_book(path, declared, {file: list(map(str, table.columns)) for file, table in old.items()})
    pages = {file: settled(old[file], page, declared[file]) for file, page in back.pages.items()}
    edited = {file: page for file, page in pages.items() if not same_rows(old[file], page.table, file)}
    problems = [*back.problems, *_outdated(back, edited)]
    if not problems and edited:
        problems = _checked(edited)
    if problems:
        return Outcome(tuple(dict.fromkeys(problems)))
    tables = {file: page.table for file, page in edited.items()}
    found = [edit for file, table in tables.items() for edit in compare(file, old[file], table, declared[file])]
    return Outcome((), tuple(found), tables)


def put(outcome: Outcome, *, date: str, note: str = "") -> Text:
    """Write the tables of an outcome and the record of its edits, all or none; say which files they are."""
    tables = outcome.tables or {}
    block = record.block(outcome.edits, date=date, note=" ".join(note.split()))
    texts = {file: csv_text(table) for file, table in tables.items()}
    put_all({**texts, record.FILE: record.recorded() + block})
    return words.APPLIED.format(files=", ".join(tables))


def same_rows(old: pd.DataFrame, new: pd.DataFrame, file: str) -> bool:
    """Tell whether a table holds the rows of another, in whatever order."""
    if len(old) != len(new):
        return False
    return not any(True for _edit in compare(file, old, new, all_tables()[file]))


def _outdated(back: Back, edited: Mapping[str, Page]) -> Iterator[Text]:
    """Edits of a table that someone else has changed since the workbook was written would undo theirs."""
    for file in edited:
        if file not in back.versions:
            yield words.NO_VERSION.format(sheet=words.HOW_TO)
        elif back.versions[file] != version_of(file):
            yield words.OUTDATED.format(sheet=sheet_of(file), file=file)


def _checked(edited: Mapping[str, Page]) -> list[Text]:
    try:
        with tempfile.TemporaryDirectory(prefix="atlas-") as name:
            folder = Path(name)
            stand_copy(folder, {file: page.table for file, page in edited.items()})
            return [*check_cells(folder, edited)] or [*check_whole(folder, edited)]
    except OSError as error:  # no room for the copy, for example
        raise AtlasError(words.NOT_CHECKED.format(why=error.strerror or type(error).__name__)) from None


def lines_of(problems: Sequence[Text]) -> list[Text]:
    """Word an outcome with problems: each on a line, then how many."""
    return [*(_one_line(problem) for problem in problems), words.REFUSED.format(count=len(problems))]


def _one_line(text: Text) -> Text:
    return Text(*(" ".join(part.split("\n")) for part in (text.ja, text.en))) if "\n" in text.ja + text.en else text

