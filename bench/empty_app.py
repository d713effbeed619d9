"""The least that Streamlit can do: one button, one line of text."""

from __future__ import annotations

import streamlit as st

state = st.session_state
state.presses = state.get("presses", 0) + st.button("press")
st.text(f"pressed {state.presses}")
