"""A scene as GeoJSON, and its rows as plain JSON."""

from __future__ import annotations

import json

import shapely

from render.download.about import about
from render.download.shapes import as_written
from render.records import record
from render.table import each_row
from scene.scene import Scene


def to_geojson(scene: Scene, address: str = "") -> bytes:
    """Write the rows as RFC 7946 asks (lines cut at ±180°), with the view in a member `atlas`."""
    features = [
        {
            "type": "Feature",
            "id": f"{sheet.layer.id}/{row['id']}",
            "geometry": json.loads(shapely.to_geojson(as_written(row["geometry"], sheet.layer.kind))),
            "properties": record(sheet, row, scene),
        }
        for sheet, row in each_row(scene)
    ]
    return _dump({"type": "FeatureCollection", "atlas": about(scene, address), "features": features})


def to_json(scene: Scene) -> bytes:
    """Write the rows as a list of objects, the same as the properties of the GeoJSON."""
    return _dump([record(sheet, row, scene) for sheet, row in each_row(scene)])


def _dump(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
