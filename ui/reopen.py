"""A view opened from a picture of it: drop the file, get the page back, and what has changed since."""

from __future__ import annotations

import streamlit as st

from analysis.reopened import say_changes
from i18n import words
from i18n.errors import AtlasError
from render.packet import read_memory
from scene.grammar import read_choice
from scene.limits import LARGEST_MB, LONGEST_PACKET, MB, MOST_PARTS, MOST_SWELLING
from scene.scene import build_scene
from ui.drop import show_drop, taken
from ui.html import unmarked
from ui.state import put_whole, said

BOX, FIELD, PROBLEM = "reopen", "reopen_field", "reopen_problem"
ACCEPT = ".png,.svg,.pdf,.pptx,.html"
WORDS = {"choose": words.REOPEN_CHOOSE, "drop": words.REOPEN_DROP, "unread": words.REOPEN_UNREAD}
LIMITS = {"file": LARGEST_MB * MB, "packet": LONGEST_PACKET, "parts": MOST_PARTS, "swelling": MOST_SWELLING}


def show_reopen() -> None:
    """Draw the field that takes a picture, and what was wrong with the last one."""
    st.caption(said(words.REOPEN_HELP))
    told = {name: said(text).format(most=LARGEST_MB) for name, text in WORDS.items()}
    show_drop(FIELD, {"words": told, "limits": LIMITS, "accept": ACCEPT}, _take)
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(unmarked(said(problem)))


def _take() -> None:
    """Open the picture; one that cannot be opened leaves the view as it is."""
    name, content = taken(FIELD)
    try:
        _open(name, content)
    except AtlasError as error:
        st.session_state[PROBLEM] = words.NOT_REOPENED.format(file=name, problem=error.text)


def _open(name: str, content: bytes) -> None:
    """Take over the view that a file remembers and close the box; raises AtlasError when it has none."""
    memory = read_memory(content)
    reading = read_choice(memory.query)
    first, *more = say_changes(memory, build_scene(reading.choice))
    put_whole(reading.choice, notices=(words.REOPENED.format(file=name) + first, *more, *reading.notices))
    st.session_state[BOX] = False
