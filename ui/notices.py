"""What must be said of the view before it is looked at, in one box: dropped parts, emptied layers, broken data."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from i18n.text import Text
from ui.state import said


def show_notices(notices: Sequence[Text]) -> None:
    """Draw the box, a line each; nothing where nothing must be said."""
    if notices:
        st.warning("  \n".join(said(notice) for notice in notices))  # two blanks: Markdown's end of a line
