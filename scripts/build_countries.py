"""Build data/countries.geojson and data/countries_fine.geojson: the world's countries as Japan sees them.

    python -m scripts.build_countries

From Natural Earth 1:10m (scripts/natural_earth.py), the names and codes of data/polygon_codes.csv and
data/country_regions.csv, and the decisions of data/territory_edits.csv. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.files import data_path
from geo.meridian import recentre_all
from geo.tables import read_table
from scripts.natural_earth import read_natural_earth
from scripts.territory import edit
from scripts.thin import thin

TOLERANCES = {"countries.geojson": 0.06, "countries_fine.geojson": 0.02}
"""Degrees: a vertex goes when the triangle with its neighbours is smaller than the square of this."""
WIDEST = 90.0
"""Degrees: no side of a ring is longer, so that Antarctica's side along the pole cannot be read two ways."""
ON_THE_EDGE = 1e-9


def build() -> None:
    """Write both files."""
    print("reading Natural Earth ...", file=sys.stderr)
    source = read_natural_earth()
    names = _names(source)
    parts = _decided(source)
    for file, tolerance in TOLERANCES.items():
        print(f"{file}: thinning to {tolerance}° ...", file=sys.stderr)
        outlines = _joined(edit(thin(parts, tolerance), "disc", "ring"))
        _check(outlines, names)
        size = _write(names.join(outlines).sort_index(), file)
        print(f"{file}: {len(outlines)} outlines, {size:,} bytes", file=sys.stderr)


def _names(source: gpd.GeoDataFrame) -> pd.DataFrame:
    """Give kind, names and label point of every outline, by polygon_id."""
    countries = read_table("country_regions.csv").assign(kind="country").rename(columns={"iso_a3": "polygon_id"})
    codes = read_table("polygon_codes.csv").drop_duplicates("polygon_id")
    named = pd.concat([countries, codes[codes["kind"] != "country"]]).set_index("polygon_id")
    main = source.assign(polygon_id=_polygon_ids(source)).sort_values("POP_EST", ascending=False)
    main = main.drop_duplicates("polygon_id").set_index("polygon_id")
    own = codes[codes["label_lon"] != ""].set_index("polygon_id")[["label_lon", "label_lat"]].astype(float)
    labels = main[["LABEL_X", "LABEL_Y"]].set_axis(["label_lon", "label_lat"], axis=1)
    labels = own.combine_first(labels).round(3)
    return named[["kind", "name_ja", "name_en"]].join(labels)


def _polygon_ids(source: gpd.GeoDataFrame) -> list[str]:
    codes = read_table("polygon_codes.csv")
    ours = dict(zip(codes["natural_earth_a3"], codes["polygon_id"], strict=True))
    return [ours.get(code, code) for code in source["ADM0_A3"]]


def _decided(source: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the parts (single polygons) of every outline, territory decided, not yet thinned; a clean coverage."""
    ids = {"polygon_id": _polygon_ids(source)}
    exact = shapely.transform(source.geometry.values, _on_the_edge)
    parts = gpd.GeoDataFrame(ids, geometry=exact, crs=source.crs).explode(ignore_index=True)
    parts = edit(parts, "move", "cut", "fill")
    # Egypt touches itself in the source; the cleaning also gives both sides of a border the same vertices.
    clean = parts.set_geometry(shapely.coverage_clean(parts.geometry.values), crs=source.crs)
    return _healed(clean.dissolve("polygon_id")).explode().reset_index()


def _on_the_edge(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put on ±180° and on the pole what rounding keeps a hair away from them."""
    edge = np.array([180.0, 90.0])
    near = np.abs(np.abs(lonlat) - edge) < ON_THE_EDGE
    exact: NDArray[np.float64] = np.where(near, np.sign(lonlat) * edge, lonlat)
    return exact


def _healed(outlines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Join at 180° what the source cuts there, so that thinning cannot open a gap (Antarctica has its pole)."""
    bounds = outlines.bounds
    cut = (bounds["minx"] == -180) & (bounds["maxx"] == 180) & (bounds["miny"] > -90)
    shapes = outlines.geometry.values.copy()
    shapes[cut] = recentre_all(shapes[cut], centre=180)
    return outlines.set_geometry(shapes, crs=outlines.crs)


def _joined(parts: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Put the parts of each outline together, cut at ±180°."""
    outlines = parts.dissolve("polygon_id")
    shapes = recentre_all(outlines.geometry.values, centre=0)
    shapes = shapely.normalize(shapely.segmentize(shapes, WIDEST))
    return outlines.set_geometry(shapely.orient_polygons(_rounded(shapes)), crs=parts.crs)


def _rounded(shapes: NDArray[Any]) -> NDArray[Any]:
    rounded: NDArray[Any] = shapely.transform(shapes, lambda lonlat: np.round(lonlat, 6))
    return rounded


def _check(outlines: gpd.GeoDataFrame, names: pd.DataFrame) -> None:
    problems = {
        "outlines without a name (polygon_codes.csv)": set(outlines.index) - set(names.index),
        "names without an outline": set(names.index) - set(outlines.index),
        "outlines without a label point": set(names.index[names["label_lon"].isna()]),
        "invalid outlines": set(outlines.index[~outlines.is_valid]),
    }
    if not shapely.coverage_is_valid(outlines.geometry.values):
        problems["neighbours that overlap or do not share their border"] = _uneven(outlines)
    found = [f"{what}: {', '.join(sorted(which))}" for what, which in problems.items() if which]
    if found:
        sys.exit("\n".join(found))


def _uneven(outlines: gpd.GeoDataFrame) -> set[str]:
    return set(outlines.index[~shapely.is_empty(shapely.coverage_invalid_edges(outlines.geometry.values))])


def _write(outlines: gpd.GeoDataFrame, file: str) -> int:
    """Write one feature a line, so that a change of one border is a change of one line."""
    lines = [_feature(str(code), row) for code, row in outlines.iterrows()]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    return data_path(file).write_bytes(text.encode())


def _feature(polygon_id: str, row: pd.Series[Any]) -> str:
    iso_a3 = polygon_id if row["kind"] == "country" else ""
    columns = ("name_ja", "name_en", "kind", "label_lon", "label_lat")
    properties = {"iso_a3": iso_a3, "polygon_id": polygon_id} | {column: row[column] for column in columns}
    geometry = shapely.geometry.mapping(row["geometry"])
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    build()
