"""What must be said of the view before it is looked at, in one box: dropped parts, emptied layers, broken data.

The words may quote an address or a cell of the data, so they are never Markdown: that could load a picture.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from i18n import words
from i18n.text import Text
from ui.html import element
from ui.html import words as escaped
from ui.state import said

SEEN = 3
"""So many lines show; the rest is folded, or an odd address would push the map off the screen."""


def show_notices(notices: Sequence[Text]) -> None:
    """Draw the box, a line each; nothing where nothing must be said."""
    if notices:
        st.html(f'<div class="atlas-notices" role="status">{_lines(notices[:SEEN])}{_folded(notices[SEEN:])}</div>')


def _lines(notices: Sequence[Text]) -> str:
    return "".join(element("p", escaped(said(notice))) for notice in notices)


def _folded(notices: Sequence[Text]) -> str:
    if not notices:
        return ""
    more = element("summary", escaped(said(words.MORE_NOTICES.format(count=len(notices)))))
    return element("details", more + _lines(notices))
