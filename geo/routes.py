"""The drawn routes of the cable systems: data/cables/CABLE_ID.geojson, written and read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, mapping

from geo.files import data_path, stamp
from geo.meridian import cut_line
from i18n.errors import AtlasError
from i18n.text import Text

FOLDER = "cables/"
DECIMALS = 4  # about 10 m: finer than the coast that the line was searched against
BROKEN = Text(
    "ファイル {file} がないか、壊れています。make data-cables で作り直してください。",
    "File {file} is missing or damaged; make data-cables builds it again.",
)


@dataclass(frozen=True)
class Route:
    """One segment as drawn: schematic, longitudes run on; km are those of the line, never shifted.

    `start` and `stop` are node ids; a renderer shifts the line by `lane` (see geo.lanes).
    """

    cable_id: str
    segment: int
    kind: str
    landing_status: str
    start: str
    stop: str
    lane: int
    drawn_km: float
    great_circle_km: float
    land_km: float
    line: LineString


def write_routes(folder: Path, cable_id: str, routes: Sequence[Route]) -> None:
    """Write one system as RFC 7946 GeoJSON, one feature a line, cut at ±180°; the same routes give the same bytes."""
    features = ",\n".join(json.dumps(_feature(route), ensure_ascii=False) for route in routes)
    text = f'{{"type": "FeatureCollection", "features": [\n{features}\n]}}\n'
    (folder / f"{cable_id}.geojson").write_text(text, encoding="utf-8", newline="\n")


def read_routes(cable_id: str) -> tuple[Route, ...]:
    """Read one system's routes in the order of its segments; raises AtlasError when the file is gone or broken."""
    path = data_path(f"{FOLDER}{cable_id}.geojson")
    return _routes(str(path), stamp(path))


def read_all_routes(cable_ids: Sequence[str]) -> Mapping[str, tuple[Route, ...]]:
    """Read several systems."""
    return MappingProxyType({cable_id: read_routes(cable_id) for cable_id in cable_ids})


@lru_cache(maxsize=512)
def _routes(path: str, _stamp: tuple[int, int]) -> tuple[Route, ...]:
    try:
        features = json.loads(Path(path).read_text(encoding="utf-8"))["features"]
        if not features:
            raise ValueError("no routes")
        return tuple(_route(feature) for feature in features)
    except (OSError, ValueError, LookupError, TypeError, RecursionError, shapely.errors.ShapelyError):
        raise AtlasError(BROKEN.format(file=Path(path).name)) from None


def _feature(route: Route) -> dict[str, Any]:
    words = {key: value for key, value in asdict(route).items() if key != "line"}
    parts = sorted(shapely.get_parts(cut_line(route.line)), key=lambda part: _along(route.line, part))
    cut = [rounded(part) for part in parts]
    shape = cut[0] if len(cut) == 1 else MultiLineString(cut)
    return {"type": "Feature", "properties": words, "geometry": mapping(shape)}


def rounded(line: LineString) -> LineString:
    """Round a line as it is written."""
    return shapely.transform(line, lambda lonlat: np.round(lonlat, DECIMALS) + 0.0)


def _along(line: LineString, part: LineString) -> float:
    """Say how far along a line (longitudes run on) one of its cut parts lies."""
    middle = part.interpolate(0.5, normalized=True)
    turned = [translate(middle, turn) for turn in (-360, 0, 360)]
    return float(line.project(min(turned, key=line.distance)))


def _route(feature: dict[str, Any]) -> Route:
    shape = feature["geometry"]
    parts = shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]
    way = np.concatenate([np.array(part, dtype=float) for part in parts])
    if way.shape[1] != 2 or not np.isfinite(way).all():
        raise ValueError("no line")
    return Route(**feature["properties"], line=joined(way))


def joined(way: NDArray[np.float64]) -> LineString:
    """Put a line that was cut at ±180° together again (n, 2); longitudes run on."""
    way[:, 0] = np.unwrap(way[:, 0], period=360)
    kept = np.r_[True, (np.abs(np.diff(way, axis=0)) > 1e-9).any(axis=1)]
    return LineString(way[kept])
