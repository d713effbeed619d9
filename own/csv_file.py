"""Read a CSV file: its encoding and its delimiter found out, its quotes taken at their word."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.encodings import NAMES, decode
from own.even import even_text
from own.grid import Grid, too_many
from own.limits import LONGEST_CELL, MOST_LINE_ENDS
from own.question import Answers
from own.raw import Raw
from own.report import Note, Treatment

DELIMITERS = {",": ",", "\t": "Tab", ";": ";", "|": "|"}
LOOKED_AT = 30  # lines
MOST_LETTERS = 100 * LONGEST_CELL  # of a cell: in a longer one a quote or a delimiter is missing
SEP = re.compile(r"sep=(.)\r?\n")


def read(content: bytes, name: str, _answers: Answers) -> Raw:
    """Read the lines; raises AtlasError for what is no text, holds too much, or has a quote that is never closed."""
    text, encoding = decode(content, name)
    text = text.removeprefix("\ufeff")
    if text.count("\n") > MOST_LINE_ENDS:  # spares the reading of what would be refused
        raise too_many(name, rows=True)
    told = SEP.match(text)
    delimiter = told[1] if told else _delimiter(text)
    body, first = text[told.end() :] if told else text, 1 + bool(told)
    how = notes.AS_TEXT.format(encoding=NAMES[encoding], delimiter=DELIMITERS.get(delimiter, delimiter))
    even = even_text(body, delimiter)
    if even:
        return Raw(even, list(range(first, first + len(even))), notes=(Note(Treatment.READ, how),))
    grid = Grid(name)
    grid.add_all(_records(body, delimiter, name), first)
    return Raw(grid.lines, grid.numbers, notes=(Note(Treatment.READ, how), *grid.notes()))


def _records(text: str, delimiter: str, name: str) -> list[list[str]]:
    """Give the records; a quote inside a cell is let stand, one never closed is not."""
    csv.field_size_limit(MOST_LETTERS)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error) or "field larger" in str(error):
            raise _endless(text, delimiter, name) from None
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise _endless(text, delimiter, name) from None


def _endless(text: str, delimiter: str, name: str) -> AtlasError:
    """Word the refusal of a cell without end: a quote is never closed, or there is none and delimiters are missing."""
    row = _whole_rows(text, delimiter) + 1
    if '"' in text:
        return AtlasError(words.OPEN_QUOTE.format(name=name, row=row))
    return AtlasError(words.LONG_CELL.format(name=name, row=row, most=f"{MOST_LETTERS:,}"))


def _whole_rows(text: str, delimiter: str) -> int:
    """Count the rows before the one that has no end."""
    whole = 0
    with suppress(csv.Error):
        for _cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            whole += 1
    return whole


def _delimiter(text: str) -> str:
    """Find the delimiter that gives most lines the same number of cells, the more the better."""
    start = "\n".join(text[:100_000].splitlines()[:LOOKED_AT])
    return max(DELIMITERS, key=lambda delimiter: _evenness(start, delimiter))


def _evenness(start: str, delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if cells]
    except csv.Error:
        return (0.0, 0)
    usual = Counter(width for width in widths if width > 1).most_common(1)
    return (usual[0][1] / len(widths), usual[0][0]) if usual else (0.0, 0)
