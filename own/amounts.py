"""Sums of money as lists write them (1,200千円, ¥3,500, ▲40), where a whole column counts in one unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

SIGNS = "¥$€£"
UNITS = r"(?:[十百千]?[万億兆]|[十百]?千|百)?(?:円|米?ドル|ユーロ)|usd|jpy|eur"
AMOUNT = re.compile(
    rf"(?P<minus>[-▲△−]?) ?(?P<sign>(?:us)?[{SIGNS}])? ?(?P<number>[-▲△]?[\d,]*\d(?:\.\d+)?) ?(?P<unit>{UNITS})?"
)
MINUS = str.maketrans("▲△−", "---")
"""What accounts and Japanese input write for minus, which NFKC leaves."""


def split_amounts(cells: Iterable[str]) -> tuple[dict[str, str], str]:
    """Split each distinct cell into its plain number and the unit that is one for all; nothing where it is not."""
    numbers, units = dict[str, str](), set[str]()
    for cell in cells:
        found = AMOUNT.fullmatch(unicodedata.normalize("NFKC", cell).strip().casefold())
        if not found:
            return {}, ""
        units.add((found["sign"] or "").upper() + (found["unit"] or "").upper())
        numbers[cell] = (found["minus"] + found["number"]).translate(MINUS)
        if len(units) > 1:
            return {}, ""
    return numbers, units.pop() if units else ""
