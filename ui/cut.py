"""What if a cable is cut: the question beside a cable or a landing, and the answer above the map."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from i18n import words
from layers.base import Kind
from layers.wording import name_of
from scene.cut import Cut, can_be_cut
from scene.scene import Scene
from scene.survey import find_row
from ui.html import element, unmarked
from ui.html import words as plain
from ui.state import current, put, said


def offer_cut(selected: str) -> None:
    """Draw the button that cuts a selected cable or landing in thought, where it is one in service."""
    found = find_row(selected)
    if not found or selected in current().cut or not can_be_cut(selected):
        return
    layer, row = found
    st.button(said(words.ASK_CUT[layer.kind == Kind.LINE]), key=f"cut:{selected}",
              help=unmarked(name_of(row, current().lang)), on_click=_cut, args=(selected, layer.id))


def show_cut(scene: Scene) -> None:
    """Say who loses every path, and offer to take the cut back.

    The outer container stands there without a cut too: what comes before the map must not change its place,
    or the map is mounted anew.
    """
    with st.container():
        if scene.cut:
            _tell(scene.cut)


def _tell(cut: Cut) -> None:
    caption, *losses, limits = cut.sentences
    told = element("strong", plain(said(cut.title))) + plain(f" ({said(caption)}) ")
    lost = "".join(element("li", plain(said(sentence))) for sentence in losses)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="cut"):
        st.html(element("div", told + element("ul", lost) + element("small", plain(said(limits)))), width="stretch")
        st.button(said(words.UNDO_CUT), key="uncut", on_click=lambda: put(replace(current(), cut=())))


def _cut(name: str, layer_id: str) -> None:
    """Cut one more; its layer shows, so that the cut is seen."""
    choice = current()
    put(replace(choice, cut=(*choice.cut, name), layers=choice.layers | {layer_id}))
