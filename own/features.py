"""Features as they are collected from a file of shapes: attributes by name, the shapes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from i18n import own as words
from i18n import own_notes as said
from i18n.errors import AtlasError
from own.cells import text_of
from own.grid import Grid, too_many
from own.heap import Heap
from own.limits import MOST_COLUMNS, MOST_ROWS
from own.question import Answers
from own.raw import Raw
from own.report import Note
from own.shapes import settle


class Features:
    """Features in the making; the columns are all names that any of them carries, in the order of their coming."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.shapes: list[Any] = []
        self._rows: list[Mapping[str, Any]] = []
        self._columns: dict[str, None] = {}
        self._broken: list[bool] = []

    def add(self, attributes: Mapping[str, Any], shape: Any, *, is_broken: bool = False) -> None:
        """Add a feature; its shape is one of shapely's, or None where it has none or a broken one.

        Raises AtlasError where a limit is passed.
        """
        if len(self.shapes) >= MOST_ROWS:
            raise too_many(self.name, rows=True)
        self.shapes.append(shape)
        self._broken.append(is_broken)
        self._rows.append(attributes)
        if not self._columns.keys() >= attributes.keys():
            self._columns.update(dict.fromkeys(attributes))
            if len(self._columns) > MOST_COLUMNS:
                raise AtlasError(words.MANY_COLUMNS.format(name=self.name, row=len(self.shapes), most=MOST_COLUMNS))

    def settled(self, crs: str, answers: Answers, *notes: Note) -> Raw:
        """Repair the shapes, leave out what cannot be shown, and give what is left as rows of text."""
        if not self.shapes:
            raise AtlasError(words.NO_ROWS.format(name=self.name))
        heap = Heap(self.shapes, range(1, len(self.shapes) + 1), notes)
        heap.leave_out(np.array(self._broken), said.BROKEN_SHAPE)
        settle(heap, self.name, crs, answers)
        grid = Grid(self.name)
        names = list(self._columns)
        rows = [self._rows[place] for place in heap.places.tolist()]
        cells = [[text_of(row.get(column)) for row in rows] for column in names]
        lines = map(list, zip(*cells, strict=True)) if names else ([] for _ in rows)
        for line, number in zip(lines, heap.numbers.tolist(), strict=True):
            grid.keep(line, number)
        wkb: list[bytes] = shapely.to_wkb(heap.shapes).tolist()
        return Raw(grid.lines, grid.numbers, list(map(str, names)), wkb, (*heap.notes, *grid.notes()))
