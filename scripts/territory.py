"""Territory: the decisions of data/territory_edits.csv, applied to the parts of the world's countries.

A part is one polygon with the id of the country that it is drawn as. No border is drawn by hand: a decision
moves whole parts, cuts at a parallel, fills a hole of the source or adds a small disc or ring.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import Geod
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.frames import read_frame
from geo.tables import read_table

GEOD = Geod(ellps="WGS84")
CORNERS = {"disc": 8, "ring": 16}
RING_WIDTH_KM = 0.6
NEAR = 5.0
"""Degrees from a point inside a hole within which everything that surrounds the hole is met."""

Edit = Mapping[Any, str]


def edit(parts: gpd.GeoDataFrame, *actions: str) -> gpd.GeoDataFrame:
    """Apply the decisions with these actions, in the order of the file (columns polygon_id, geometry)."""
    for row in read_table("territory_edits.csv").to_dict("records"):
        if row["action"] in actions:
            parts = ACTIONS[row["action"]](parts, row)
    return parts


def _move(parts: gpd.GeoDataFrame, row: Edit) -> gpd.GeoDataFrame:
    """Give the parts that lie wholly in a box to another country."""
    inside = (parts["polygon_id"] == row["from_id"]) & parts.within(_box(row))
    _check_count(row, int(inside.sum()))
    return parts.assign(polygon_id=parts["polygon_id"].mask(inside, row["to_id"]))


def _cut(parts: gpd.GeoDataFrame, row: Edit) -> gpd.GeoDataFrame:
    """Cut the parts that reach into a box at its edge, and give what lies inside to another country."""
    reaching = (parts["polygon_id"] == row["from_id"]) & parts.intersects(_box(row))
    rest = parts[reaching].assign(geometry=parts[reaching].difference(_box(row)))
    inside = parts[reaching].assign(geometry=parts[reaching].intersection(_box(row)), polygon_id=row["to_id"])
    pieces = pd.concat([rest, inside]).explode()
    return _stacked(parts[~reaching], pieces[~pieces.is_empty])


def _fill(parts: gpd.GeoDataFrame, row: Edit) -> gpd.GeoDataFrame:
    """Make a part of the hole that the source leaves around a point."""
    place = Point(float(row["lon"]), float(row["lat"]))
    near = shapely.dwithin(parts.geometry.values, place, NEAR)
    world = shapely.get_parts(shapely.union_all(parts.geometry.values[near]))
    holes = [Polygon(ring) for polygon in world for ring in polygon.interiors]
    found = [hole for hole in holes if hole.contains(place)]
    _check_count(row, len(found))
    return _added(parts, row["to_id"], found[0])


def _disc(parts: gpd.GeoDataFrame, row: Edit) -> gpd.GeoDataFrame:
    return _added(parts, row["to_id"], _round(row, float(row["radius_km"])))


def _ring(parts: gpd.GeoDataFrame, row: Edit) -> gpd.GeoDataFrame:
    """Add a thin ring, an atoll around its lagoon, and join it to the islets that it meets."""
    outer = float(row["radius_km"])
    ring = _round(row, outer).difference(_round(row, outer - RING_WIDTH_KM))
    met = (parts["polygon_id"] == row["to_id"]) & parts.intersects(ring)
    joined = shapely.union_all([ring, *parts.geometry[met]])
    return _added(parts[~met], row["to_id"], *shapely.get_parts(joined))


def _round(row: Edit, radius_km: float) -> Polygon:
    count = CORNERS[row["action"]]
    at = float(row["lon"]), float(row["lat"])
    return Polygon([GEOD.fwd(*at, 360 * turn / count, radius_km * 1000)[:2] for turn in range(count)])


def _box(row: Edit) -> Polygon:
    return box(*read_frame(row))


def _check_count(row: Edit, found: int) -> None:
    if found != int(row["parts"]):
        raise SystemExit(
            f"territory_edits.csv, {row['item_id']} ({row['action']}): {found} parts found in the source, "
            f"{row['parts']} expected; the source has changed or the place is wrong"
        )


def _added(parts: gpd.GeoDataFrame, polygon_id: str, *shapes: BaseGeometry) -> gpd.GeoDataFrame:
    new = gpd.GeoDataFrame({"polygon_id": [polygon_id] * len(shapes)}, geometry=list(shapes), crs=parts.crs)
    return _stacked(parts, new)


def _stacked(*parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(pd.concat(parts, ignore_index=True), crs=parts[0].crs)


ACTIONS = {"move": _move, "cut": _cut, "fill": _fill, "disc": _disc, "ring": _ring}
