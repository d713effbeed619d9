"""The numbers in a text, each as one value however it is written: thousands parted, full-width, dates in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from i18n.years import MONTHS

PLAIN = str.maketrans("０１２３４５６７８９，．－", "0123456789,.-")
MONTH = "|".join(MONTHS)
NUMBER = re.compile(
    r"(?<![\d.])(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?)(?![\d-])"
    r"|(?P<ja>\d{4}年\d{1,2}月(?:\d{1,2}日)?)"
    rf"|(?P<en>(?:\d{{1,2}} )?(?:{MONTH}) \d{{4}})"
    r"|(?P<plain>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: its value in one form (dates as ISO 8601), and where it stands."""

    value: str
    start: int
    stop: int


def numbers(text: str) -> Iterator[Number]:
    """Go through the numbers of a text, dates among them as one; positions are those of `plain(text)`."""
    for found in NUMBER.finditer(plain(text)):
        yield Number(_value(found), *found.span())


def plain(text: str) -> str:
    """Write full-width digits and marks as plain ones, letter by letter."""
    return text.translate(PLAIN)


def _value(found: re.Match[str]) -> str:
    if said := found["ja"]:
        return "-".join(part if len(part) == 4 else part.zfill(2) for part in re.findall(r"\d+", said))
    if said := found["en"]:
        *day, month, year = said.split()
        return "-".join([year, f"{MONTHS.index(month) + 1:02d}", *(each.zfill(2) for each in day)])
    return (found["iso"] or found["plain"]).replace(",", "")
