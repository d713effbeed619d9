"""GeoJSON that a person brings: its bytes spoilt, and the nodes of its tree changed for others."""

from __future__ import annotations

from tests.fuzz.mutators import tree
from tests.fuzz.reading import reader
from tests.fuzz.target import Target

WORDS = (
    "Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature", "FeatureCollection", "geometry",
    "coordinates", "properties", "crs", "urn:ogc:def:crs:EPSG::6677", "EPSG:3857", "1e400", "NaN", "Infinity", "\x1e",
    "\n", '"\\ud800"', "[[", "]]", "{}", "null", "Topology", "-0", "99999999999999999999",
)

TARGET = Target("geojson", reader("a.json"), tree(*WORDS), runs=80_000, sample=120)
