"""Lines of one length, held as one text of all their cells: what most tables are, taken and passed on in one go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from typing import overload

from own.grid import LOST
from own.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS

NEXT_CELL = "\x1f"  # no cell holds it: own.grid drops every control
REFUSED = ("\"", LOST, NEXT_CELL)
SIGNS = frozenset(",\t;|")
"""Delimiters that need no closer look: neither blanks nor letters, a byte each."""


class Even(Sequence[list[str]]):
    """Lines that are all so wide; each is made a list when it is asked for."""

    def __init__(self, joined: str, width: int) -> None:
        self.joined, self.width = joined, width

    @cached_property
    def cells(self) -> list[str]:
        """List the cells, line after line."""
        return self.joined.split(NEXT_CELL)

    def columns(self, begin: int) -> list[list[str]]:
        """List the cells of each column, from a line on."""
        return [self.cells[begin * self.width + at :: self.width] for at in range(self.width)]

    @cached_property
    def _count(self) -> int:
        return (self.joined.count(NEXT_CELL) + 1) // self.width

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[str]]: ...
    def __getitem__(self, at: int | slice) -> list[str] | list[list[str]]:
        """Give a line, or several."""
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self[place] for place in places]
        return self.cells[places * self.width : (places + 1) * self.width]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as of a list


def even_lines(lines: Sequence[Sequence[str]]) -> Even | None:
    """Join lines of one length; None where they are not."""
    widths = set(map(len, lines))
    width = widths.pop() if len(widths) == 1 else 0
    return Even(NEXT_CELL.join(chain.from_iterable(lines)), width) if width else None


def even_text(text: str, delimiter: str) -> Even | None:
    """Take a table as text as it stands; None where its lines are not of one length, or own.grid would change a cell.

    Without a quote a delimiter parts two cells and a line end two lines, wherever they stand.
    """
    body = text.replace("\r\n", "\n").removesuffix("\n")
    if delimiter not in SIGNS or any(sign in body for sign in REFUSED) or not _is_even(body, delimiter):
        return None
    joined = body.replace("\n", NEXT_CELL).replace(delimiter, NEXT_CELL)
    is_plain = joined.replace(NEXT_CELL, "").isprintable() and _has_short_lines(body)
    width = _width(body, delimiter)
    return Even(joined, width) if is_plain and not _has_to_be_cleaned(f"\n{body}\n", delimiter) else None


def _has_short_lines(body: str) -> bool:
    """Tell whether no line is longer than a cell may be; some that are just within that length count as longer."""
    half = LONGEST_CELL // 2  # a line of two halves would fill one from its beginning to its end
    return all(body.find("\n", at, at + half) >= 0 for at in range(0, len(body) - half, half))


def _width(body: str, delimiter: str) -> int:
    return body.partition("\n")[0].count(delimiter) + 1


def _is_even(body: str, delimiter: str) -> bool:
    """Tell whether there are as many delimiters in each line, and no more of all than is kept."""
    width, lines = _width(body, delimiter), body.count("\n") + 1
    if width > MOST_COLUMNS or lines > MOST_ROWS or width * lines > MOST_CELLS:
        return False
    others = bytes(set(range(256)) - {ord(delimiter), ord("\n")})
    marks = body.encode("utf-8", "replace").translate(None, others)
    return marks + b"\n" == (delimiter * (width - 1) + "\n").encode() * lines


def _has_to_be_cleaned(body: str, delimiter: str) -> bool:
    """Tell whether a cell begins or ends with a blank, begins like an error of a spreadsheet, or is blank at an end."""
    edges = (delimiter, "\n")
    blank = " " in body and any(f"{edge} " in body or f" {edge}" in body for edge in edges)
    return blank or any(f"{edge}\n" in body or ("#" in body and f"{edge}#" in body) for edge in edges)
