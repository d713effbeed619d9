"""What the targets of own data share: a file read with all its questions answered, and what must be true of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from i18n.errors import AtlasError
from own.layer import layer_of
from own.question import Answers, Part, QuestionError
from own.raw import Raw
from own.reading import Own
from tests.fuzz.target import FaultError, said
from tests.own.here import read_here

MOST_ASKED = 3
Read = Callable[[bytes, str, Answers], Raw | Own]


def reader(name: str) -> Callable[[bytes], None]:
    """Make the `one` of a reader: recognised, unpacked, read; its answer written and taken apart, in this process."""
    return lambda data: read_all(data, name, read_here)


def read_all(data: bytes, name: str, read: Read, answers: Answers | None = None, asked: int = 0) -> None:
    """Read a file; where it asks, read it again with the first and the last of what may be answered."""
    known = answers or Answers()
    try:
        found = read(data, name, known)
    except QuestionError as question:
        said(question.text)
        for more in _answered(known, question) if asked < MOST_ASKED else ():
            read_all(data, name, read, more, asked + 1)
    except AtlasError as error:
        said(error.text)
    else:
        if isinstance(found, Own):
            check(found)


def _answered(known: Answers, question: QuestionError) -> Iterator[Answers]:
    first, last = question.choices[:1], question.choices[1:][-1:]
    if question.part == Part.COLUMNS:
        if first and last:
            yield replace(known, lon=first[0], lat=last[0])
            yield replace(known, country=last[0])
        return
    for choice in (*first, *last):
        yield replace(known, **{question.part.value: choice})


def check(own: Own) -> None:
    """Check what was read as the map relies on it, and make its layer."""
    if not len(own.rows) or set(own.rows.columns) != {"row", "iso_a3", "geometry", *(each.id for each in own.columns)}:
        raise FaultError("no rows, or other columns than are told of")
    west, south, east, north = own.rows.total_bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise FaultError(f"off the earth: {own.rows.total_bounds}")
    if not own.rows.geometry.is_valid.all():
        raise FaultError("an invalid shape")
    said(*own.report.sentences())
    layer = layer_of(own)
    layer.prepare(layer.read(layer.file))
