"""A zipped Shapefile that a person brings, its parts spoilt."""

from __future__ import annotations

from tests.fuzz.mutators import windowed, zipped
from tests.fuzz.reading import reader
from tests.fuzz.target import Target

PARTS = (".shp", ".dbf", ".prj", ".cpg", ".shx")

TARGET = Target("shapefile", reader("a.zip"), zipped(windowed(16), members=PARTS), runs=20_000, sample=40)
