"""A file through the real reading process, as an upload goes: the process ends by itself, in time, with an answer."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from unittest.mock import patch

from i18n.errors import AtlasError
from own import process
from own.process import read_apart
from own.question import Answers
from own.raw import Raw
from own.reading import shown
from tests.fuzz.reading import read_all
from tests.fuzz.target import FaultError, Spoil, Target, find_target

ENDINGS = {"csv_file": ".csv", "geojson": ".geojson", "kml": ".kml", "xlsx_file": ".xlsx", "gpkg": ".gpkg",
           "shapefile": ".zip", "unzip": ".zip"}
PATIENCE = 300
"""Seconds by the clock, for the machine is busy; of the processor the process has no more than ever."""


def one(data: bytes) -> None:
    """Take the first line for the name of a target, whose kind the file behind it is, and read it apart."""
    kind, _, content = data.partition(b"\n")
    name = shown(f"a{ENDINGS.get(kind.decode('ascii', 'replace'), '')}")
    if content:
        read_all(content, name, read, asked=2)


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read apart; a process that did not end by itself is a fault here, however well the person is told."""
    with patch.object(process, "MOST_SECONDS", PATIENCE), patch.object(process, "_failure", _fault):
        return read_apart(content, name, answers)


def _fault(code: int, name: str) -> AtlasError:
    raise FaultError(f"the process that read {name} ended with {code}")


def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
    """Change the file behind the first line as its own target does."""
    kind, _, content = data.partition(b"\n")
    name = kind.decode("ascii", "replace")
    changed = find_target(name).mutate(content, random, step) if name in ENDINGS else step(content)
    return kind + b"\n" + changed


def borrowed() -> Iterator[bytes]:
    """Begin with the files of the readers, each behind the name of its target."""
    for kind in ENDINGS:
        yield from (f"{kind}\n".encode() + content for content in find_target(kind).corpus())


TARGET = Target("upload", one, mutate, runs=2_000, sample=4, seconds=20.0, longest=32_768, apart=True,
                borrowed=borrowed)
