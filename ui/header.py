"""The head of the page: what this is, the search, the guide, the language, and who is signed in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from i18n import words
from i18n.text import Lang
from scene.choice import Choice
from ui.guide import show_guide
from ui.html import element
from ui.person import show_person
from ui.search import show_box
from ui.state import changer, hold, said

NAMES = {Lang.JA: "日本語", Lang.EN: "English"}


def show_header(choice: Choice) -> None:
    """Draw the title, the search box, the guide, the language switch, and the person where people sign in."""
    with st.container(horizontal=True, vertical_alignment="center", key="header"):
        title = element("h1", said(words.APP)) + element("p", said(words.SUBTITLE), "atlas-quiet")
        st.html(title, width="stretch")
        show_box()
        show_guide(choice.lang)
        key = hold("lang", choice.lang)
        st.segmented_control(said(words.LANGUAGE), list(Lang), key=key, format_func=NAMES.__getitem__,
                             label_visibility="collapsed", on_change=changer(key, _speak), width="content")
        show_person(choice.lang)


def _speak(choice: Choice, lang: Any) -> Choice:
    return replace(choice, lang=Lang(lang)) if lang else choice
