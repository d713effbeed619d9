"""Shapes as a file of geodata holds them: within ±180°, rings turned as RFC 7946 asks, rounded."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.meridian import cut_line
from layers.base import Kind

DECIMALS = 5
"""Of degrees: about a metre, finer than any coordinate here is known."""


def as_written(shapes: gpd.GeoSeries, kind: Kind) -> NDArray[Any]:
    """Give the shapes of rows (WGS 84) for a file: lines cut at ±180°, outer rings to the left."""
    written: NDArray[Any] = shapes.to_numpy().copy()
    if kind == Kind.LINE:
        written[:] = list(map(cut_line, written))
    turned = shapely.orient_polygons(written) if kind in (Kind.AREA, Kind.ZONE) else written
    return np.asarray(shapely.transform(turned, lambda lonlat: np.round(lonlat, DECIMALS)))
