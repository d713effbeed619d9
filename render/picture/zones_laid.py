"""Zones as they lie in a view: projected, valid, no finer than can be seen; kept while view and data stay."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.files import data_path
from geo.globe import disc
from geo.meridian import wrap
from geo.polygons import thinned
from geo.sphere import RADIUS_KM
from layers.rows import stamps
from layers.zones import OFF, OUTLINE, SIZE, from_the_largest
from render.picture.view import View
from scene.sheet import Sheet

NEAR = 0.5
"""Points that a light outline may be off in a picture; where it would be more, the whole one is drawn."""
FINE, PLENTY = 0.1, 20_000
"""Points that a corner may be off where there are more corners than that."""
DEGREE = np.pi * RADIUS_KM * 1000 / 180
"""Metres."""
Shapes = NDArray[Any]


@dataclass(frozen=True)
class Asked:
    """The zones asked for: what they are, and the view that they lie in."""

    zones: Hashable
    view: View
    shapes: tuple[BaseGeometry, ...] = field(compare=False)


def laid_zones(sheet: Sheet, view: View) -> Shapes:
    """Lay the zones of a sheet's rows in a view (metres), in the rows' order; empty behind a globe."""
    rows = sheet.rows
    off = float(rows[OFF].max()) if len(rows) else 0.0
    is_light = off * DEGREE <= NEAR * view.metres_per_point
    shapes = rows[OUTLINE] if is_light else rows.geometry
    zones = (sheet.layer.id, stamps(sheet.layer), str(data_path()), is_light, tuple(rows["id"]))
    return _laid(Asked(zones, view, tuple(shapes)))


@lru_cache(maxsize=8)
def _laid(asked: Asked) -> Shapes:
    view, shapes = asked.view, np.array(asked.shapes, dtype=object)
    laid = view.lay_out(shapes)
    if view.projection.is_globe:
        laid = _all_over(laid, shapes, view)
    if shapely.get_num_coordinates(laid).sum() > PLENTY:
        laid = thinned(laid, FINE * view.metres_per_point)
    broken = ~shapely.is_valid(laid)
    laid[broken] = shapely.make_valid(laid[broken], method="structure", keep_collapsed=False)
    return np.asarray(shapely.orient_polygons(laid))  # a hole that turns as its outline does would be filled


def middles_of(sheet: Sheet, view: View) -> Iterator[tuple[int, float, float, float]]:
    """Give for each zone in the window its row's position, its middle (metres) and the points across that it has.

    The middle is that of what no smaller zone of the sheet lies on; where these are all over it, of all of it.
    """
    laid, ranks = laid_zones(sheet, view), from_the_largest(sheet.rows[SIZE])
    seen = shapely.clip_by_rect(laid, view.west, view.south, view.east, view.north)
    for row, shape in enumerate(seen):
        free = shapely.difference(shape, shapely.union_all(laid[ranks[ranks.index(row) + 1:]]))
        parts = [part for part in shapely.get_parts(shape if free.is_empty else free) if part.area]
        if parts:
            largest = max(parts, key=lambda part: part.area)
            middle = shapely.maximum_inscribed_circle(largest, tolerance=4 * view.metres_per_point)
            yield row, *middle.coords[0], 2 * middle.length / view.metres_per_point


def _all_over(laid: Shapes, shapes: Shapes, view: View) -> Shapes:
    """Fill the whole disc with a zone whose edge lies behind the globe, but not what it encloses."""
    zenith = shapely.Point(wrap(view.centre, centre=0), view.centre_lat)
    over = shapely.is_empty(laid) & shapely.covers(shapes, zenith)
    laid[over] = disc()
    return laid
