"""Read GeoJSON: collections, single features, bare shapes and a feature a line; numbers without end are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any, NoReturn

import numpy as np
import shapely

from i18n import own as words
from i18n import own_notes as notes
from i18n.errors import AtlasError
from i18n.text import same
from own.crs import normal, unknown
from own.encodings import decode
from own.features import Features
from own.limits import DEEPEST_JSON, LONGEST_VALUE
from own.question import Answers
from own.raw import Raw
from own.report import Note, Treatment

STRINGS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
SHAPES = frozenset({"Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
                    "GeometryCollection"})
NUMBERS = (int, float)  # and not bool, which is an int as well
OTHERS = {"Topology": "TopoJSON", "FeatureSet": "Esri JSON"}
CRS_NAMES = ("name", "code", "href")  # of the member `crs`, whatever its type
Plain = Mapping[str, Any]


def read(content: bytes, name: str, answers: Answers) -> Raw:
    """Read the features; raises AtlasError for what is no GeoJSON, QuestionError for a CRS that it names in vain."""
    text, _encoding = decode(content, name)
    text = text.removeprefix("\ufeff")
    if _depth(text) > DEEPEST_JSON:
        raise AtlasError(words.TOO_DEEP.format(name=name, most=DEEPEST_JSON))
    plain = _parsed(text, name)
    pairs = list(_features(plain, name))
    features = Features(name)
    for (attributes, geometry), shape in zip(pairs, _shapes([geometry for _, geometry in pairs]), strict=True):
        features.add(attributes, shape, is_broken=geometry is not None and shape is None)
    crs, said = _crs(plain, name, answers)
    return features.settled(crs, answers, *said)


def _depth(text: str) -> int:
    """Measure how deep brackets are nested, those inside of strings left out."""
    bare = np.frombuffer(STRINGS.sub("", text).encode("ascii", "replace"), dtype=np.uint8)
    opens = (bare == ord("[")) | (bare == ord("{"))
    closes = (bare == ord("]")) | (bare == ord("}"))
    steps = opens.astype(np.int8) - closes.astype(np.int8)
    return int(np.cumsum(steps[steps != 0], dtype=np.int32).max(initial=0))


def _parsed(text: str, name: str) -> Plain:
    """Parse JSON, or JSON a line; raises AtlasError naming the line that is wrong."""
    def number(digits: str) -> float:
        value = float(digits)
        if not isfinite(value):
            _refuse(digits)
        return value

    def whole(digits: str) -> float:
        return int(digits) if len(digits) < 18 else number(digits)

    def _refuse(value: str) -> NoReturn:
        raise AtlasError(words.NO_FINITE.format(name=name, value=value[:LONGEST_VALUE]))

    read_one = json.JSONDecoder(parse_float=number, parse_int=whole, parse_constant=_refuse).decode
    try:
        plain = read_one(text)
    except json.JSONDecodeError as error:
        lines = [line.strip("\x1e \t\r") for line in text.splitlines()]
        if "Extra data" not in error.msg and not text.startswith("\x1e"):
            raise AtlasError(words.BROKEN_JSON.format(name=name, line=error.lineno, column=error.colno)) from None
        plain = {"type": "FeatureCollection", "features": list(_one_a_line(lines, read_one, name))}
    if not isinstance(plain, dict):
        raise AtlasError(words.NO_GEOJSON.format(name=name, what=words.A_LIST))
    return plain


def _one_a_line(lines: list[str], read_one: Any, name: str) -> Iterator[Any]:
    for number, line in enumerate(lines, 1):
        try:
            if line:
                yield read_one(line)
        except json.JSONDecodeError as error:
            raise AtlasError(words.BROKEN_JSON.format(name=name, line=number, column=error.colno)) from None


def _features(plain: Plain, name: str) -> Iterator[tuple[Plain, Any]]:
    """Go through the features as (attributes, geometry)."""
    kind = str(plain.get("type"))  # it may be a list, or nothing
    if kind in OTHERS or "geometryType" in plain or "spatialReference" in plain:
        what = same(OTHERS.get(kind, OTHERS["FeatureSet"]))
        raise AtlasError(words.NOT_READ.format(name=name, what=what, advice=words.SAVE_AS_GEOJSON))
    if kind == "FeatureCollection":
        every = plain.get("features")
        if not isinstance(every, list):
            raise AtlasError(words.NO_FEATURES.format(name=name))
        yield from map(_feature, every)
    elif kind == "Feature":
        yield _feature(plain)
    elif kind in SHAPES:
        yield {}, plain
    else:
        what = same(kind[:LONGEST_VALUE]) if isinstance(plain.get("type"), str) else words.ABSENT
        raise AtlasError(words.NO_GEOJSON.format(name=name, what=what))


def _feature(plain: Any) -> tuple[Plain, Any]:
    if not isinstance(plain, dict):
        return {}, {"type": "none"}
    attributes = plain.get("properties")
    if plain.get("type") != "Feature":  # a bare shape among features
        return {}, plain if "coordinates" in plain else {"type": "none"}
    return attributes if isinstance(attributes, dict) else {}, plain.get("geometry")


def _shapes(geometries: Sequence[Any]) -> list[Any]:
    """Make shapes of what the features hold, None for what is none; points at once, the rest parsed by GEOS."""
    found = np.empty(len(geometries), dtype=object)
    points = [at for at, geometry in enumerate(geometries) if _is_point(geometry)]
    if points:
        found[points] = shapely.points(np.array([geometries[at]["coordinates"][:2] for at in points], dtype=np.float64))
    others = [at for at, geometry in enumerate(geometries) if geometry is not None and found[at] is None]
    if others:
        texts = np.array([json.dumps(geometries[at]) for at in others], dtype=object)
        found[others] = shapely.from_geojson(texts, on_invalid="ignore")
    for at in others:
        if found[at] is None:
            found[at] = shapely.from_geojson(json.dumps(_in_the_plane(geometries[at])), on_invalid="ignore")
    return list(found)


def _in_the_plane(given: Any) -> Any:
    """Leave the numbers of a position that GEOS knows nothing of: a measure or a time behind the height."""
    if isinstance(given, dict):
        return {key: _in_the_plane(value) for key, value in given.items()}
    if not isinstance(given, list):
        return given
    return given[:2] if len(given) > 3 and type(given[0]) in NUMBERS else [_in_the_plane(each) for each in given]


def _is_point(geometry: Any) -> bool:
    """Tell whether a geometry is a point of plain numbers; a height, if any, is left."""
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        return False
    given = geometry.get("coordinates")
    return isinstance(given, list) and len(given) > 1 and type(given[0]) in NUMBERS and type(given[1]) in NUMBERS


def _crs(plain: Plain, name: str, answers: Answers) -> tuple[str, list[Note]]:
    """Read the member `crs` of old files; one that cannot be understood is asked for."""
    if not plain.get("crs") or answers.crs:
        return "", []
    about_it = plain["crs"].get("properties") if isinstance(plain["crs"], dict) else None
    named = next((str(about_it[key]) for key in CRS_NAMES if key in about_it), "") if isinstance(about_it, dict) else ""
    crs = normal(named)
    if not crs:
        raise unknown(named or json.dumps(plain["crs"]), name)
    return crs, [Note(Treatment.UNDERSTOOD, notes.OLD_CRS.format(crs=crs))]
