"""Dates in words: the western year with the Japanese era and the Japanese fiscal year (April to March) beside it.

A date is ISO 8601 and as precise as it is known: a year, a month or a day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from i18n.text import Lang, Text

FISCAL_YEAR_STARTS = 4  # April
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
BESIDE = Text("{date}({more})", "{date} ({more})")
BETWEEN = Text("、", ", ")
FISCAL_YEAR = Text("{year}年度", "FY{year}")


@dataclass(frozen=True, slots=True)
class Era:
    """An era: the day it began, and the western year that is its first."""

    name: str
    since: date
    first_year: int


ERAS = (
    Era("明治", date(1873, 1, 1), 1868),  # from the day on which Japan has counted days as the west does
    Era("大正", date(1912, 7, 30), 1912),
    Era("昭和", date(1926, 12, 25), 1926),
    Era("平成", date(1989, 1, 8), 1989),
    Era("令和", date(2019, 5, 1), 2019),
)
ENDS = (*(after.since for _era, after in pairwise(ERAS)), date.max)


def word_date(iso: str) -> Text:
    """Word a date in full: 2025年7月(令和7年7月、2025年度) / July 2025 (FY2025)."""
    year = fiscal_year(iso)
    era = Text("/".join(in_eras(iso)), "")
    fiscal = FISCAL_YEAR.format(year=year) if year else Text("", "")
    more = Text(*(BETWEEN[lang].join(filter(None, (era[lang], fiscal[lang]))) for lang in Lang))
    full = BESIDE.format(date=plain_date(iso), more=more)
    return Text(*(full[lang] if more[lang] else plain_date(iso)[lang] for lang in Lang))


def plain_date(iso: str) -> Text:
    """Word a date by the western year alone: 2025年7月 / July 2025."""
    year, *rest = map(int, iso.split("-"))
    if not rest:
        return Text(f"{year}年", str(year))
    month, *days = rest
    day = days[0] if days else 0
    english = f"{MONTHS[month - 1]} {year}"
    return Text(f"{year}年{month}月{_of_month(day)}", f"{day} {english}" if day else english)


def in_eras(iso: str) -> list[str]:
    """Word a date by Japanese eras: two where one ended within the year or month; none before 1873."""
    year, *rest = map(int, iso.split("-"))
    month, day = (*rest, 0, 0)[:2]
    tail = (f"{month}月" if month else "") + _of_month(day)
    return [f"{era.name}{_of_era(year - era.first_year + 1)}年{tail}" for era in _eras_of(iso)]


def fiscal_year(iso: str) -> int | None:
    """Give the fiscal year of a date; None for a year alone, which lies in two."""
    year, *rest = map(int, iso.split("-"))
    return (year if rest[0] >= FISCAL_YEAR_STARTS else year - 1) if rest else None


def _eras_of(iso: str) -> Iterator[Era]:
    first, last = _days(iso)
    for era, end in zip(ERAS, ENDS, strict=True):
        if era.since <= last and first < end:
            yield era


def _days(iso: str) -> tuple[date, date]:
    """Give the first and the last day that a date stands for."""
    year, *rest = map(int, iso.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    first, last = (rest[0], rest[0]) if rest else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _of_month(day: int) -> str:
    return f"{day}日" if day else ""


def _of_era(year: int) -> str:
    return "元" if year == 1 else str(year)
