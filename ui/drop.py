"""A field in which a file is chosen or dropped."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping

import streamlit as st

from ui.parts import read_part

HTML = ('<div class="atlas-drop"><input type="file"><button type="button"></button>'
        '<span></span><div role="status"></div></div>')
LONGEST_NAME = 255  # as long as file systems let one be: its ending is the last to be cut


def show_drop(key: str, data: Mapping[str, object], take: Callable[[], None]) -> None:
    """Draw the field: `data` holds its words, what it accepts, and whether it wants the whole file (web/drop.js)."""
    read_part("drop", HTML)(key=key, data=dict(data), on_read_change=take)


def taken(key: str) -> tuple[str, bytes]:
    """Give name and content of the file that has just been read."""
    told = st.session_state[key]["read"]
    return str(told["name"])[:LONGEST_NAME], b64decode(str(told["content"]))


def follows(key: str) -> bool:
    """Tell whether it was chosen together with the one before."""
    return bool(st.session_state[key]["read"].get("follows"))
