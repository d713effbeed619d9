"""A GeoPackage that a person brings, spoilt in its pages, its schema and its shapes."""

from __future__ import annotations

from random import Random

from tests.fuzz.mutators import windowed
from tests.fuzz.reading import reader
from tests.fuzz.target import Spoil, Target

WORDS = (
    b"GP\0\x01", b"GP\0\x03", b"GP\0\x0b", b"\x01\x01\0\0\0", b"\x01\x03\0\0\0", b"\x01\xe9\x03\0\0", b"\0\0\0\0\x01",
    "features", "geom", "places", "EPSG", "NONE", "CREATE TABLE", "CREATE VIEW",
    "CREATE VIRTUAL TABLE a USING fts5(b)", "table", "view", "trigger", "GENERATED ALWAYS AS (randomblob(9))",
    "CHECK (load_extension('a'))", b"\xff" * 8, b"\0" * 8,
)
PLAIN = windowed()


def mutate(data: bytes, random: Random, step: Spoil) -> bytes:
    """Spoil a window, or put a word over what stands there: nothing moves, for pages go by their place."""
    if random.random() < 0.6:
        return PLAIN(data, random, step)
    at = random.randrange(max(1, len(data)))
    word = random.choice(WORDS)
    put = word.encode() if isinstance(word, str) else word
    return data[:at] + put[: len(data) - at] + data[at + len(put) :]


TARGET = Target("gpkg", reader("a.gpkg"), mutate, runs=50_000, sample=120, longest=32_768)
