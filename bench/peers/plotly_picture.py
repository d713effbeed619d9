"""Plotly with kaleido: choropleths of the same outlines with lines and points over them, written as a picture.

The outlines are handed in, as its manual shows; it fetches countries of its own from another host all the same.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geopandas as gpd
import plotly.graph_objects as go
import plotly.io
from pyproj import Proj
from shapely import orient_polygons

from bench.peers.peer import COLOURS, SIZE, Facts, Locate, Place, answer, is_helped

CENTRE, MARGIN = 150, 20
WORLD = Proj(proj="eqearth", lon_0=CENTRE)
LAYERS = ("coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits")
NO_COUNTRIES = json.dumps({"type": "Topology", "arcs": [], "objects": {
    name: {"type": "GeometryCollection", "geometries": []} for name in LAYERS}}, separators=(",", ":"))


@cache
def read_outlines(path: str) -> dict[str, Any]:
    """Read the outlines once, wound against their standard (RFC 7946): as they are plotly floods the whole world."""
    found = gpd.read_file(path)[["polygon_id", "iso_a3", "geometry"]]
    wound: dict[str, Any] = found.set_geometry(orient_polygons(found.geometry, exterior_cw=True)).to_geo_dict()
    return wound


def draw(facts: Facts, out: Path) -> Locate:
    """Build the figure and write it."""
    outlines = read_outlines(facts.outlines)
    codes = {each["properties"]["polygon_id"]: each["properties"]["iso_a3"] for each in outlines["features"]}
    adopters = {polygon for polygon, code in codes.items() if code in facts.adopters}
    figure = go.Figure([countries(outlines, codes.keys() - adopters, COLOURS["land"]),
                        countries(outlines, adopters, COLOURS["adopter"])])
    for line in facts.cables:
        lons, lats = zip(*line, strict=True)
        figure.add_trace(go.Scattergeo(lon=lons, lat=lats, mode="lines", line_color=COLOURS["cable"]))
    lons, lats = zip(*facts.sites, strict=True)
    figure.add_trace(go.Scattergeo(lon=lons, lat=lats, mode="markers", marker_color=COLOURS["site"]))
    figure.update_geos(visible=False, projection_type="equal earth", projection_rotation_lon=CENTRE,
                       bgcolor=COLOURS["sea"])
    figure.update_layout(showlegend=False, margin=dict.fromkeys("lrtb", MARGIN),
                         title_text="地デジ日本方式(ISDB-T)採用国、光海底ケーブル、データセンター")
    figure.write_image(out, width=SIZE[0], height=SIZE[1])
    return locate


def countries(outlines: dict[str, Any], polygons: set[str], colour: str) -> go.Choropleth:
    """Colour countries and the areas that are none."""
    return go.Choropleth(geojson=outlines, featureidkey="properties.polygon_id", locations=sorted(polygons),
                         z=[1] * len(polygons), showscale=False, colorscale=[[0, colour], [1, colour]])


def locate(place: Place) -> Place:
    """Give the pixel: plotly fits the world of Equal Earth into the window within its margins."""
    (x, y), (edge, _) = WORLD(*place), WORLD(CENTRE - 179.9999, 0)
    scale = (SIZE[0] / 2 - MARGIN) / -edge
    return SIZE[0] / 2 + scale * x, SIZE[1] / 2 - scale * y


if __name__ == "__main__":
    if is_helped():
        plotly.io.defaults.topojson = f"data:application/json,{NO_COUNTRIES}#"
    answer(draw, f"plotly {version('plotly')}, kaleido {version('kaleido')}")
