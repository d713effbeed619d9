"""Degrees as people write them: 35.68, 35°41′22″N, 北緯35度41分, N35 41, 35:41:22, in any width."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SIDES = {"n": 1, "s": -1, "e": 1, "w": -1, "北緯": 1, "南緯": -1, "東経": 1, "西経": -1,
         "緯度": 1, "経度": 1, "北": 1, "南": -1, "東": 1, "西": -1}
ACROSS = frozenset({"e", "w", "東経", "西経", "東", "西", "経度"})
SIDE = "|".join(sorted(SIDES, key=len, reverse=True))
NUMBER = r"\d{1,8}(?:[.,]\d{1,20})?"
PATTERN = re.compile(
    rf"(?P<before>{SIDE})?\s*(?P<sign>[-+]?)\s*(?P<degrees>{NUMBER})\s*"
    rf"(?:(?:°|度|d|:|\s)\s*(?:(?P<minutes>{NUMBER})\s*"
    rf"(?:(?:'|分|m|:|\s)\s*(?:(?P<seconds>{NUMBER})\s*(?:\"|''|秒|s(?!\w))?)?)?)?)?"
    rf"\s*(?P<after>{SIDE})?",
)
ALIKE = str.maketrans({
    "º": "°", "˚": "°", "゜": "°", "′": "'", "’": "'", "‘": "'", "´": "'", "ʹ": "'", "″": '"', "”": '"', "“": '"',
    "ʺ": '"', "−": "-", "–": "-", "—": "-", "‐": "-", "\u3000": " ",
})
LONGEST = 60
EDGES = " ()[]"  # after NFKC


@dataclass(frozen=True, slots=True)
class Degrees:
    """A column read as degrees: NaN where it is none, which rows were not plain numbers, and which axis they say."""

    values: Floats
    turned: NDArray[np.bool_]
    across: int  # rows that say E or W
    along: int  # rows that say N or S


def read_degrees(cells: Sequence[str], plain: Floats | None = None) -> Degrees:
    """Read a column of coordinates; plain numbers all at once, the rest one by one.

    `plain` is what own.columns read in the cells as plain numbers, if that is what they are.
    """
    values = _numbers(cells) if plain is None else plain.copy()
    values[~np.isfinite(values)] = np.nan
    turned = np.zeros(len(values), dtype=bool)
    across = along = 0
    for place in np.flatnonzero(np.isnan(values)).tolist():
        value, axis = degrees(cells[place])
        if value is not None:
            values[place], turned[place] = value, True
            across += axis == "lon"
            along += axis == "lat"
    return Degrees(values, turned, across, along)


def _numbers(cells: Sequence[str]) -> Floats:
    """Read plain numbers, one by one where some are none."""
    read = _number if "_" in "".join(cells) else float  # Python would read 1_000
    try:
        return np.fromiter(map(read, cells), dtype=np.float64, count=len(cells))
    except ValueError:
        return np.fromiter(map(_number, cells), dtype=np.float64, count=len(cells))


def _number(cell: str) -> float:
    try:
        return math.nan if "_" in cell else float(cell)
    except ValueError:
        return math.nan


def degrees(text: str) -> tuple[float | None, str]:
    """Read one coordinate, and the axis that its letters say ("" when they say none); None when it is no coordinate."""
    if not text or len(text) > LONGEST:
        return None, ""
    plain = unicodedata.normalize("NFKC", text.translate(ALIKE)).translate(ALIKE).casefold().strip()
    found = PATTERN.fullmatch(plain.replace("秒", '"'))
    if not found or (found["before"] and found["after"]):
        return None, ""
    side = found["before"] or found["after"] or ""
    parts = [float((found[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")]
    if parts[1] >= 60 or parts[2] >= 60 or (found["sign"] == "-" and side and SIDES[side] < 0):
        return None, ""
    sign = -1 if found["sign"] == "-" else SIDES.get(side, 1)
    value = sign * (parts[0] + parts[1] / 60 + parts[2] / 3600)
    return (value if math.isfinite(value) else None), ("lon" if side in ACROSS else "lat") if side else ""


def split_pair(cell: str) -> tuple[str, str]:
    """Split 35.68, 139.76 into its two halves; blanks where it is no pair."""
    for sign in (",", "、", ";", "/", " "):
        parts = [part.strip(EDGES) for part in unicodedata.normalize("NFKC", cell).split(sign) if part.strip()]
        if len(parts) == 2:
            return parts[0], parts[1]
    return ("", "") if not cell else (cell, cell)
