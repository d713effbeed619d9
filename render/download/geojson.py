"""A scene as GeoJSON, and its rows as plain JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

import shapely

from render.download.about import about
from render.download.shapes import as_written
from render.records import records
from scene.scene import Scene
from scene.sheet import Sheet


def to_geojson(scene: Scene, address: str = "") -> bytes:
    """Write the rows as RFC 7946 asks (lines cut at ±180°), with the view in a member `atlas`."""
    features = [feature for sheet in scene.sheets for feature in _features(sheet, scene)]
    return _dump({"type": "FeatureCollection", "atlas": about(scene, address), "features": features})


def to_json(scene: Scene) -> bytes:
    """Write the rows as a list of objects, the same as the properties of the GeoJSON."""
    return _dump([record for sheet in scene.sheets for record in records(sheet, scene)])


def _features(sheet: Sheet, scene: Scene) -> Iterator[dict[str, object]]:
    shapes = shapely.to_geojson(as_written(sheet.rows.geometry, sheet.layer.kind)).tolist()
    for shape, record in zip(shapes, records(sheet, scene), strict=True):
        yield {"type": "Feature", "id": f"{sheet.layer.id}/{record['id']}", "geometry": json.loads(shape),
               "properties": record}


def _dump(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
