"""Boxes that open: what is in them is made and sent only while they are open."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from i18n.text import Text
from ui.html import unmarked
from ui.state import said


def show_popover(label: Text, key: str, draw: Callable[[], None], *, quiet: bool = False) -> None:
    """Draw a button that opens a box over the page."""
    box = st.popover(unmarked(said(label)), key=key, type="tertiary" if quiet else "secondary", on_change="rerun")
    if box.open:
        with box:
            draw()


def show_expander(label: Text, key: str, draw: Callable[[], None]) -> None:
    """Draw a line that unfolds a part of the page."""
    box = st.expander(unmarked(said(label)), key=key, on_change="rerun")
    if box.open:
        with box:
            draw()
