"""The search box at the head of the page: what a typed text finds, and the view that a phrase asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis.search.answer import Answer, Hit, find
from analysis.search.entry import Kind
from i18n import search as words
from i18n.text import LISTED, Lang, Text
from scene.grammar import read_choice
from ui.brought import brought
from ui.html import element, unmarked
from ui.html import words as plain
from ui.state import current, put, said

KEY = "search"


def show_box() -> None:
    """Draw the box."""
    st.text_input(said(words.SEARCH), key=KEY, placeholder=said(words.EXAMPLE), label_visibility="collapsed", width=260)


def show_found() -> None:
    """Draw what is found once something is typed."""
    typed = st.session_state.get(KEY, "")
    if typed.strip():
        with st.container(key="found"):
            _show(find(typed, current().lang, beside=[each.names() for each in brought()]))


def _show(answer: Answer) -> None:
    """Draw the view of the phrase first, then the hits by their kind, and what was not understood."""
    if answer.choice is not None:
        st.html(element("p", plain(said(_listed(words.CONDITIONS, "parts", answer.taken)))))
        st.button(said(words.SHOW_VIEW), key="search:view", type="primary", on_click=_open, args=(answer,))
    if answer.not_understood:
        named = _listed(words.NOT_UNDERSTOOD, "words", answer.not_understood)
        st.html(element("p", plain(said(named)), "atlas-quiet"))
    if not answer.hits and answer.choice is None:
        st.html(element("p", plain(said(words.NOTHING_FOUND)), "atlas-quiet"))
    for kind, hits in _by_kind(answer.hits).items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"found:{kind}"):
            st.markdown(said(words.KINDS[kind]), width="content")
            for hit in hits:
                st.button(unmarked(hit.title), key=f"hit:{hit.kind}:{hit.id}", help=unmarked(hit.detail) or None,
                          on_click=_open, args=(hit,))


def _open(found: Hit | Answer) -> None:
    """Take over the view of a hit or of the phrase; language and look stay, and the box is emptied."""
    before = current()  # first of all: own layers, which a hit may name, stand beside ours from here on
    choice = found.choice if isinstance(found, Answer) else read_choice(found.query).choice
    if choice is not None:
        put(replace(choice, lang=before.lang, look=before.look))
    st.session_state[KEY] = ""


def _listed(sentence: Text, name: str, parts: Sequence[str]) -> Text:
    """Put words into a sentence, listed as each language lists."""
    return Text(*(sentence.format(**{name: LISTED[lang].join(parts)})[lang] for lang in Lang))


def _by_kind(hits: Sequence[Hit]) -> dict[Kind, list[Hit]]:
    """Group the hits, the kinds in the order in which the best of each was found."""
    groups: dict[Kind, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.kind, []).append(hit)
    return groups
