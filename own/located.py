"""The countries that shapes stand in: a point by the land below it, a line by its two ends, an area by its inside."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.countries import COUNTRIES, OUTLINES, read_outlines
from geo.files import kept
from own.coasts import Coasts, coasts_of
from own.squares import UNSURE, square_of, sure_squares

Shapes = NDArray[Any]
SEAM = 180 - 1e-9
POINT = 0  # a type of shapely
MANY = 20_000
"""So many points repay a look at all squares of the earth."""
NEAR = 0.1
"""Degrees (some 11 km): a harbour just off the simplified coast belongs to the land beside it."""


@kept(OUTLINES, COUNTRIES, most=2)
def _squares() -> NDArray[np.int64]:
    return sure_squares(_lands()[0], near=NEAR)


@kept(OUTLINES, COUNTRIES, most=2)
def _lands() -> tuple[Shapes, list[str]]:
    outlines = read_outlines()
    known = outlines["iso_a3"].fillna("").astype(str)
    chosen = outlines[known != ""]
    shapes: Shapes = np.array(chosen.geometry, dtype=object)
    return shapes, known[known != ""].tolist()


@kept(OUTLINES, COUNTRIES, most=2)
def _parts() -> tuple[Shapes, NDArray[np.int64]]:
    """Give the islands and mainlands of all lands, each with its land: a tree of points is asked with small frames."""
    parts, land = shapely.get_parts(_lands()[0], return_index=True)
    return parts, land


@kept(OUTLINES, COUNTRIES, most=2)
def _coasts() -> Coasts:
    return coasts_of(_lands()[0])


def countries_of(shapes: Shapes) -> list[str]:
    """Give the iso_a3 of each shape (WGS 84, one kind), several joined by |, "" at sea or in no known country."""
    dimension = int(shapely.get_dimensions(shapes[0])) if len(shapes) else 0
    if dimension == 1:
        return _at_ends(shapes)
    return _at(shapes if dimension == 0 else shapely.point_on_surface(shapes))


def _at_ends(lines: Shapes) -> list[str]:
    """Look up the ends of lines: one that is parted at 180° does not end there, a ring ends where it begins."""
    ends, line = shapely.get_parts(shapely.boundary(lines), return_index=True)
    true = np.abs(shapely.get_x(ends)) < SEAM
    begin = np.setdiff1d(np.arange(len(lines)), line[true])
    starts: Any = shapely.points(np.array([shapely.get_coordinates(lines[at])[0] for at in begin]).reshape(-1, 2))
    places, owner = np.append(ends[true], starts), np.append(line[true], begin)
    found: list[set[str]] = [set() for _ in range(len(lines))]
    for at, code in zip(owner.tolist(), _at(places), strict=True):
        found[at] |= {code} if code else set()
    return ["|".join(sorted(codes)) for codes in found]


def _at(points: Shapes) -> list[str]:
    """Look up points; of many those in squares that lie whole in one country or at sea are told at once."""
    if len(points) < MANY or (shapely.get_type_id(points) != POINT).any():
        return _closely_at(points)
    codes = _lands()[1]
    squares = _squares()[square_of(points)]
    found = np.array([*codes, "", ""], dtype=object)[squares]  # -1 and -2 count from the end
    unsure = squares == UNSURE
    found[unsure] = _closely_at(points[unsure])
    return list(found.tolist())


def _closely_at(points: Shapes) -> list[str]:
    """Look up points, all at once: each outline is prepared once and asked for the points in its frame."""
    codes = np.array(_lands()[1], dtype=object)
    parts, land = _parts()
    found = np.full(len(points), "", dtype=object)
    part, inside = shapely.STRtree(points).query(parts, predicate="intersects")
    found[inside[::-1]] = codes[land[part[::-1]]]  # of several lands the first
    lost = np.flatnonzero(found == "")
    land, beside = _off_coast(points[lost])
    found[lost[beside]] = codes[land]
    return list(found.tolist())


def _off_coast(points: Shapes) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pair points near a coast with its land; where several are near, the nearest comes last."""
    land, beside = _coasts().near(points, NEAR)
    is_shared = np.bincount(beside)[beside] > 1
    away = np.zeros(len(land))
    away[is_shared] = shapely.distance(_lands()[0][land[is_shared]], points[beside[is_shared]])
    order = np.argsort(-away, kind="stable")
    return land[order], beside[order]
