"""Build data/countries.geojson and data/countries_fine.geojson: the world's countries as Japan sees them.

    python -m scripts.build_countries

From Natural Earth 1:10m (scripts/natural_earth.py), the names and codes of data/polygon_codes.csv and
data/country_regions.csv, and the decisions of data/territory_edits.csv. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.files import data_path
from geo.meridian import Geometries, recentre_all
from geo.tables import read_table
from scripts.natural_earth import read_natural_earth
from scripts.prepare_outlines import prepare
from scripts.territory import edit
from scripts.thin import clean, rounded, thin

TOLERANCES = {"countries.geojson": 0.06, "countries_fine.geojson": 0.024}
"""Degrees: a vertex goes when the triangle with its neighbours is smaller than the square of this."""
LABELS = {"LABEL_X": "label_lon", "LABEL_Y": "label_lat"}
DIGITS = 6
"""Decimals of a degree where a cut or a cleaning has made a vertex of its own; the others have fewer."""
WIDEST = 90.0
"""Degrees: no side of a ring is longer, so that Antarctica's side along the pole cannot be read two ways."""
ON_THE_EDGE = 1e-9


def build() -> None:
    """Write both files."""
    print("reading Natural Earth ...", file=sys.stderr)
    source = read_natural_earth()
    source = source.assign(polygon_id=source["ADM0_A3"].replace(_ours()))
    names, parts = _names(source), _decided(source)
    for file, tolerance in TOLERANCES.items():
        print(f"{file}: thinning to {tolerance}° ...", file=sys.stderr)
        shapes = _joined(edit(thin(parts, tolerance), "disc", "ring"))
        _check(shapes, names)
        size = _write(names.assign(geometry=shapes).sort_index(), file)
        print(f"{file}: {len(shapes)} outlines, {size:,} bytes", file=sys.stderr)
    prepare()


def _ours() -> dict[str, str]:
    """Give the polygon_id of Natural Earth's codes where ours differ."""
    codes = read_table("polygon_codes.csv")
    return dict(zip(codes["natural_earth_a3"], codes["polygon_id"], strict=True))


def _names(source: gpd.GeoDataFrame) -> pd.DataFrame:
    """Give kind, names and label point of every outline, by polygon_id."""
    countries = read_table("country_regions.csv").assign(kind="country", polygon_id=lambda row: row["iso_a3"])
    codes = read_table("polygon_codes.csv").drop_duplicates("polygon_id")
    named = pd.concat([countries, codes[codes["kind"] != "country"]]).set_index("polygon_id")
    own = codes[codes["label_lon"] != ""].set_index("polygon_id")[list(LABELS.values())].astype(float)
    main = (
        source.sort_values("POP_EST", ascending=False).drop_duplicates("polygon_id").set_index("polygon_id")
    )
    labels = own.combine_first(pd.DataFrame(main[list(LABELS)]).rename(columns=LABELS)).round(3)
    return named[["kind", "name_ja", "name_en"]].join(labels)


def _decided(source: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the parts of all outlines in full detail, territory decided: a clean coverage."""
    exact = source[["polygon_id", "geometry"]].set_geometry(
        shapely.transform(source.geometry.values, _on_edge)
    )
    parts = edit(exact.explode(ignore_index=True), "move", "cut", "fill")
    # Egypt touches itself in the source; the cleaning also gives both sides of a border the same vertices.
    cleaned = parts.set_geometry(clean(np.array(parts.geometry.values)), crs=source.crs)
    return _healed(cleaned.dissolve("polygon_id")).explode().reset_index()


def _on_edge(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put on ±180° and on the pole what rounding keeps a hair away from them."""
    edge = np.array([180.0, 90.0])
    near = np.abs(np.abs(lonlat) - edge) < ON_THE_EDGE
    exact: NDArray[np.float64] = np.where(near, np.sign(lonlat) * edge, lonlat)
    return exact


def _healed(outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Join what the source cuts at 180°, so that thinning opens no gap (Antarctica reaches the pole)."""
    shapes: Geometries = np.array(outlines.geometry.values)
    west, south, east, _north = shapely.bounds(shapes).T
    cut = (west == -180) & (east == 180) & (south > -90)
    shapes[cut] = recentre_all(shapes[cut], centre=180)
    return outlines.set_geometry(shapes, crs=outlines.crs)


def _joined(parts: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Put the parts of each outline together, cut at ±180°."""
    outlines = parts.dissolve("polygon_id").geometry
    shapes = shapely.segmentize(recentre_all(outlines.values, centre=0), WIDEST)
    # A fixed order of parts and vertices: the same land gives the same bytes.
    tidy = shapely.orient_polygons(shapely.normalize(rounded(shapes, DIGITS)))
    return gpd.GeoSeries(tidy, index=outlines.index, crs=outlines.crs)


def _check(shapes: gpd.GeoSeries, names: pd.DataFrame) -> None:
    """Stop, naming the outlines, when the result is not what a map relies on."""
    uneven = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes.values))
    problems = {
        "outlines without a name (polygon_codes.csv)": set(shapes.index) - set(names.index),
        "names without an outline": set(names.index) - set(shapes.index),
        "outlines without a label point": set(names.index[names["label_lon"].isna()]),
        "invalid outlines": set(shapes.index[~shapes.is_valid]),
        "neighbours that overlap or do not share their border": set(shapes.index[uneven]),
    }
    found = [f"{what}: {', '.join(sorted(which))}" for what, which in problems.items() if which]
    if found:
        sys.exit("\n".join(found))


def _write(outlines: pd.DataFrame, file: str) -> int:
    """Write one feature a line, so that a change of one outline is a change of one line."""
    lines = [_feature(row) for row in outlines.reset_index().to_dict("records")]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    return data_path(file).write_bytes(text.encode())


def _feature(row: Mapping[Any, Any]) -> str:
    code = {"iso_a3": row["polygon_id"] if row["kind"] == "country" else ""}
    properties = code | {column: value for column, value in row.items() if column != "geometry"}
    geometry = shapely.geometry.mapping(row["geometry"])
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    build()
