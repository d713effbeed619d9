"""The way back of a page whose connection broke: it is drawn anew, as its address says, by whichever server answers."""

from __future__ import annotations

import streamlit as st

from ui.parts import read_part
from ui.person import is_signed_in


def watch_connection() -> None:
    """Let the page ask for itself once it is connected again; the run that follows does all the rest."""
    with st.container(key="back"):
        read_part("back", "<span hidden></span>")(key="back_again", data={"isSignedIn": is_signed_in()},
                                                     on_back_change=lambda: None)
