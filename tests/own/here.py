"""The whole reading in one process, for tests that try thousands of files; what the process adds is tested with it."""

from __future__ import annotations

from importlib import import_module

from i18n.errors import AtlasError
from own.child import ZIP
from own.kinds import NAMES, recognise
from own.question import Answers
from own.raw import Raw, taken, written, written_error
from own.unzip import unzip


def read_here(content: bytes, name: str, answers: Answers) -> Raw:
    """Read a file as the process does, its answer written and taken apart as well."""
    try:
        kind = recognise(content, name)
        if content.startswith(ZIP):
            unzip(content, name, lambda _member: False)
        raw: Raw = import_module(f"own.{kind.value}").read(content, name, answers)
        answer = written(Raw(raw.lines, raw.numbers, raw.names, raw.wkb, raw.notes, NAMES[kind]))
    except AtlasError as error:
        answer = written_error(error)
    return taken(answer)
