"""The web page of the atlas: `make run` serves it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geo.files import held_still
from i18n import words
from i18n.text import Lang
from ui.boundary import one_sentence

STYLE = Path(__file__).parent / "ui" / "page.css"


def main() -> None:
    """Set the page up; whatever goes wrong becomes one sentence, never a traceback on the screen."""
    lang = Lang.EN if st.query_params.get("lang", "").lower() == Lang.EN else Lang.JA
    st.set_page_config(page_title=words.APP[lang], layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)
    with one_sentence(lang), held_still():
        from ui.page import show_page  # what is wrong with a panel is said on the page as well
        from ui.person import is_let_in

        if is_let_in(lang):
            show_page()


main()
