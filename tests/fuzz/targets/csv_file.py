"""A table of text that a person brings."""

from __future__ import annotations

from tests.fuzz.mutators import worded
from tests.fuzz.reading import reader
from tests.fuzz.target import Target

WORDS = (
    ",", ";", "\t", "|", "\r\n", "\r", "\n", '"', '""', '","', "sep=;\r\n", "緯度", "経度", "lat,lon", "国名", "座標",
    "35.68", "139°45′N", "北緯35度", "1e400", "nan", "#N/A", "\ufeff", b"\xff\xfe",
    b"\xfe\xff", b"\0", b"\x93\x8c", b"\x85",
    b"\xe9", "\u2028", "\x1c", "\x0b", "\ud7ff", "=A1", "{count}", "日本",
)

TARGET = Target("csv_file", reader("a.csv"), worded(*WORDS), runs=150_000, sample=200)
