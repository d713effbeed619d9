"""The way everybody does it: a stock folium choropleth, built anew at every run and handed to st_folium."""

from __future__ import annotations

import folium
import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

QUERIES = {"default": "", "planned": "planned", "completed": "completed", "running": "in_progress"}


@st.cache_data
def read() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Read the same countries and adopters as the atlas."""
    return gpd.read_file("data/countries.geojson"), pd.read_csv("data/isdbt.csv", keep_default_na=False)


def draw(countries: gpd.GeoDataFrame, adopters: pd.DataFrame) -> folium.Map:
    """Make a map coloured by the year of adoption."""
    years = pd.to_numeric(adopters["adopted"].str[:4]).fillna(2003)  # Japan's own start
    shown = adopters.assign(year=years)
    world = folium.Map(location=(15, 150), zoom_start=2)
    colours = folium.Choropleth(
        geo_data=countries, data=shown, columns=["iso_a3", "year"], key_on="feature.properties.iso_a3",
        nan_fill_color="#e4e4de", line_weight=0.5,
    )
    for name in [name for name in colours._children if name.startswith("color_map")]:
        del colours._children[name]  # the usual trick against a second legend; it also spares the page d3
    colours.add_to(world)
    return world


st.set_page_config(layout="wide")
state = st.session_state
state.setdefault("query", "")
for column, (name, query) in zip(st.columns(len(QUERIES)), QUERIES.items(), strict=True):
    if column.button(name):
        state.query = query
state.runs = state.get("runs", 0) + 1
countries, adopters = read()
chosen = adopters[adopters["aso_status"] == state.query] if state.query else adopters
st_folium(draw(countries, chosen), key="map", height=620, use_container_width=True)
st.text(f"runs {state.runs} | {len(chosen)} adopters")
