"""Everything that is done with what a person brings, but for its process: read, understood, placed, made a layer."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from unittest.mock import patch

from own import reading
from own.reading import Own, read_own
from tests.fuzz.reading import read_all
from tests.fuzz.target import Spoil, Target
from tests.fuzz.targets import csv_file, geojson, kml
from tests.own.here import read_here

TEXTS = (csv_file.TARGET, geojson.TARGET, kml.TARGET)
TABLE, TREE, XML = (target.mutate for target in TEXTS)


def one(data: bytes) -> None:
    """Read a text file of any kind as the page does; what comes of it stands as the map relies on it."""
    read_all(data, "a.txt", read)


def read(content: bytes, name: str, answers: reading.Answers) -> Own:
    """Read a file within this process."""
    with patch.object(reading, "read_apart", read_here):
        return read_own(content, name, answers)


def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
    """Change a file as its own kind is changed."""
    start = data.lstrip()[:1]
    return (TREE if start in b"{[" else XML if start == b"<" else TABLE)(data, random, step)


def borrowed() -> Iterator[bytes]:
    """Begin with the texts of the readers."""
    for target in TEXTS:
        yield from target.corpus()


TARGET = Target("own", one, mutate, runs=25_000, sample=40, borrowed=borrowed)
