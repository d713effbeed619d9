"""Good files of every kind, made small and anew, so that tests can spoil them."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import openpyxl
import shapely

Cells = Sequence[Sequence[Any]]
TOKYO, HANOI = (139.75, 35.68), (105.85, 21.03)
RING = [[140, 35], [141, 35], [141, 36], [140, 36], [140, 35]]


def feature(kind: str, coordinates: Any, **attributes: Any) -> dict[str, Any]:
    """Make a GeoJSON feature."""
    return {"type": "Feature", "properties": attributes, "geometry": {"type": kind, "coordinates": coordinates}}


def collection(*features: Any, **more: Any) -> bytes:
    """Make a GeoJSON collection."""
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def points(**more: Any) -> bytes:
    """Make a GeoJSON of two points."""
    return collection(feature("Point", TOKYO, 名前="東京"), feature("Point", HANOI, 名前="ハノイ"), **more)


def zipped(members: Mapping[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", how) as parts:
        for name, member in members.items():
            parts.writestr(name, member)
    return content.getvalue()


def said_to_be_lzma(content: bytes) -> bytes:
    """Say of all members of a zip that they are packed by LZMA, which they are not."""
    whole = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = whole.find(mark)
        while start >= 0:
            whole[start + at : start + at + 2] = zipfile.ZIP_LZMA.to_bytes(2, "little")
            start = whole.find(mark, start + 1)
    return bytes(whole)


def book(sheets: Mapping[str, Cells], hidden: Sequence[str] = ()) -> bytes:
    """Make a workbook."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def reworked(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Change members of a zip; None takes one out."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        members: dict[str, bytes | None] = {name: parts.read(name) for name in parts.namelist()}
    return zipped({name: part for name, part in (members | dict(changes)).items() if part is not None})


def frame(crs: str | None = "EPSG:4326") -> gpd.GeoDataFrame:
    """Make two places with Japanese names."""
    return gpd.GeoDataFrame(
        {"名前": ["東京", "ハノイ"], "人口": [14, 8]}, geometry=[shapely.Point(TOKYO), shapely.Point(HANOI)], crs=crs
    )


@cache
def shapefile(encoding: str = "utf-8", crs: str = "EPSG:4326") -> dict[str, bytes]:
    """Write a Shapefile; its parts by name."""
    with tempfile.TemporaryDirectory() as folder:
        frame().to_crs(crs).to_file(Path(folder) / "places.shp", encoding=encoding)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def shapefile_zip(without: Sequence[str] = (), **more: str) -> bytes:
    """Zip a Shapefile, some of its parts left out."""
    return zipped({name: part for name, part in shapefile(**more).items() if Path(name).suffix not in without})


@cache
def gpkg(*layers: str, crs: str = "EPSG:4326") -> bytes:
    """Write a GeoPackage with these layers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.gpkg"
        for layer in layers or ("places",):
            frame().to_crs(crs).to_file(path, layer=layer)
        return path.read_bytes()


def kml(inside: str, before: str = "") -> bytes:
    """Make a KML document."""
    return f'<?xml version="1.0"?>{before}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{inside}</Document></kml>'.encode()


def placemark(shape: str, name: str = "東京") -> str:
    """Make a placemark."""
    return f"<Placemark><name>{name}</name>{shape}</Placemark>"


POINT = "<Point><coordinates>139.75,35.68,0</coordinates></Point>"
