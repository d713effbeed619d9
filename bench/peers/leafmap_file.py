"""Leafmap on folium: countries, lines and points on one interactive map, saved as a file."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geopandas as gpd
import leafmap.foliumap as leafmap
from shapely import LineString, Point

from bench.peers.peer import COLOURS, Facts, answer

PLAIN = {"draw_control": False, "measure_control": False, "fullscreen_control": False, "search_control": False}
"""Tools that come from other hosts and that this comparison does not use."""


@cache
def read_outlines(path: str) -> gpd.GeoDataFrame:
    """Read the outlines once."""
    return gpd.read_file(path)[["iso_a3", "geometry"]]


def draw(facts: Facts, out: Path) -> None:
    """Build the map and save it."""
    outlines = read_outlines(facts.outlines)
    cables = gpd.GeoDataFrame(geometry=[LineString(line) for line in facts.cables], crs=4326)
    sites = gpd.GeoDataFrame(geometry=[Point(site) for site in facts.sites], crs=4326)

    def style(feature: dict[str, Any]) -> dict[str, object]:
        kind = "adopter" if feature["properties"]["iso_a3"] in facts.adopters else "land"
        return {"fillColor": COLOURS[kind], "color": "#a9a9a2", "weight": 0.5, "fillOpacity": 1}

    world = leafmap.Map(center=(10, 150), zoom=2, **PLAIN)
    world.add_gdf(outlines, layer_name="countries", style_function=style, zoom_to_layer=False, info_mode=None)
    world.add_gdf(cables, layer_name="cables", style={"color": COLOURS["cable"]}, zoom_to_layer=False, info_mode=None)
    world.add_gdf(sites, layer_name="sites", zoom_to_layer=False, info_mode=None)
    world.to_html(str(out))


if __name__ == "__main__":
    answer(draw, f"leafmap {version('leafmap')}")
