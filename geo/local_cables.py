"""Cable data sets that a person with a licence lays into data/cables/local/: read, checked, named on every export.

The shape is that of TeleGeography's public file: a GeoJSON FeatureCollection whose features have `id`, `name`,
`color` (not used: all are drawn in one grey) and a MultiLineString (WGS 84); features of one id are one cable.
Beside NAME.geojson stands NAME.license.txt, one line that is printed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import shapely
from shapely.geometry import LineString, MultiLineString

from geo.files import data_path, stamp
from i18n.errors import AtlasError
from i18n.text import Text

FOLDER = "cables/local"
MOST_LETTERS = 200
UNPRINTABLE = re.compile(r"[<>\x00-\x1f\x7f\u2028\u2029]")  # HTML markup, control characters, ends of lines
ADVICE = Text(
    "data/cables/local/{file}: {problem}。TeleGeography の公開ファイルと同じ形の GeoJSON を置いてください。",
    "data/cables/local/{file}: {problem}. Lay a GeoJSON of the shape of TeleGeography's public file there.",
)
NOT_JSON = Text("JSON として読めません", "it is not JSON")
NO_FEATURES = Text("FeatureCollection ではないか、地物がありません", "it is no FeatureCollection or has no features")
NO_OBJECT = Text("{number} 番目の地物が GeoJSON の Feature ではありません", "feature {number} is no GeoJSON Feature")
NO_WORD = Text("{number} 番目の地物に {word} がありません", "feature {number} has no {word}")
BAD_WORD = Text(
    "{number} 番目の地物の {word} は、HTMLの記号や改行・制御文字のない200字以内の文字列にしてください",
    "feature {number}: {word} must be text of at most 200 letters without HTML markup, line ends or control characters",
)
NO_LINE = Text(
    "{number} 番目の地物が(空でない)MultiLineString か LineString ではありません",
    "feature {number} is no MultiLineString or LineString, or is empty or without length",
)
OFF_EARTH = Text(
    "{number} 番目の地物に経度±180度・緯度±90度の外の座標があります",
    "feature {number} has coordinates beyond 180 degrees of longitude or 90 of latitude",
)
NO_LICENCE = Text(
    "data/cables/local/{file}: 利用条件を1行(UTF-8、200字以内、HTMLの記号なし)で書いた {licence} を隣に置いてください。"
    "図に必ず印刷されます。",
    "data/cables/local/{file}: its licence line (one line of UTF-8, at most 200 letters, no HTML markup) must stand "
    "beside it in {licence}; every picture prints it.",
)
TWICE = Text(
    "data/cables/local/{file}: id「{id}」は {other} にもあります。どちらかのファイルから除いてください。",
    "data/cables/local/{file}: id “{id}” is in {other} too; take it out of one of them.",
)


@dataclass(frozen=True)
class LocalCable:
    """One line of a data set that is not ours; longitudes in -180..180."""

    id: str
    name: str
    line: MultiLineString


@dataclass(frozen=True)
class LocalSet:
    """One file: its cables, and the licence line that every export showing it must carry."""

    file: str
    licence: str
    cables: tuple[LocalCable, ...]


def read_local_sets() -> tuple[LocalSet, ...]:
    """Read every *.geojson of data/cables/local/ by name; raises AtlasError at the first that is unfit."""
    files = sorted(data_path(FOLDER).glob("*.geojson"))
    found = tuple(_read(str(path), stamp(path), stamp(_licence_path(path))) for path in files)
    _check_ids(found)
    return found


def _check_ids(found: Sequence[LocalSet]) -> None:
    seen: dict[str, str] = {}
    for file, cable in ((local.file, cable) for local in found for cable in local.cables):
        other = seen.setdefault(cable.id, file)
        if other != file:
            raise AtlasError(TWICE.format(file=file, id=cable.id, other=other))


@lru_cache(maxsize=16)
def _read(path: str, _stamp: tuple[int, int], _licence_stamp: tuple[int, int]) -> LocalSet:
    file = Path(path)
    cables: dict[str, LocalCable] = {}
    for number, feature in enumerate(_features(file), start=1):
        cable = _cable(file.name, number, feature)
        cables[cable.id] = _merged(cables.get(cable.id), cable)
    return LocalSet(file.name, _licence(file), tuple(cables.values()))


def _merged(first: LocalCable | None, more: LocalCable) -> LocalCable:
    """Add the lines of a later feature to the cable that has its id."""
    return replace(first, line=MultiLineString([*first.line.geoms, *more.line.geoms])) if first else more


def _features(file: Path) -> list[object]:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        raise _unfit(file.name, NOT_JSON) from None
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise _unfit(file.name, NO_FEATURES)
    return features


def _cable(file: str, number: int, feature: object) -> LocalCable:
    words = feature.get("properties", {}) if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(words, dict):
        raise _unfit(file, NO_OBJECT, number=number)
    for word in ("id", "name"):
        _check_word(file, number, word, words.get(word))
    line = _line(file, number, feature.get("geometry"))
    return LocalCable(str(words["id"]), str(words["name"]), line)


def _check_word(file: str, number: int, word: str, value: object) -> None:
    text = str(value or "")
    if not text.strip():
        raise _unfit(file, NO_WORD, number=number, word=word)
    if not isinstance(value, str | int) or len(text) > MOST_LETTERS or UNPRINTABLE.search(text):
        raise _unfit(file, BAD_WORD, number=number, word=word)


def _line(file: str, number: int, geometry: object) -> MultiLineString:
    try:
        shape = shapely.from_geojson(json.dumps(geometry))
    except shapely.errors.GEOSException:
        raise _unfit(file, NO_LINE, number=number) from None
    # An empty part, or one that stays where it is, draws nothing.
    lines = [part for part in shapely.get_parts(shape) if isinstance(part, LineString) and part.length > 0]
    if not lines:
        raise _unfit(file, NO_LINE, number=number)
    west, south, east, north = shape.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise _unfit(file, OFF_EARTH, number=number)
    return MultiLineString(lines)


def _licence(file: Path) -> str:
    path = _licence_path(file)
    try:
        words = path.read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError):
        words = ""
    if not words or len(words) > MOST_LETTERS or UNPRINTABLE.search(words):
        raise AtlasError(NO_LICENCE.format(file=file.name, licence=path.name))
    return words


def _licence_path(file: Path) -> Path:
    return file.with_suffix(".license.txt")


def _unfit(file: str, problem: Text, **values: object) -> AtlasError:
    return AtlasError(ADVICE.format(file=file, problem=problem.format(**values)))
