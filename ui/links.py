"""The link of the view, to copy."""

from __future__ import annotations

import streamlit as st

from i18n import words
from i18n.own_page import LINK_LACKS
from i18n.text import LISTED
from layers.registry import find_layers, our_layers
from scene.grammar import write_choice
from scene.scene import Scene
from ui.html import unmarked
from ui.parts import read_part
from ui.state import said

HTML = '<div class="atlas-copy"><input readonly><button type="button"></button><span role="status"></span></div>'
WORDS = {
    "link": words.LINK, "copy": words.LINK_COPY, "copied": words.LINK_COPIED, "by_hand": words.LINK_BY_HAND,
}  # fmt: skip


def page_address() -> str:
    """Give the page's own address, to which a view is added as its query string."""
    return (st.context.url or "").partition("?")[0]


def show_link(scene: Scene) -> None:
    """Draw the link in a field with the button that copies it."""
    st.caption(said(words.LINK_HELP))
    ids = scene.choice.layers - our_layers().keys()
    if own := [layer.title for name, layer in find_layers().items() if name in ids]:
        st.info(unmarked(said(LINK_LACKS.format(titles=LISTED.join(own)))))
    told = {name: said(text) for name, text in WORDS.items()}
    read_part("copy", HTML)(key="copy", data={"query": write_choice(scene.choice), "words": told})
