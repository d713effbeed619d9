"""The session's choice, the widgets that change it and the address that holds it.

The choice lives in the session. The address wins when it differs from the one written last (a pasted link,
the back button); a widget wins when it is touched. Widgets are set from the choice before each is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from i18n.text import Lang, Text
from scene.choice import Choice
from scene.grammar import read_choice, write_choice

CHOICE, WRITTEN, NOTICES = "choice", "written", "notices"


def open_choice() -> Choice:
    """Take the choice for this run: the address's when it changed, else the session's."""
    address = _address()
    if CHOICE not in st.session_state or address != st.session_state[WRITTEN]:
        reading = read_choice(address)
        st.session_state[CHOICE], st.session_state[NOTICES] = reading.choice, reading.notices
    write_address()
    return current()


def current() -> Choice:
    """Give the session's choice."""
    choice: Choice = st.session_state[CHOICE]
    return choice


def notices() -> tuple[Text, ...]:
    """Give what was dropped from the address, until the person changes something."""
    found: tuple[Text, ...] = st.session_state.get(NOTICES, ())
    return found


def put(choice: Choice) -> None:
    """Take over a changed choice; called from callbacks, before the run."""
    st.session_state[CHOICE], st.session_state[NOTICES] = choice, ()
    write_address()


def changer(key: str, change: Callable[[Choice, object], Choice]) -> Callable[[], None]:
    """Make the callback of a widget: apply `change` to the choice with the widget's value."""
    return lambda: put(change(current(), st.session_state[key]))


def hold(key: str, value: object) -> str:
    """Set a widget from the choice before it is drawn, and give its key back."""
    st.session_state[key] = value
    return key


def write_address() -> None:
    """Write the choice into the address bar, when it is not there already."""
    wanted = dict(parse_qsl(write_choice(current()), keep_blank_values=True))
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = _address()


def said(text: Text) -> str:
    """Read a phrase in the session's language."""
    return text[st.session_state[CHOICE].lang if CHOICE in st.session_state else Lang.JA]


def _address() -> str:
    return urlencode([(key, value) for key in st.query_params for value in st.query_params.get_all(key)])
