"""A panel: a large box over the page, drawn while it is open; what is changed in it leaves the page alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from i18n.text import Text
from ui import state
from ui.html import unmarked
from ui.state import said


def show_opener(label: Text, key: str) -> None:
    """Draw the button that opens a panel."""
    st.button(unmarked(said(label)), key=key, on_click=partial(st.session_state.__setitem__, _open(key), True))


def show_panel(title: Text, key: str, draw: Callable[[], None], *, closing: Callable[[], None] = lambda: None) -> None:
    """Draw a panel while it is open; `closing` ends what goes with it alone."""
    if st.session_state.get(_open(key)):
        st.dialog(unmarked(said(title)), width="large", on_dismiss=partial(_close, key, closing))(draw)()


def _open(key: str) -> str:
    return f"{key}_open"


def _close(key: str, closing: Callable[[], None]) -> None:
    """Close a panel; the address is written once more, for the browser may not have heard of the last change."""
    st.session_state.pop(_open(key), None)
    closing()
    state.put(state.current())
