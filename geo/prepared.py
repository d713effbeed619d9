"""Outlines made ready: data/NAME.wkb holds the shapes of data/NAME.geojson as numbers, read in a twentieth of the time.

The GeoJSON is what counts. What was made ready names its digest and holds only shapes that were checked to be sound;
when the GeoJSON is any other, or these bytes are not whole, nothing is taken from it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import geopandas as gpd
import shapely

CRS = "EPSG:4326"
SUFFIX = ".wkb"


def prepared(source: bytes, shapes: gpd.GeoDataFrame) -> bytes:
    """Make checked outlines ready: a line that says what they are and whose, then the shapes one after the other."""
    parts = shapely.to_wkb(shapes.geometry.to_numpy(), byte_order=1)
    whole = b"".join(parts)
    columns = shapes.drop(columns="geometry")
    head = {
        "source": sha256(source).hexdigest(), "shapes": sha256(whole).hexdigest(), "lengths": [*map(len, parts)],
        "columns": {name: columns[name].tolist() for name in columns},
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + whole


def read_prepared(geojson: Path) -> gpd.GeoDataFrame | None:
    """Read the outlines of a file as they were made ready; None when they are not those of the file as it is now."""
    try:
        head, _end, whole = geojson.with_suffix(SUFFIX).read_bytes().partition(b"\n")
        told = json.loads(head)
        is_same = (sha256(geojson.read_bytes()).hexdigest(), sha256(whole).hexdigest()) == (
            told["source"], told["shapes"])
        return _shapes(told, whole) if is_same else None
    except (OSError, ValueError, LookupError, TypeError, shapely.errors.ShapelyError):
        return None


def _shapes(told: dict[str, dict[str, list[object]]], whole: bytes) -> gpd.GeoDataFrame:
    parts, at = list[bytes](), 0
    for length in map(int, told["lengths"]):
        parts.append(whole[at:(at := at + length)])
    return gpd.GeoDataFrame(told["columns"], geometry=shapely.from_wkb(parts), crs=CRS)
