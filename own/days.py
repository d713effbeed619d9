"""Days as people write them (2025/4/1, 令和7年4月1日, R7.4.1), given as ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

CLOCK = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
WEEKDAY = r"(?:\s?\([月火水木金土日](?:曜日?)?\))?"
DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)" + WEEKDAY + CLOCK, re.IGNORECASE)
YEARS = range(1000, 3000)
BEFORE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era."""
LETTERS = dict(zip("mtshr", BEFORE, strict=True))
ERA = re.compile(rf"({'|'.join(BEFORE)}) ?(元|\d{{1,2}})年 ?(?:(\d{{1,2}})月 ?(?:(\d{{1,2}})日)?)?" + WEEKDAY)
SHORT_ERA = re.compile(r"([mtshr]) ?(元|\d{1,2})([./-])(\d{1,2})\3(\d{1,2})" + WEEKDAY)
"""To the day alone: R7.4 may be a version, S12 a site."""


def read_day(text: str) -> str:
    """Give a day, a month or a year of an era of its own as ISO 8601, "" when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = DAY.fullmatch(plain)
    if found:
        return _iso(*found.groups())
    era = read_era(plain)
    return _iso(*era) if era else ""


def read_era(text: str) -> tuple[str | None, ...]:
    """Give year, month and day of a day that is counted by a Japanese era, nothing when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    long, short = ERA.fullmatch(plain), SHORT_ERA.fullmatch(plain)
    if long:
        return str(BEFORE[long[1]] + int(long[2].replace("元", "1"))), long[3], long[4]
    if short:
        return str(BEFORE[LETTERS[short[1]]] + int(short[2].replace("元", "1"))), short[4], short[5]
    return ()


def _iso(*parts: str | None) -> str:
    year, month, day = (int(part) if part else 0 for part in parts)
    if year not in YEARS:
        return ""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])
