"""Marks: places too small for a polygon on most maps that close-ups name all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.files import kept
from geo.tables import read_things
from i18n.text import Text

MARKS = "territory_marks.csv"


@dataclass(frozen=True)
class Mark:
    """A named point that close-ups show, with the country it belongs to."""

    name: Text
    lon: float
    lat: float
    iso_a3: str


@kept(MARKS)
def read_marks() -> tuple[Mark, ...]:
    """Read the marks that the territory policy asks for, north to south."""
    return tuple(sorted(read_things(MARKS, _mark), key=lambda mark: -mark.lat))


def _mark(row: Mapping[Any, str]) -> Mark:
    name = Text(row["name_ja"], row["name_en"])
    return Mark(name, float(row["lon"]), float(row["lat"]), row["iso_a3"])
