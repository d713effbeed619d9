"""The template that a deck takes its design from: handed in, looked through at once, kept only in the session."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from i18n import making as words
from i18n.errors import AtlasError
from i18n.words import REOPEN_CHOOSE
from render.deck.template import MEGABYTE, MOST_BYTES, open_template
from ui.drop import show_drop, taken
from ui.html import element, unmarked
from ui.html import words as escaped
from ui.state import said

FIELD, KEPT, PROBLEM = "deck_template_field", "deck_template", "deck_template_problem"
ACCEPT = ".potx,.pptx"
LIMITS = {"file": MOST_BYTES}
WORDS = {"choose": REOPEN_CHOOSE, "drop": words.DESIGN_DROP,
         "unread": words.DESIGN_UNREAD.format(most=MOST_BYTES // MEGABYTE)}


@dataclass(frozen=True, slots=True)
class Template:
    """A file that was handed in, and found to be usable."""

    name: str
    content: bytes


def template() -> Template | None:
    """Give the session's template."""
    kept: Template | None = st.session_state.get(KEPT)
    return kept


def show_template() -> None:
    """Ask for a template, or name the one that is there and let it be taken away."""
    st.markdown(f"**{said(words.DESIGN)}**")
    if kept := template():
        with st.container(horizontal=True, vertical_alignment="center", key="deck_design"):
            st.html(element("span", escaped(said(words.DESIGN_TAKEN.format(name=kept.name)))), width="stretch")
            st.button(said(words.DESIGN_AWAY), key="deck_design_away", on_click=_put_away)
    else:
        st.caption(said(words.DESIGN_HELP))
        told = {name: said(text) for name, text in WORDS.items()}
        show_drop(FIELD, {"words": told, "accept": ACCEPT, "whole": True, "quiet": True, "limits": LIMITS}, _take)
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(unmarked(said(problem)))


def _take() -> None:
    """Keep the file; one that cannot be used is named, with why, and leaves things as they are."""
    name, content = taken(FIELD)
    try:
        open_template(content)
    except AtlasError as error:
        st.session_state[PROBLEM] = words.DESIGN_WRONG.format(name=name, problem=error.text)
    else:
        st.session_state[KEPT] = Template(name, content)


def _put_away() -> None:
    st.session_state.pop(KEPT, None)
