"""The rows of a crowd as the interactive map takes them: packed numbers and names, for the map words the rest itself.

100,000 rows written one by one would be 11 MB. Packed are numbers as base64, of little-endian bytes.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from layers.base import Field, Layer
from render.web_shapes import PER_DEGREE, window_of

NO_LOOK = 255


def crowd_of(layer: Layer, rows: gpd.GeoDataFrame) -> dict[str, object]:
    """Give `names`; `stem` and `runs` of [first number, count], which make the ids; places and categories, packed.

    `of` names the row of each place where some rows have several. Categories stand by field, as a byte a row.
    """
    points, row = shapely.get_coordinates(rows.geometry.to_numpy(), return_index=True)
    steps = np.round(np.column_stack([window_of(points[:, 0]), points[:, 1]]) * PER_DEGREE)
    several = {} if len(points) == len(rows) else {"of": packed(row.astype("<i4"))}
    looks = {field.id: packed(_numbers(field, rows[field.id])) for field in layer.colourings}
    return {"names": rows["name_ja"].tolist(), **ids_of(rows["id"].tolist()), "places": packed(steps.astype("<i4")),
            "looks": looks, **several}


def bits(mask: NDArray[np.bool_]) -> str:
    """Pack a mask, the first row in the lowest bit."""
    return packed(np.packbits(mask, bitorder="little"))


def packed(numbers: NDArray[Any]) -> str:
    """Write numbers as base64."""
    return b64encode(numbers.tobytes()).decode("ascii")


def _numbers(field: Field, cells: Any) -> NDArray[np.uint8]:
    """Give the position of each row's category in its field."""
    places = {code: number for number, code in enumerate(field.codes)}
    every = cells.tolist()
    numbers = {cell: places.get(cell, NO_LOOK) for cell in dict.fromkeys(every)}
    return np.fromiter(map(numbers.__getitem__, every), dtype=np.uint8, count=len(every))


def ids_of(ids: list[str]) -> dict[str, object]:
    """Write ids that are a stem and a number each as the stem and runs of numbers."""
    stem = ids[0].rpartition("-")[0] + "-"
    numbers = np.fromiter(map(int, "".join(ids).split(stem)[1:]), dtype=np.int64, count=len(ids))
    starts = np.flatnonzero(np.diff(numbers, prepend=numbers[0] - 2) != 1)
    counts = np.diff(starts, append=len(numbers))
    return {"stem": stem, "runs": np.column_stack([numbers[starts], counts]).tolist()}
