"""What the reading process found, and its way to the program: JSON, cells and WKB, nothing that can run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from i18n.errors import AtlasError
from i18n.text import Text
from own.even import NEXT_CELL, Even, even_lines
from own.question import Part, QuestionError
from own.report import Note

HEAD = 8  # bytes that say how long the JSON is
NEXT_LINE = "\x1e"  # no cell holds it: own.grid drops every control
ON_ANSWERS = (KeyError, TypeError, ValueError, IndexError, AttributeError)
"""What an answer that is none may raise where it is taken apart."""


@dataclass(frozen=True, slots=True)
class Raw:
    """Rows as text; of a table its headings still stand among them, of shapes `wkb` stands beside each row."""

    lines: Sequence[Sequence[str]]
    numbers: Sequence[int]  # of each line, as the person counts
    names: Sequence[str] = ()  # headings, of shapes alone
    wkb: Sequence[bytes] | None = None  # WGS 84, valid, of one kind
    notes: tuple[Note, ...] = ()
    format: str = ""


def written(raw: Raw) -> bytes:
    """Write what was found; the cells as one text, which is taken apart ten times as fast as JSON."""
    even = raw.lines if isinstance(raw.lines, Even) else even_lines(raw.lines)
    cells = (even.joined if even else NEXT_LINE.join(map(NEXT_CELL.join, raw.lines))).encode("utf-8", "replace")
    first = raw.numbers[0] if raw.numbers else 0
    is_run = raw.numbers == list(range(first, first + len(raw.numbers)))
    head = {
        "lines": len(raw.lines), "width": even.width if even else 0, "cells": len(cells), "first": first,
        "numbers": [] if is_run else raw.numbers, "names": raw.names, "format": raw.format,
        "notes": [note.as_json() for note in raw.notes],
        "sizes": None if raw.wkb is None else [len(shape) for shape in raw.wkb],
    }
    return _packed(head) + cells + b"".join(raw.wkb or ())


def written_error(error: AtlasError) -> bytes:
    """Write a refusal or a question."""
    plain = error.as_json() if isinstance(error, QuestionError) else {"ja": error.text.ja, "en": error.text.en}
    return _packed({"error": plain})


def taken(answer: bytes) -> Raw:
    """Take an answer apart; raises AtlasError where it is a refusal, one of ON_ANSWERS where it is no answer."""
    size = int.from_bytes(answer[:HEAD], "little")
    head = json.loads(answer[HEAD : HEAD + size])
    if "error" in head:
        raise _error(head["error"])
    begin, end = HEAD + size, HEAD + size + int(head["cells"])
    lines = _lines(answer[begin:end].decode(), head["width"]) if head["lines"] else []
    if len(lines) != head["lines"]:
        raise ValueError("lines are missing")
    numbers = head["numbers"] or list(range(head["first"], head["first"] + len(lines)))
    wkb = None if head["sizes"] is None else _parts(answer[end:], head["sizes"])
    notes = tuple(map(Note.from_json, head["notes"]))
    if len(numbers) != len(lines) or (wkb is not None and len(wkb) != len(lines)):
        raise ValueError("rows and shapes do not belong together")
    return Raw(lines, numbers, head["names"], wkb, notes, str(head["format"]))


def _packed(head: dict[str, Any]) -> bytes:
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return len(text).to_bytes(HEAD, "little") + text


def _lines(cells: str, width: int) -> Sequence[Sequence[str]]:
    """Take cells apart into lines, those of one length later and all at once."""
    if width:
        even = Even(cells, width)
        if len(even.cells) % width:
            raise ValueError("a line is not whole")
        return even
    return [line.split(NEXT_CELL) for line in cells.split(NEXT_LINE)]


def _parts(content: bytes, sizes: Sequence[int]) -> list[bytes]:
    parts, at = [], 0
    for size in sizes:
        parts.append(content[at : at + size])
        at += size
    return parts


def _error(plain: dict[str, Any]) -> AtlasError:
    text = Text(str(plain["ja"]), str(plain["en"]))
    if "part" in plain:
        return QuestionError(text, Part(plain["part"]), tuple(map(str, plain["choices"])))
    return AtlasError(text)
