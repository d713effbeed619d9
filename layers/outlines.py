"""Check a file of outlines: known names and codes, every country once, geometry that can be drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from geo.countries import read_countries
from geo.files import data_path
from geo.tables import GONE, NOT_UTF8, UNREADABLE
from i18n.errors import AtlasError
from i18n.text import Text, same
from layers.rules import FILLED, PLAIN
from layers.schema import FIRST_ROW, DataError, Problem, bad_cell

KINDS = ("country", "other", "undetermined")
NAMES = ("name_ja", "name_en", "polygon_id")
KNOWN = Text("country_regions.csv にある国コード、または空欄", "a code of country_regions.csv, or blank")
ONCE = Text("ほかの図形と重ならない国コード", "a code that no other outline has")
MISSING = Text(
    "{file}: 国コード {code} の図形がありません。210の国・地域のすべてに要ります。",
    "{file}: no outline for {code}; every country of country_regions.csv needs one.",
)
VALID = Text(
    "経度±180・緯度±90に収まり、自己交差のないPolygonかMultiPolygon",
    "a Polygon or MultiPolygon within ±180 and ±90 degrees that does not cross itself",
)


def check_outlines(file: str) -> None:
    """Check a GeoJSON file of outlines; raises DataError. A row is the line of the feature as we write it."""
    features = _read(file)
    problems = [*_codes(file, [_property(feature, "iso_a3") for feature in features])]
    for row, feature in enumerate(features, FIRST_ROW):
        problems += _wrong(file, row, feature)
    if problems:
        raise DataError(problems)


def _read(file: str) -> list[dict[str, Any]]:
    try:
        content = json.loads(data_path(file).read_text("utf-8"))
        features: list[dict[str, Any]] = content["features"]
    except FileNotFoundError:
        raise AtlasError(GONE.format(file=file)) from None
    except UnicodeDecodeError:
        raise AtlasError(NOT_UTF8.format(file=file)) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise AtlasError(UNREADABLE.format(file=file, why=error)) from None
    return features


def _wrong(file: str, row: int, feature: dict[str, Any]) -> Iterator[Problem]:
    for column in NAMES:
        for rule in (PLAIN, FILLED):
            if not rule.holds(_property(feature, column)):
                yield bad_cell(file, row, column, _property(feature, column), rule.allowed)
    kind = _property(feature, "kind")
    if kind not in KINDS:
        yield bad_cell(file, row, "kind", kind, same(" / ".join(KINDS)))
    flaw = _flaw(feature.get("geometry"))
    if flaw:
        yield bad_cell(file, row, "geometry", f"{_property(feature, 'polygon_id')}: {flaw}", VALID)


def _flaw(geometry: Any) -> str:
    """Say what is wrong with a geometry, "" for nothing."""
    try:
        with np.errstate(invalid="ignore"):  # a coordinate that is no number is told below
            outline = shape(geometry)
    except (ShapelyError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        return f"{type(error).__name__}: {error}"
    if outline.geom_type not in ("Polygon", "MultiPolygon") or outline.is_empty:
        return outline.geom_type
    if not shapely.is_valid(outline):
        return str(shapely.is_valid_reason(outline))
    west, south, east, north = outline.bounds
    inside = west >= -180 and south >= -90 and east <= 180 and north <= 90
    return "" if inside else f"{west:g}, {south:g}, {east:g}, {north:g}"


def _codes(file: str, codes: list[str]) -> Iterator[Problem]:
    known = read_countries()
    for row, code in enumerate(codes, FIRST_ROW):
        if code and code not in known:
            yield bad_cell(file, row, "iso_a3", code, KNOWN)
        elif code and code in codes[: row - FIRST_ROW]:
            yield bad_cell(file, row, "iso_a3", code, ONCE)
    for code in sorted(set(known) - set(codes)):
        yield Problem(file, 0, MISSING.format(file=file, code=code))


def _property(feature: dict[str, Any], name: str) -> str:
    return str((feature.get("properties") or {}).get(name) or "")
