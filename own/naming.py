"""What rows and categories of a person's own are called: by a column of names, and short enough for a legend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from own.columns import Column, ColumnKind
from own.reading import Own

NAMING = re.compile(r"(?<!国)名|name|title", re.IGNORECASE)
"""A heading of names, but for those of countries."""
LONGEST_LABEL, HEAD = 40, 24
"""Letters of a label, and of its beginning where its end tells it from others."""
LINE_END = re.compile("[\t\n\r\x0b\f\x85\u2028\u2029]+ ?")
"""What ends a line or jumps: a name or a label stands on one line, and no font draws these."""


def labels_of(values: Sequence[str]) -> list[str]:
    """Cut values to labels; those that are alike in their first letters show their last ones too, or a number."""
    plain = [LINE_END.sub(" ", value) for value in values]
    ways = [[_cut(value, head, LONGEST_LABEL - head) for value in plain] for head in (LONGEST_LABEL, HEAD)]
    labels = next((way for way in ways if len(set(way)) == len(way)), ways[1])
    return [label if labels.count(label) == 1 else f"{label} ({number})" for number, label in enumerate(labels, 1)]


def _cut(text: str, head: int, tail: int) -> str:
    return text if len(text) <= head + tail else f"{text[: head - 1]}…{text[len(text) - tail :]}"


def names_of(own: Own, called: str) -> list[str]:
    """Name rows by the column that says so, by the first one of words, or by the number that the person knows."""
    named = naming(own.columns)
    numbers = own.rows["row"].tolist()
    cells: list[str] = own.rows[named].tolist() if named else [""] * len(numbers)
    if not "".join(cells).isprintable():
        cells = [LINE_END.sub(" ", cell) for cell in cells]
    names = list(map(str.strip, cells))
    return [name or f"{called} {row}" for name, row in zip(names, numbers, strict=True)] if "" in names else names


def naming(columns: Sequence[Column]) -> str:
    """Find the column that names the rows, "" where none does."""
    words = [column for column in columns if column.holds in (ColumnKind.TEXT, ColumnKind.CATEGORY)]
    likely = sorted(words, key=lambda column: (not NAMING.search(column.name), column.holds != ColumnKind.TEXT))
    return next((column.id for column in likely if NAMING.search(column.name) or column.holds == ColumnKind.TEXT), "")
