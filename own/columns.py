"""What the columns of a file hold: numbers, days, a few categories or text, told by all that stands in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from own.amounts import MINUS, SIGNS, split_amounts
from own.days import read_day
from own.limits import MOST_CATEGORIES

NUMBER = re.compile(r"[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,17})?(?:e[-+]?\d{1,2})?")
CODE = re.compile(r"[-+]?0\d+")  # 090: a number of a telephone or an office, not 90


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"  # ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD
    CATEGORY = "category"  # few values, each of which may have a colour


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its id among the rows, its heading as the person knows it, what it holds, and its categories."""

    id: str
    name: str
    holds: ColumnKind
    values: tuple[str, ...] = ()  # of categories, the most frequent first


def understand(number: int, name: str, cells: Sequence[str], numbers: Any) -> tuple[Column, Any]:
    """Tell what a column holds and give its values so: numbers as floats (NaN for a blank), all else as text.

    `numbers` is what `plain_numbers` reads in the cells.
    """
    column_id = f"c{number}"
    if numbers is not None:
        return Column(column_id, name, ColumnKind.NUMBER), numbers
    distinct = [cell for cell in dict.fromkeys(cells) if cell]
    written, unit = split_amounts(distinct)
    if distinct and all(map(_is_number, written.values() or distinct)):
        amounts = written or dict(zip(distinct, distinct, strict=True))
        known = {cell: float(_plain(number).replace(",", "")) for cell, number in amounts.items()}
        held = Column(column_id, _counted(name, unit), ColumnKind.NUMBER)
        return held, np.array([known.get(cell, np.nan) for cell in cells])
    days = _days(distinct)
    if days:
        texts = [days.get(cell, "") for cell in cells]
        return Column(column_id, name, ColumnKind.DATE), pd.Series(texts, dtype=object)
    counts = Counter(filter(None, cells)) if 1 <= len(distinct) <= MOST_CATEGORIES else Counter()
    if counts and (len(distinct) < sum(counts.values()) or len(distinct) <= 2):
        values = tuple(sorted(counts, key=lambda value: (-counts[value], value)))
        return Column(column_id, name, ColumnKind.CATEGORY, values), pd.Series(list(cells), dtype=object)
    return Column(column_id, name, ColumnKind.TEXT), pd.Series(list(cells), dtype=object)


def _counted(name: str, unit: str) -> str:
    """Name a column with the unit that stood in its cells, unless the heading says it or, of a mere sign, has one."""
    is_said = not unit or unit in name or (unit[-1] in SIGNS and name.endswith((")", "）")))
    return name if is_said else f"{name}({unit})"


def _days(distinct: Sequence[str]) -> dict[str, str]:
    """Give each value as a day, none at all where one of them is no day: names are not read to their end."""
    days = {}
    for cell in distinct:
        day = read_day(cell)
        if not day:
            return {}
        days[cell] = day
    return days


def _is_number(cell: str) -> bool:
    plain = _plain(cell)
    return NUMBER.fullmatch(plain) is not None and CODE.fullmatch(plain) is None


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFKC", cell).translate(MINUS).strip().casefold()
