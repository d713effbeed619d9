"""Years in a typed text: 2019-2022, 2019年以降, until 2020, 令和元年."""

from __future__ import annotations

import re
import unicodedata

from i18n.years import ERAS
from scene.readers import FIRST_YEAR, LAST_YEAR
from scene.survey import years_on_offer

Years = tuple[int, int]
FIRST_YEARS = {era.name: era.first_year for era in ERAS}
ERA = re.compile(rf"({'|'.join(FIRST_YEARS)})(元|\d{{1,2}})年度?")
YEAR = r"(?<![\w.])((?:19|20)\d\d)年?度?"
SPAN = re.compile(rf"{YEAR}\s*(?:[-–—―‐~〜から]+|to|until)\s*(?:以降)?((?:19|20)\d\d)(?![A-Za-z0-9])年?度?(?:まで)?")
SINCE = re.compile(rf"{YEAR}(?:以降|以後|から)|(?:since|from|after)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
UNTIL = re.compile(rf"{YEAR}(?:以前|まで)|(?:until|before|by)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
DECADE = re.compile(r"(?<![\w.])((?:19|20)\d0)(?:年代|s\b)")
ALONE = re.compile(rf"{YEAR}(?![A-Za-z0-9])")


def take_years(text: str) -> tuple[str, Years | None]:
    """Take the years out of a text; the first way of saying them that fits counts."""
    plain = ERA.sub(_western, unicodedata.normalize("NFKC", text))
    for pattern, read in ((SPAN, _span), (SINCE, _since), (UNTIL, _until), (DECADE, _decade), (ALONE, _alone)):
        found = pattern.search(plain)
        if found:
            first, last = sorted(read(found))
            rest = f"{plain[:found.start()]} {plain[found.end():]}"
            return rest, (max(first, FIRST_YEAR), min(last, LAST_YEAR))
    return text, None


def _western(found: re.Match[str]) -> str:
    return f" {FIRST_YEARS[found[1]] + (0 if found[2] == '元' else int(found[2]) - 1)}年"


def _year(found: re.Match[str]) -> int:
    return int(next(filter(None, found.groups())))


def _span(found: re.Match[str]) -> Years:
    return int(found[1]), int(found[2])


def _since(found: re.Match[str]) -> Years:
    return _year(found), max(_year(found), years_on_offer()[1])


def _until(found: re.Match[str]) -> Years:
    return min(_year(found), years_on_offer()[0]), _year(found)


def _decade(found: re.Match[str]) -> Years:
    return _year(found), _year(found) + 9


def _alone(found: re.Match[str]) -> Years:
    return _year(found), _year(found)
