"""Plotly with kaleido: a choropleth of plotly's own countries, written as a static picture."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import plotly.graph_objects as go

from bench.peers.peer import COLOURS, SIZE, Facts, Locate, Place, answer


def draw(facts: Facts, out: Path) -> Locate:
    """Build the figure and write it."""
    figure = go.Figure(go.Choropleth(
        locations=list(facts.adopters), z=[1] * len(facts.adopters), showscale=False,
        colorscale=[[0, COLOURS["adopter"]], [1, COLOURS["adopter"]]],
    ))
    for line in facts.cables:
        lons, lats = zip(*line, strict=True)
        figure.add_trace(go.Scattergeo(lon=lons, lat=lats, mode="lines", line_color=COLOURS["cable"]))
    figure.update_geos(projection_type="equal earth", projection_rotation_lon=150, landcolor=COLOURS["land"],
                       showocean=True, oceancolor=COLOURS["sea"])
    figure.write_image(out, width=SIZE[0], height=SIZE[1])

    def locate(place: Place) -> Place:
        raise NotImplementedError("plotly does not say where a place came to lie")

    return locate


if __name__ == "__main__":
    answer(draw, f"plotly {version('plotly')}, kaleido {version('kaleido')}")
