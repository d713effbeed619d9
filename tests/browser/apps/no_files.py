"""The page of the atlas on a day when pictures can be seen and no file of them can be made."""

from __future__ import annotations

import streamlit as st

from i18n.errors import AtlasError
from i18n.text import same
from render.picture import preview
from ui.page import show_page


def fail(*_asked: object) -> bytes:
    """Refuse to make a file, as a check of it would."""
    raise AtlasError(same("The *check* failed."))


st.set_page_config(layout="wide")
vars(preview)["save"] = fail
show_page()
