"""A page with nothing but the map and a few buttons that change the query, for the browser tests."""

from __future__ import annotations

import time

import streamlit as st
from streamlit_folium import st_folium

from render.interactive import base_map, update
from scene.grammar import read_choice
from scene.scene import build_scene
from ui.mapped import CHANGES

QUERIES = {
    "default": "",
    "all": "show=all",
    "isdbt": "layers=isdbt",
    "planned": "cables.status=planned",
    "english": "lang=en",
    "oceania": "region=oceania",
}

st.set_page_config(layout="wide")
state = st.session_state
state.setdefault("query", st.query_params.get("q", ""))
for column, (name, query) in zip(st.columns(len(QUERIES)), QUERIES.items(), strict=True):
    if column.button(name):
        state.query = query
state.runs = state.get("runs", 0) + 1
message = state.get("map") or {}
heard = state.setdefault("heard", {})
heard.update({told: message for told in ("moved", "years") if told in message})
choice = read_choice(state.query).choice
for told, asked in heard.items():
    choice = CHANGES[told](choice, asked)
scene = build_scene(choice)
start = time.thread_time()
value = st_folium(
    base_map(), key="map", height=620, use_container_width=True, returned_objects=[], render=False,
    feature_group_to_add=update(scene, heard=message.get("at", 0)),
)
spent = 1000 * (time.thread_time() - start)
st.text(f"runs {state.runs} | picked {value} | query {state.query} | cpu {spent:.1f} ms")
