"""The report of a reading: what was read, how it was understood, what was repaired and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from i18n.own_notes import LIST_OF_ROWS, MORE_ROWS, UNIT
from i18n.text import LISTED, Text, same
from own.limits import ROWS_TOLD


class Treatment(StrEnum):
    """What was done, in the order in which it is told."""

    READ = "read"
    UNDERSTOOD = "understood"  # guessed from what the file holds: the person may know better
    REPAIRED = "repaired"
    LEFT_OUT = "left_out"
    REMARKED = "remarked"  # kept as it is, but worth a look


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence, and the rows that it is about: the first of them by number, and how many there are."""

    treatment: Treatment
    text: Text
    rows: tuple[int, ...] = ()
    count: int = 0

    def as_json(self) -> Mapping[str, Any]:
        """Give the note as plain data, for the way out of the reading process."""
        return {"treatment": self.treatment.value, "ja": self.text.ja, "en": self.text.en,
                "rows": list(self.rows), "count": self.count}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Note:
        """Take a note from plain data; raises KeyError, TypeError or ValueError when it is none."""
        return cls(Treatment(plain["treatment"]), Text(str(plain["ja"]), str(plain["en"])),
                   tuple(map(int, plain["rows"])), int(plain["count"]))


@dataclass(frozen=True, slots=True)
class Report:
    """All notes of one reading, in the order of their treatment."""

    notes: tuple[Note, ...]
    counts_rows: bool = True  # as a spreadsheet does, headings in row 1; a file of shapes counts features from 1

    def of(self, treatment: Treatment) -> tuple[Note, ...]:
        """Give the notes of one treatment."""
        return tuple(note for note in self.notes if note.treatment == treatment)

    @property
    def left_out(self) -> int:
        """Count the rows that are not on the map."""
        return sum(note.count for note in self.of(Treatment.LEFT_OUT))

    def sentences(self) -> list[Text]:
        """Give each note as a sentence with its rows named."""
        return [note.text + listed(note.rows, note.count, counts_rows=self.counts_rows) for note in self.notes]


def report_of(notes: Iterable[Note], *, counts_rows: bool) -> Report:
    """Put notes into the order of their treatment."""
    order = list(Treatment)
    return Report(tuple(sorted(notes, key=lambda note: order.index(note.treatment))), counts_rows)


def about(treatment: Treatment, text: Text, rows: Iterable[int], **said: object) -> Note:
    """Make a note about rows; the text may use {count} beside what is `said`.

    It is filled once: words of the file may hold braces of their own, which would be read as places to fill.
    """
    every = list(rows)
    return Note(treatment, text.format(count=f"{len(every):,}", **said), tuple(every[:ROWS_TOLD]), len(every))


def listed(rows: tuple[int, ...], count: int, *, counts_rows: bool) -> Text:
    """Name the rows behind a sentence: (行: 3、8、9 ほか2件)."""
    if not rows:
        return Text("", "")
    more = MORE_ROWS.format(count=f"{count - len(rows):,}") if count > len(rows) else Text("", "")
    numbers = LISTED.join([same(str(row)) for row in rows])
    return LIST_OF_ROWS.format(unit=UNIT[counts_rows], rows=numbers, more=more)
