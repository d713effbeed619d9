"""Cells of a workbook that are merged over several rows: what stands in the first of them is meant for all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from openpyxl.utils import column_index_from_string

from own.limits import MOST_COLUMNS, MOST_ROWS

AREA = re.compile(rb'mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
BEHIND = b"sheetData"  # merged cells are listed after the last row


class Merged:
    """The merged cells of a sheet by their first row; rows are filled in their order."""

    def __init__(self, sheet: bytes) -> None:
        self.filled: list[int] = []  # rows that were given a value
        self._from: dict[int, list[tuple[int, int]]] = {}
        self._open: dict[int, tuple[int, str]] = {}  # column -> last row, value
        for area in islice(AREA.finditer(sheet, sheet.rfind(BEHIND) + 1), MOST_ROWS):
            column, first, last = column_index_from_string(area[1].decode()) - 1, int(area[2]), int(area[3])
            if last > first and column < MOST_COLUMNS:
                self._from.setdefault(first, []).append((column, last))

    def fill(self, cells: Sequence[str], row: int) -> list[str]:
        """Give the cells of a row, blank ones filled from above where they are merged; a row without any stays so."""
        line = list(cells)
        if not self._from:
            return line
        for column, last in self._from.get(row, ()):
            self._open[column] = last, line[column] if column < len(line) else ""
        self._open = {column: (last, value) for column, (last, value) in self._open.items() if last >= row}
        lacking = {column: value for column, (_, value) in self._open.items()
                   if value and not "".join(line[column : column + 1])}
        if not lacking or not any(line):
            return line
        line += [""] * (max(lacking) + 1 - len(line))
        for column, value in lacking.items():
            line[column] = value
        self.filled.append(row)
        return line
