"""The record of edits, data/CHANGES.md: what was changed in the tables, cell by cell, and on which day.

A block a day and note: a heading `## YYYY-MM-DD`, the note as a quotation, then a table of cells. Within a cell a
backslash, a bar and the ends of lines are written as escapes, so that what was written is read back exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum

from geo.files import data_path
from geo.tables import NOT_UTF8
from i18n.errors import AtlasError

FILE = "CHANGES.md"
HEAD = """# 変更の記録 / Record of edits

`python cli.py workbook apply` が書きます。直接は直さないでください。新しいものが下に続きます。
Written by `python cli.py workbook apply`; do not edit by hand. The newest stands last.
"""
TABLE = ("| file | id | change | column | old | new |", "|---|---|---|---|---|---|")
HEADING = re.compile(r"## (\d{4}-\d{2}-\d{2})", re.ASCII)
ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r"}
BACK = {escape: letter for letter, escape in ESCAPES.items()}
CELL = re.compile(r"\| ((?:[^\\|]|\\.)*) (?=\|)")


class Kind(StrEnum):
    """What happened to the row that a cell stands in."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell that was edited; of a row added or removed, every cell that holds something."""

    file: str
    id: str
    kind: Kind
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Dated:
    """An edit with the day on which it was made (ISO 8601) and the note of the one who made it."""

    date: str
    note: str
    edit: Edit


def block(edits: Sequence[Edit], *, date: str, note: str = "") -> str:
    """Write the edits of one day as a block of the record."""
    quoted = [f"> {_escaped(note)}", ""] if note else []
    lines = (f"| {' | '.join(map(_escaped, astuple(edit)))} |" for edit in edits)
    return "\n".join(["", f"## {date}", "", *quoted, *TABLE, *lines, ""])


def recorded() -> str:
    """Give the record as it stands, its head alone when there is none yet; raises AtlasError when it is not UTF-8."""
    path = data_path(FILE)
    try:
        return path.read_bytes().decode("utf-8") if path.is_file() else HEAD
    except UnicodeDecodeError:
        raise AtlasError(NOT_UTF8.format(file=FILE)) from None


def read_edits() -> tuple[Dated, ...]:
    """Read every edit of the record, in its order; lines that are none are passed over."""
    return tuple(_read(recorded()))


def _read(text: str) -> Iterator[Dated]:
    date = note = ""
    for line in text.split("\n"):
        if heading := HEADING.fullmatch(line.rstrip()):
            date, note = heading[1], ""
        elif line.startswith("> "):
            note = _plain(line[2:])
        elif date and line not in TABLE and (edit := _edit(line)):
            yield Dated(date, note, edit)


def _edit(line: str) -> Edit | None:
    cells = [_plain(cell) for cell in CELL.findall(line)]
    if len(cells) != len(Edit.__slots__) or cells[2] not in list(Kind):
        return None
    file, row_id, kind, column, old, new = cells
    return Edit(file, row_id, Kind(kind), column, old, new)


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(letter, letter) for letter in text)


def _plain(text: str) -> str:
    return re.sub(r"\\.", lambda found: BACK.get(found[0], found[0]), text)
