"""The rows of a workbook's sheets, counted in their XML: what holds far too many is refused before it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from own.limits import MOST_ROWS

ROW = re.compile(rb"<row[ >]")
SAYS = re.compile(rb"<(?:v|t|f)(?: [^<>]*[^/<>])?>[^<]")
"""A value, a text or a formula that is not blank."""


def too_long(sheets: Mapping[str, bytes]) -> frozenset[str]:
    """Name the sheets with more rows than are read, not counting those in which nothing stands."""
    return frozenset(member for member, sheet in sheets.items() if _rows(sheet) > MOST_ROWS + 1)  # 1: the headings


def _rows(sheet: bytes) -> int:
    """Count the rows, and only of many those that say something: Excel keeps rows for their looks alone."""
    count = sheet.count(b"<row ") + sheet.count(b"<row>")
    if count <= MOST_ROWS + 1:
        return count
    return sum(SAYS.search(row) is not None for row in ROW.split(sheet)[1:])
