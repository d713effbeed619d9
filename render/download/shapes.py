"""Shapes as a file of geodata holds them: within ±180°, rings turned as RFC 7946 asks, rounded."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.meridian import cut_line
from layers.base import Kind

DECIMALS = 5
"""Of degrees: about a metre, finer than any coordinate here is known."""


def as_written(shape: BaseGeometry, kind: Kind) -> BaseGeometry:
    """Give a row's shape (WGS 84) for a file: lines cut at ±180°, outer rings to the left."""
    cut = cut_line(shape) if kind == Kind.LINE else shape
    turned = shapely.orient_polygons(cut) if kind in (Kind.AREA, Kind.ZONE) else cut
    return shapely.transform(turned, lambda lonlat: np.round(lonlat, DECIMALS))
