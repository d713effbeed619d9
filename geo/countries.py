"""Countries as Japan sees them: names, memberships, outlines and frames.

Regions and marks have modules of their own and are handed on here, so that one import serves a caller.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import geopandas as gpd
from shapely.errors import GEOSException

from geo.files import data_path, kept
from geo.frames import Frame, holding, main_frame, read_frame
from geo.marks import Mark, read_marks
from geo.prepared import read_prepared
from geo.regions import Region, read_regions, region_frame
from geo.tables import GONE, UNREADABLE, read_things, split
from i18n.errors import AtlasError
from i18n.text import Lang, Text

__all__ = [
    "GROUPS",
    "Country",
    "Frame",
    "Mark",
    "Region",
    "frame_around",
    "read_countries",
    "read_frames",
    "read_marks",
    "read_outlines",
    "read_regions",
    "region_frame",
]

COUNTRIES, FRAMES = "country_regions.csv", "country_frames.csv"
OUTLINES, FINE_OUTLINES = "countries.geojson", "countries_fine.geojson"
GROUPS = ("asean", "eu", "quad", "pacific_island", "gulf", "central_asia", "baltic")
NO_FRAME = Text(
    "国コード {codes} の枠がありません。country_regions.csv の iso_a3 のいずれかを指定してください。",
    "No frame for the country codes {codes}; give an iso_a3 of country_regions.csv.",
)
UNFIT = Text(
    "{file}: 「{names}」の図形は地図に描けません。python cli.py check が誤りの場所を示します。",
    "{file}: the outline of “{names}” cannot be drawn; python cli.py check says what is wrong with it.",
)
NO_OUTLINE = Text(
    "{file}: 国コード {codes} の図形がありません。",
    "{file}: no outline for the country codes {codes}.",
)


@dataclass(frozen=True)
class Country:
    """A country or area; `capital_at` is (lon, lat), `groups` are among GROUPS."""

    iso_a3: str
    iso_a2: str
    name: Text
    region_id: str
    kind: str
    groups: frozenset[str]
    capital: Text
    capital_at: tuple[float, float] | None
    aliases: tuple[str, ...]
    note: Text


@kept(COUNTRIES)
def read_countries() -> Mapping[str, Country]:
    """Read the countries and areas by iso_a3, in the order of the file."""
    return MappingProxyType({country.iso_a3: country for country in read_things(COUNTRIES, _country)})


def read_outlines(*, fine: bool = False) -> gpd.GeoDataFrame:
    """Read the outlines (EPSG:4326, cut at ±180); `fine` for print. Copy it to change it: it is shared.

    Columns: iso_a3 ("" unless it is a key of read_countries), polygon_id (unique), name_ja, name_en,
    kind (country, other = a name but no facts, undetermined), label_lon, label_lat, geometry.
    """
    return _outlines(FINE_OUTLINES if fine else OUTLINES)


@kept(OUTLINES, FINE_OUTLINES, COUNTRIES)
def _outlines(file: str) -> gpd.GeoDataFrame:
    outlines = _shapes(file)
    names = {code: country.name for code, country in read_countries().items()}
    for column in ("ja", "en"):  # the names of the country table win over those in the file
        ours = outlines["iso_a3"].map({code: name[Lang(column)] for code, name in names.items()})
        outlines[f"name_{column}"] = ours.fillna(outlines[f"name_{column}"])
    return outlines


@kept(FRAMES, OUTLINES, COUNTRIES)
def read_frames() -> Mapping[str, Frame]:
    """Read the frame to zoom to for every country: country_frames.csv, else the main parts of its outline."""
    written = dict(read_things(FRAMES, lambda row: (row["iso_a3"], read_frame(row))))
    outlines = read_outlines().set_index("iso_a3")["geometry"]
    frames = {code: written.get(code) or main_frame(outlines[code]) for code in read_countries()}
    return MappingProxyType(frames)


def frame_around(codes: Iterable[str]) -> Frame:
    """Give the smallest frame that holds these countries' frames; raises AtlasError for an unknown code."""
    wanted = list(codes)
    frames = read_frames()
    missing = [code for code in wanted if code not in frames]
    if missing or not wanted:
        raise AtlasError(NO_FRAME.format(codes=", ".join(missing) or '""'))
    return holding(frames[code] for code in wanted)


def _country(row: Mapping[Any, str]) -> Country:
    at = (float(row["capital_lon"]), float(row["capital_lat"])) if row["capital_lon"] else None
    return Country(
        iso_a3=row["iso_a3"],
        iso_a2=row["iso_a2"],
        name=Text(row["name_ja"], row["name_en"]),
        region_id=row["region_id"],
        kind=row["kind"],
        groups=frozenset(group for group in GROUPS if row[f"is_{group}"] == "1"),
        capital=Text(row["capital_ja"], row["capital_en"]),
        capital_at=at,
        aliases=tuple(split(row["aliases_ja"])),
        note=Text(row["note_ja"], row["note_en"]),
    )


def _shapes(file: str) -> gpd.GeoDataFrame:
    """Give outlines as they were made ready, else from the file; raises AtlasError when a country has none."""
    ready = read_prepared(data_path(file))
    shapes = read_shapes(file) if ready is None else ready
    missing = sorted(set(read_countries()) - set(shapes.get("iso_a3", ())))
    if missing:
        raise AtlasError(NO_OUTLINE.format(file=file, codes=", ".join(missing)))
    return shapes


def read_shapes(file: str) -> gpd.GeoDataFrame:
    """Read outlines from a file itself; raises AtlasError when it is no GeoJSON, or one cannot be drawn."""
    if not data_path(file).is_file():
        raise AtlasError(GONE.format(file=file))
    try:
        with warnings.catch_warnings(action="ignore"):  # of geometry that cannot be read; it is named below
            shapes = gpd.read_file(data_path(file))
    except (RuntimeError, ValueError, TypeError, GEOSException) as error:  # no GeoJSON, or rings that are none
        raise AtlasError(UNREADABLE.format(file=file, why=error)) from None
    drawn = shapes.geom_type.isin(["Polygon", "MultiPolygon"]) & shapes.is_valid & ~shapes.is_empty
    if not drawn.all():
        names = ", ".join(map(str, shapes.get("name_en", shapes.index)[~drawn]))
        raise AtlasError(UNFIT.format(file=file, names=names))
    return shapes
