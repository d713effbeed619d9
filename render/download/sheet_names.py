"""Names of a workbook's sheets as Excel allows them: no sign that it refuses, not too long, no two alike."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

LONGEST = 31
"""Letters of a name, as Excel counts: those beyond U+FFFF count twice."""
SIGNS = str.maketrans("[]:*?/\\", "［］：＊？／＼")  # read the same, and Excel takes them
RESERVED = frozenset({"history", "履歴"})
CUT, UNNAMED = "…", "-"


def sheet_names(titles: Iterable[str]) -> list[str]:
    """Name a sheet for each title, in their order."""
    found: list[str] = []
    taken = set(RESERVED)
    for title in titles:
        name = _allowed(title)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = _allowed(title, f" {number}")
        taken.add(name.casefold())
        found.append(name)
    return found


def _allowed(title: str, ending: str = "") -> str:
    """Give a title as the name of a sheet, with an ending that tells it from another."""
    spaced = " ".join(title.translate(SIGNS).split())  # a full-width blank is not printable, yet parts two words
    plain = "".join(letter for letter in spaced if letter.isprintable()).strip(" '") or UNNAMED
    most = LONGEST - len(ending)
    if _length(plain) > most:
        shorter = textwrap.shorten(plain, most, placeholder=CUT)
        plain = shorter if shorter != CUT and _length(shorter) <= most else _begun(plain, most)
    return plain.strip(" '") + ending


def _begun(text: str, most: int) -> str:
    while _length(text) >= most:
        text = text[:-1]
    return text + CUT


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
