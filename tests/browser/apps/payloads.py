"""The map with a script in every text that comes from data."""

from __future__ import annotations

from tests.poisoned import poison

poison()

import streamlit as st  # noqa: E402
from streamlit_folium import st_folium  # noqa: E402

from render.interactive import base_map, update  # noqa: E402
from scene.choice import Choice  # noqa: E402
from scene.scene import build_scene  # noqa: E402

st.set_page_config(layout="wide")
value = st_folium(base_map(), key="map", height=620, use_container_width=True, returned_objects=[],
                  feature_group_to_add=update(build_scene(Choice(show_all=True))))
st.text(f"picked {value}")
