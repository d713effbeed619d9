"""Zones: rows that are polygons of their own, the light outlines that a map draws of them, and which lies on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from shapely import Geometry

from geo.polygons import made_light, sizes

OUTLINE, OFF, SIZE = "outline", "outline_off", "size"
"""Columns: a polygon made light, how far it may be off (degrees, 0 for none), and how large the row is."""


def with_outlines(rows: pd.DataFrame, shapes: Sequence[Geometry], *, most: int) -> pd.DataFrame:
    """Give rows the outlines that they are drawn with, of so many vertices in all, and their size."""
    whole: Any = np.array(shapes, dtype=object)
    light, off = made_light(whole, most)
    columns: dict[str, Any] = {OUTLINE: list(light), OFF: off, SIZE: sizes(whole)}
    return rows.assign(**columns)


def from_the_largest(sizes_of_rows: Any) -> list[int]:
    """Give positions in the order of drawing: small zones lie on large ones, equal ones in the order of the rows."""
    return [int(at) for at in np.argsort(-np.asarray(sizes_of_rows, dtype=float), kind="stable")]
