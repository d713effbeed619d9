"""What stands in a cell, as the text that tables hold: what a spreadsheet made a number or a date is turned back."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from desk import words
from i18n.text import Text

UNHEARD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
CARRIAGE = re.compile(r"_x000[Dd]_(?=\n|$)")


class UnfitError(Exception):
    """A cell that holds what no table can; `value` as it reads, `allowed` in words."""

    def __init__(self, value: str, allowed: Text) -> None:
        super().__init__(value)
        self.value, self.allowed = value, allowed


def text_of(cell: Any) -> str:
    """Give a cell of openpyxl as text; raises UnfitError for a formula, an error, a time, an endless number."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise UnfitError(str(getattr(value, "text", value)), words.NO_FORMULA)
    if cell.data_type == "e":
        raise UnfitError(str(value), words.NO_ERROR)
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, bool):
        raise UnfitError(str(value).upper(), words.NO_TRUTH)
    if isinstance(value, int | float):
        return _number(value)
    return _date(value, str(cell.number_format))


def was_turned(cell: Any) -> bool:
    """Tell whether a spreadsheet holds a cell as something else than text."""
    return cell.value is not None and not isinstance(cell.value, str)


def means(old: str, new: str) -> bool:
    """Tell whether a cell that is no longer text says what the old text said: 39.77 for 39.770, a day for its month."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", new):
        return bool(old) and (new == old or new == f"{old}-01" or new == f"{old}-01-01")
    try:
        return Decimal(old) == Decimal(new)
    except InvalidOperation:
        return False


def _plain(value: str) -> str:
    text = CARRIAGE.sub("", value).replace("\r\n", "\n")
    if UNHEARD.search(text):
        raise UnfitError(text, words.NO_CONTROL)
    return text


def _number(value: int | float) -> str:
    if not math.isfinite(value) or abs(value) >= 1e15:
        raise UnfitError(str(value), words.A_NUMBER)
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def _date(value: Any, number_format: str) -> str:
    """Give a day, or the month alone where only year and month show."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnfitError(str(value), words.NO_TIME)
    return value.isoformat() if "d" in number_format.lower() else value.isoformat()[:7]
