"""The presets: a button for each view that one click opens."""

from __future__ import annotations

import streamlit as st

from i18n import words
from scene.presets import PRESETS, Preset, opened
from ui.html import unmarked
from ui.state import current, put, said


def show_presets() -> None:
    """Draw the buttons in a row, at the end of the line of chips."""
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="presets"):
        st.markdown(said(words.PRESETS), width="content")
        for preset in PRESETS:
            st.button(unmarked(said(preset.title)), key=f"preset:{preset.id}", on_click=_open, args=(preset,))


def _open(preset: Preset) -> None:
    put(opened(preset, current()))
