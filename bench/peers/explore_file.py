"""GeoDataFrame.explore of geopandas: countries, lines and points on one interactive map, saved as a file."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely import LineString, Point

from bench.peers.peer import COLOURS, Facts, answer


@cache
def read_outlines(path: str) -> gpd.GeoDataFrame:
    """Read the outlines once."""
    return gpd.read_file(path)[["iso_a3", "geometry"]]


def draw(facts: Facts, out: Path) -> None:
    """Build the map and save it."""
    outlines = read_outlines(facts.outlines)
    land = outlines.assign(kind=outlines["iso_a3"].isin(facts.adopters).map({True: "adopter", False: "land"}))
    cables = gpd.GeoDataFrame(geometry=[LineString(line) for line in facts.cables], crs=4326)
    sites = gpd.GeoDataFrame(geometry=[Point(site) for site in facts.sites], crs=4326)
    world: Any = land.explore(column="kind", cmap=[COLOURS["adopter"], COLOURS["land"]], location=(10, 150),
                              zoom_start=2, style_kwds={"weight": 0.5, "fillOpacity": 1})
    cables.explore(m=world, color=COLOURS["cable"])
    sites.explore(m=world, color=COLOURS["site"], marker_kwds={"radius": 4})
    world.save(out)


if __name__ == "__main__":
    answer(draw, f"geopandas {version('geopandas')} explore")
