"""The map with a script in every text that comes from data; the checks that would refuse it are taken away."""

from __future__ import annotations

import pandas as pd

import geo.tables

PAYLOAD = (
    """</script><script>window.__pwned=1</script><img src=x onerror="window.__pwned=1">"""
    """{{'a'}}`${window.__pwned=1}`\u2028<!--"""
)
SPOILT = {"datacenters.csv": ["site_id"], "mocs.csv": ["moc_id"]}
"""Ids that nothing refers to can be spoilt as well."""

read_table = geo.tables.read_table


def spoilt(name: str) -> pd.DataFrame:
    """Read a table with the payload at the end of every text that is written in two languages."""
    table = read_table(name)
    texts = [column for column in table if str(column).endswith(("_ja", "_en"))]
    for column in (*texts, *SPOILT.get(name, [])):
        table[column] += PAYLOAD
    return table


# Before any other module takes the reader for itself.
geo.tables.read_table = spoilt

import layers.rows  # noqa: E402

for check in ("check", "check_table"):
    setattr(layers.rows, check, lambda *_, **__: None)

import streamlit as st  # noqa: E402
from streamlit_folium import st_folium  # noqa: E402

from render.interactive import base_map, update  # noqa: E402
from scene.choice import Choice  # noqa: E402
from scene.scene import build_scene  # noqa: E402

st.set_page_config(layout="wide")
value = st_folium(base_map(), key="map", height=620, use_container_width=True, returned_objects=[],
                  feature_group_to_add=update(build_scene(Choice(show_all=True))))
st.text(f"picked {value}")
