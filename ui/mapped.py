"""The map on the page: one folium map a session; a click on it selects."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit_folium import st_folium

from render.interactive import base_map, update
from scene.scene import Scene
from ui.state import current, put

KEY, HEIGHT = "map", 620


def show_map(scene: Scene) -> None:
    """Draw the map, or restyle the one that is there."""
    st_folium(base_map(), key=KEY, height=HEIGHT, use_container_width=True, returned_objects=[],
              feature_group_to_add=update(scene), on_change=_select, render=False)


def _select() -> None:
    picked = (st.session_state.get(KEY) or {}).get("picked")
    if picked is not None:
        put(replace(current(), select=(str(picked),) if picked else ()))
