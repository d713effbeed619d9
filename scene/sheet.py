"""One layer's part of a scene: the rows that show, how they look, and how many more there would be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import geopandas as gpd

from layers.base import Category, Field, Layer
from layers.looks import looks_of
from layers.wording import Row, records


@dataclass(frozen=True, slots=True)
class Sheet:
    """One layer's part of a scene: the rows shown, and how many more there would be without the defaults."""

    layer: Layer
    rows: gpd.GeoDataFrame
    coloured_by: str  # the id of a field
    beyond: int  # rows that the defaults hold back, or would if `show=all` did not lift them

    def each_row(self) -> Iterator[Row]:
        """Go through the rows, each as column -> cell."""
        return records(self.rows)

    @property
    def field(self) -> Field:
        """Give the field that the rows are coloured by."""
        return self.layer.field(self.coloured_by)

    @property
    def looks(self) -> tuple[tuple[Category, int], ...]:
        """List the categories that show, with their counts: the layer's legend."""
        return self._counted(self.field)

    @property
    def dashes(self) -> tuple[tuple[Category, int], ...]:
        """List, where another field than the colour's gives the dashes, its categories that show."""
        dashed_by = self.layer.dashed_by
        return self._counted(self.layer.field(dashed_by)) if dashed_by not in ("", self.coloured_by) else ()

    def listed(self, most: int) -> Sheet:
        """Give the sheet with the first rows of a crowd, which nobody reads whole; any other keeps all of its rows."""
        return replace(self, rows=self.rows.iloc[:most]) if self.layer.is_crowd else self

    def drawn_as(self) -> list[Category]:
        """Give the look of every row, in the rows' order."""
        return looks_of(self.rows, self.layer, self.coloured_by)

    def _counted(self, field: Field) -> tuple[tuple[Category, int], ...]:
        counts = Counter(self.rows[field.id])
        return tuple((category, counts[category.code]) for category in field.categories if counts[category.code])
