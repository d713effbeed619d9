"""The value of a cell or an attribute as the text that tables hold."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any


def text_of(value: Any) -> str:
    """Give the value of a cell as text: days as ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()  # as spreadsheets show it
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date | time) else "" if isinstance(value, bytes) else str(value)


def _number(value: float) -> str:
    if not isfinite(value):
        return ""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(repr(value)), "f") if 1e-9 < abs(value) < 1e15 else repr(value)
