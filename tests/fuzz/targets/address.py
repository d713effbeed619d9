"""A query string or a whole address, as anybody may type or mail it: read as a view whose own text is stable."""

from __future__ import annotations

from layers.registry import find_layers
from scene.grammar import read_choice, write_choice
from scene.readers import READERS
from tests.fuzz.mutators import worded
from tests.fuzz.target import FaultError, Target, said

OWN = [f"{layer.id}.{field.id}" for layer in find_layers().values() for field in layer.filters]
WORDS = (
    *(f"&{key}=" for key in (*READERS, *OWN)), *(f"{layer}," for layer in find_layers()), "colour=cables.theme",
    "UZB,CHL", "oceania", "2019-2025", "planned", "160,-30,-150,10", "nan", "1e400", "-0", "orthographic", "150,35.5",
    "a4", "1920x1080", "lang=en", "%", "%00", "%E2%80%AE", "%ff", "+", "&", "=", ",", ";", "#", "?", "://", "-name",
    "care,draft", "東京", "𠮷", "\ufe0f", "\u202e", "\x85", "none", "all", "now", "2024-01-01", "ß", "İ", "١٢",
)


def one(data: bytes) -> None:
    """Read an address; what it is read as is written as a text that says the same, without a word dropped."""
    text = data.decode("utf-8", "surrogateescape" if data.startswith(b"~") else "replace")
    reading = read_choice(text)
    said(*reading.notices)
    written = write_choice(reading.choice)
    again = read_choice(written)
    if again.choice != reading.choice or again.notices:
        raise FaultError(f"read anew as another view: {written!r}")
    if not written.isascii() or set(written) & set(" #<>\"'"):
        raise FaultError(f"no text for an address bar: {written!r}")


TARGET = Target("address", one, worded(*WORDS), runs=300_000, sample=200, longest=1_024)
