"""The corpus of markup in labels and sentences of Streamlit's, through the one escaping point."""

from __future__ import annotations

import streamlit as st

from tests.markup import PAYLOADS
from ui.html import unmarked

st.set_page_config(layout="wide")
for number, payload in enumerate(PAYLOADS):
    with st.container(key=f"sentence{number}"):
        st.markdown(unmarked(payload))
    if number % 4 == 0:
        st.button(unmarked(payload), key=f"label{number}")
st.text("done")
