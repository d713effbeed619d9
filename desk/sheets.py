"""How a table stands on its sheet: names, the two header rows, and the version of the file behind it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from geo.files import data_path
from i18n.text import Lang
from layers.base import Field
from layers.dictionary import fields_by_column, label

NAMES_ROW, LABELS_ROW, FIRST_ROW = 1, 2, 3
"""Rows as a spreadsheet counts: names of columns, their meaning, the first row of data."""
CELL_LENGTH = 32_767  # what Excel allows
VERSION_LENGTH = 16


def sheet_of(file: str) -> str:
    """Name the sheet of a file."""
    return file.removesuffix(".csv")


def labels(fields: Sequence[Field], columns: Sequence[str], lang: Lang) -> list[str]:
    """Say what the columns mean, each in turn; a column that is declared nowhere is its own label."""
    known = fields_by_column(fields)
    return [label(known[column], column)[lang] if column in known else column for column in columns]


def version_of(file: str) -> str:
    """Give what changes when the content of a data file changes."""
    return sha256(data_path(file).read_bytes()).hexdigest()[:VERSION_LENGTH]
