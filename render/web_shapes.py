"""Shapes as the interactive map's static files hold them: Pacific in the middle, rounded, written as steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.countries import read_marks, read_outlines
from geo.meridian import recentre_all, wrap
from scene.choice import DEFAULT_CENTRE

PER_DEGREE = 1000
"""Steps to a degree, about 110 m: well under a pixel at the closest zoom; map.js divides by the same number."""

Steps = list[int]
"""Longitude and latitude of the first vertex, then the way from each vertex to the next."""


def steps_of(vertices: Any) -> Steps:
    """Write vertices (lon, lat) as steps; those that fall together after rounding are written once."""
    rounded = np.round(vertices * PER_DEGREE).astype(np.int64)
    moves = np.diff(rounded, axis=0)
    moves = moves[moves.any(axis=1)]
    return [int(number) for number in (*rounded[0], *moves.ravel())]


def point_of(lon: float, lat: float) -> Steps:
    """Write one place in the window of the map."""
    return steps_of(np.array([[wrap(lon, centre=DEFAULT_CENTRE), lat]]))


def lines_of(lines: Iterable[BaseGeometry]) -> list[Steps]:
    """Write lines whose longitudes run on, cut at the map's edge."""
    moved = recentre_all(lines, centre=DEFAULT_CENTRE)
    return [steps_of(shapely.get_coordinates(part)) for shape in moved for part in shapely.get_parts(shape)]


def outlines() -> list[dict[str, object]]:
    """List the countries and areas: code ("" where there is none), names, kind, label's place and rings."""
    frame = read_outlines()
    shapes = recentre_all(frame["geometry"], centre=DEFAULT_CENTRE)
    rows = frame.drop(columns="geometry").to_dict("records")
    return [_outline(row, shape) for row, shape in zip(rows, shapes, strict=True)]


def marks() -> list[dict[str, object]]:
    """List the places that close-ups name."""
    return [
        {"name": {"ja": mark.name.ja, "en": mark.name.en}, "at": point_of(mark.lon, mark.lat)}
        for mark in read_marks()
    ]


def _outline(row: dict[Any, Any], shape: BaseGeometry) -> dict[str, object]:
    return {
        "id": row["iso_a3"],
        "kind": row["kind"],
        "name": {"ja": row["name_ja"], "en": row["name_en"]},
        "at": point_of(row["label_lon"], row["label_lat"]),
        "rings": [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(shape)],
    }


def _ring(ring: BaseGeometry) -> Steps:
    """Write a ring; its last vertex is its first and need not be written."""
    return steps_of(shapely.get_coordinates(ring)[:-1])
