"""Columns of many rows as the one file holds them: what several cells say stands there once (see columns.js)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from i18n.text import Lang
from render.table import Column, read_all
from render.web_crowd import packed
from scene.sheet import Sheet

Packed = dict[str, object]
Said = str | list[str]
"""Words in both languages: one text where they are the same."""
NUMBERS = ((1, 256, "u1"), (2, 65_536, "<u2"))
"""Bytes of a cell's number, how many different cells it tells apart, and how it is written."""


@dataclass(frozen=True, slots=True)
class Pool:
    """The columns of one layer; a second one that says the same is the first."""

    columns: list[Packed] = field(default_factory=list)
    numbers: dict[tuple[Hashable, ...], int] = field(default_factory=dict)

    def add(self, cells: Iterable[Said]) -> int:
        """Add a column of words and give its number."""
        held = list(cells)
        key = tuple(cell if isinstance(cell, str) else tuple(cell) for cell in held)
        if key not in self.numbers:
            self.numbers[key] = len(self.columns)
            self.columns.append(pack(held))
        return self.numbers[key]


def words_in(column: Column, sheet: Sheet) -> list[Said]:
    """Read a column of all rows of a sheet in both languages."""
    pairs = zip(*(read_all(column, sheet, lang) for lang in Lang), strict=True)
    return [ja if ja == en else [ja, en] for ja, en in pairs]


def pack(cells: Sequence[Said | list[int] | int]) -> Packed:
    """Pack a column: what its rows hold, each once, and the number of each row's; as it is where most differ."""
    numbers = dict[str | int, int]()
    places = [numbers.setdefault(_key(cell), len(numbers)) for cell in cells]
    held = [cells[first] for first in np.unique(places, return_index=True)[1]]
    if len(held) == 1:
        return {"cells": held, "count": len(cells)}
    for size, most, kind in NUMBERS:
        if len(held) <= min(most, len(cells) // 2):
            return {"cells": held, "numbers": packed(np.array(places, dtype=kind)), "bytes": size}
    return {"cells": list(cells)}


def _key(cell: Said | list[int] | int) -> str | int:
    return cell if isinstance(cell, (str, int)) else chr(0).join(map(str, cell))
