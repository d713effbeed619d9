"""The lines of a table as they come in, held within the limits, their cells cleaned of what no cell should hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from own.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from own.report import Note, Treatment, about

UNHEARD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LOST = "\ufffd"  # stands for letters that could not be read
AT_ONCE = 1_000  # lines
ERRORS = frozenset({"#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})


class Grid:
    """Lines of cells with their numbers; what was cleaned is remembered by row."""

    def __init__(self, name: str) -> None:
        self.lines: list[list[str]] = []
        self.numbers: list[int] = []
        self._name, self._cells = name, 0
        self._cut: list[int] = []
        self._unheard: list[int] = []
        self._errors: list[int] = []
        self._lost: list[int] = []

    def add(self, cells: Sequence[str], number: int) -> None:
        """Add a line unless it is blank; raises AtlasError where a limit is passed."""
        line = list(map(str.strip, cells))
        while line and not line[-1]:
            line.pop()
        if line:
            self.keep(line, number)

    def add_all(self, lines: Sequence[list[str]], first: int) -> None:
        """Add lines numbered from `first`; where nothing has to be cleaned, many are looked at in one go."""
        for start in range(0, len(lines), AT_ONCE):
            some = lines[start : start + AT_ONCE]
            cells = self._cells + sum(map(len, some))
            if len(self.lines) + len(some) <= MOST_ROWS and cells <= MOST_CELLS and _are_clean(some):
                self.lines += some
                self.numbers += range(first + start, first + start + len(some))
                self._cells = cells
            else:
                for number, line in enumerate(some, first + start):
                    self.add(line, number)

    def keep(self, line: list[str], number: int) -> None:
        """Add a line as it is, blank or not; raises AtlasError where a limit is passed."""
        if len(line) > MOST_COLUMNS:
            raise AtlasError(words.MANY_COLUMNS.format(name=self._name, row=number, most=MOST_COLUMNS))
        self._cells += len(line)
        if len(self.lines) > MOST_ROWS or self._cells > MOST_CELLS:
            raise too_many(self._name, rows=len(self.lines) > MOST_ROWS)
        self.lines.append(self._cleaned(line, number))
        self.numbers.append(number)

    def notes(self) -> Iterator[Note]:
        """Say what was cleaned."""
        if self._cut:
            yield about(Treatment.REPAIRED, notes.CUT, self._cut, most=f"{LONGEST_CELL:,}")
        if self._unheard:
            yield about(Treatment.REPAIRED, notes.UNHEARD, self._unheard)
        if self._errors:
            yield about(Treatment.REPAIRED, notes.ERRORS, self._errors)
        if self._lost:
            yield about(Treatment.REMARKED, notes.LOST_LETTERS, self._lost)

    def _cleaned(self, line: list[str], number: int) -> list[str]:
        whole = " ".join(line)
        if len(whole) <= LONGEST_CELL and _is_plain(whole):
            return line  # nearly every line, and told in a millionth of a second
        if LOST in whole:
            self._lost.append(number)
        if max(map(len, line)) > LONGEST_CELL:
            line = [cell[:LONGEST_CELL] for cell in line]
            self._cut.append(number)
        if UNHEARD.search(whole):
            line = [UNHEARD.sub("", cell) for cell in line]
            self._unheard.append(number)
        if not ERRORS.isdisjoint(line):
            line = ["" if cell in ERRORS else cell for cell in line]
            self._errors.append(number)
        return line


def _is_plain(text: str) -> bool:
    """Tell whether nothing in a text needs cleaning or a word; of all blanks only the usual one is plain."""
    return text.isprintable() and "#" not in text and LOST not in text


def _are_clean(lines: Sequence[list[str]]) -> bool:
    """Tell whether lines stay as they are: none blank at its end, no cell too long or with anything to take away."""
    whole = "\n".join(map("\n".join, lines))
    cells = whole.split("\n")
    return (
        all(lines) and all(line[-1] for line in lines) and max(map(len, lines)) <= MOST_COLUMNS
        and len(cells) == sum(map(len, lines)) and max(map(len, cells)) <= LONGEST_CELL
        and _is_plain("".join(cells))
        and "\n " not in f"\n{whole}" and " \n" not in f"{whole}\n"
    )


def too_many(name: str, *, rows: bool) -> AtlasError:
    """Word the refusal of what is too much to show, with what to do about it."""
    if rows:
        return AtlasError(words.MANY_ROWS.format(name=name, most=f"{MOST_ROWS:,}", advice=words.THIN_OUT))
    return AtlasError(words.MANY_CELLS.format(name=name, most=f"{MOST_CELLS:,}"))
