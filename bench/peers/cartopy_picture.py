"""Cartopy, as its gallery does it: Equal Earth on 150° E, shapes and lines given in longitudes and latitudes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import cartopy
import cartopy.crs as ccrs
import geopandas as gpd
import matplotlib as mpl

from bench.peers.peer import COLOURS, SIZE, Facts, Locate, Place, answer

mpl.use("Agg")
DPI = 144


@cache
def read_outlines(path: str) -> gpd.GeoDataFrame:
    """Read the outlines once, as anyone would who draws more than one picture."""
    return gpd.read_file(path)


def draw(facts: Facts, out: Path) -> Locate:
    """Draw and save the picture."""
    import matplotlib.pyplot as plt

    figure = plt.figure(figsize=(SIZE[0] / DPI, SIZE[1] / DPI), dpi=DPI)
    axes: Any = figure.add_axes((0.02, 0.05, 0.96, 0.9), projection=ccrs.EqualEarth(central_longitude=150))
    axes.set_global()
    axes.set_facecolor(COLOURS["sea"])
    outlines, plate = read_outlines(facts.outlines), ccrs.PlateCarree()
    coloured = outlines["iso_a3"].isin(facts.adopters)
    for rows, colour in ((outlines[~coloured], COLOURS["land"]), (outlines[coloured], COLOURS["adopter"])):
        axes.add_geometries(rows.geometry, crs=plate, facecolor=colour, edgecolor="#a9a9a2", linewidth=0.4)
    for line in facts.cables:
        axes.plot(*zip(*line, strict=True), color=COLOURS["cable"], linewidth=1.3, transform=plate)
    axes.scatter(*zip(*facts.sites, strict=True), color=COLOURS["site"], s=20, transform=plate, zorder=5)
    axes.set_title("地デジ日本方式(ISDB-T)採用国、光海底ケーブル、データセンター")
    figure.savefig(out, dpi=DPI)
    plt.close(figure)

    def locate(place: Place) -> Place:
        x, y = axes.transData.transform(axes.projection.transform_point(*place, plate))
        return float(x), SIZE[1] - float(y)

    return locate


if __name__ == "__main__":
    answer(draw, f"cartopy {cartopy.__version__}")
