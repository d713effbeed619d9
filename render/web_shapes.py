"""Shapes as the interactive map's static files hold them: Pacific in the middle, rounded, written as steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.countries import read_countries, read_marks, read_outlines
from geo.meridian import recentre_all, wrap
from scene.choice import DEFAULT_CENTRE

PER_DEGREE = 1000
"""Steps to a degree, about 110 m: well under a pixel at the closest zoom; the map divides by the same number."""
COARSE_PER_DEGREE = 200
"""The same for the outlines that a first visit loads, about 550 m: under a tenth of a pixel while they are shown."""
COARSE_TOLERANCE = 0.07
"""Degrees: a vertex of those goes when the triangle with its neighbours is smaller than the square of this."""
ELSEWHERE = "elsewhere"
"""The region of the outlines that belong to no country of ours."""

Steps = list[int]
"""Longitude and latitude of the first vertex, then the way from each vertex to the next."""


def steps_of(vertices: Any, *, per_degree: int = PER_DEGREE) -> Steps:
    """Write vertices (lon, lat) as steps; those that fall together after rounding are written once."""
    rounded = np.round(vertices * per_degree).astype(np.int64)
    moves = np.diff(rounded, axis=0)
    moves = moves[moves.any(axis=1)]
    return [int(number) for number in (*rounded[0], *moves.ravel())]


def point_of(lon: float, lat: float) -> Steps:
    """Write one place in the window of the map."""
    return steps_of(np.array([[wrap(lon, centre=DEFAULT_CENTRE), lat]]))


def window_of(lons: Any) -> Any:
    """Bring longitudes into the window of the map, as `wrap` does, all at once."""
    west = DEFAULT_CENTRE - 180
    turned = (lons - west) % 360
    return west + np.where(turned >= 360, 0, turned)


def lines_of(lines: Iterable[BaseGeometry]) -> list[Steps]:
    """Write lines whose longitudes run on, cut at the map's edge."""
    moved = recentre_all(lines, centre=DEFAULT_CENTRE)
    return [steps_of(shapely.get_coordinates(part)) for shape in moved for part in shapely.get_parts(shape)]


def outlines() -> list[dict[str, object]]:
    """List the countries and areas, thinned: code ("" for none), region, names, kind, label's place and rings."""
    frame = read_outlines()
    whole = recentre_all(frame["geometry"], centre=DEFAULT_CENTRE)
    shapes = shapely.coverage_simplify(whole, COARSE_TOLERANCE)
    rows = frame.drop(columns="geometry").to_dict("records")
    return [
        _about(row) | {"rings": _rings(shape, per_degree=COARSE_PER_DEGREE)}
        for row, shape in zip(rows, shapes, strict=True)
    ]


def fine_rings() -> dict[str, dict[int, list[list[Steps]]]]:
    """Give the fine rings of each region's outlines, by the outline's number in `outlines()`."""
    frame = read_outlines(fine=True)
    found: dict[str, dict[int, list[list[Steps]]]] = {}
    shapes = recentre_all(frame["geometry"], centre=DEFAULT_CENTRE)
    for number, (code, shape) in enumerate(zip(frame["iso_a3"], shapes, strict=True)):
        found.setdefault(_region(code), {})[number] = _rings(shape)
    return found


def marks() -> list[dict[str, object]]:
    """List the places that close-ups name."""
    return [
        {"name": {"ja": mark.name.ja, "en": mark.name.en}, "at": point_of(mark.lon, mark.lat)}
        for mark in read_marks()
    ]


def _about(row: dict[Any, Any]) -> dict[str, object]:
    return {
        "id": row["iso_a3"],
        "region": _region(row["iso_a3"]),
        "kind": row["kind"],
        "name": {"ja": row["name_ja"], "en": row["name_en"]},
        "at": point_of(row["label_lon"], row["label_lat"]),
    }


def _region(code: str) -> str:
    country = read_countries().get(code)
    return country.region_id if country else ELSEWHERE


def _rings(shape: BaseGeometry, *, per_degree: int = PER_DEGREE) -> list[list[Steps]]:
    """Write the rings of each part; a ring's last vertex is its first and need not be written."""
    def steps(ring: BaseGeometry) -> Steps:
        return steps_of(shapely.get_coordinates(ring)[:-1], per_degree=per_degree)

    return [[steps(ring) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)]
