"""What tells files apart by their bytes: any bytes under any name are one kind, or refused in a sentence."""

from __future__ import annotations

from i18n.errors import AtlasError
from own.kinds import NAMES, recognise
from own.reading import shown
from tests.fuzz.mutators import worded
from tests.fuzz.target import FaultError, Target, said

WORDS = (
    b"PK\x03\x04", b"PK\x05\x06", b"SQLite format 3\0", b"\x1f\x8b", b"%PDF", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff",
    b"<?xml version='1.0'?>", b"<!-- ", b"-->", b"<kml>", b"<html", b"<x:kml ", b"{", b"[", b"\x1e", b"\0", b"\x81",
    ".csv\n", ".geojson\n", ".xlsx\n", ".zip\n", ".kmz\n", ".gpkg\n", "/", "..", "\\", "{}", "京", b"\x93\x8c\x8b\x9e",
    "[Content_Types].xml", "xl/workbook.xml", "vbaProject.bin", "a.shp", "doc.kml", "\u202e", "a\0b",
)


def one(data: bytes) -> None:
    """Take the first line for the file's name and tell what the rest is."""
    line, _, content = data.partition(b"\n")
    name = shown(line.decode("utf-8", "replace"))
    if not name or len(name) > 60 or not name.isprintable():
        raise FaultError(f"a name that cannot be shown: {name!r}")
    try:
        if not NAMES[recognise(content, name)]:
            raise FaultError("a kind without a name")
    except AtlasError as error:
        said(error.text)


TARGET = Target("kinds", one, worded(*WORDS), runs=150_000, sample=300)
