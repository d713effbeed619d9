"""The session's choice, the widgets that change it and the address that holds it.

The choice lives in the session. The address wins when it differs from the one written last (a pasted link,
the back button); a widget wins when it is touched. Widgets are set from the choice before each is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from geo.countries import read_countries
from i18n.text import Lang, Text
from scene.choice import MOST_SELECTED, Choice
from scene.dropped import say_too_many
from scene.grammar import read_choice, write_choice
from scene.survey import find_row
from ui.brought import stand_beside

CHOICE, WRITTEN, NOTICES, LAG = "choice", "written", "notices", "lag"


def is_new() -> bool:
    """Tell whether this session has shown no page yet."""
    return CHOICE not in st.session_state


def open_choice() -> Choice:
    """Take the choice for this run: the address's when it changed, else the session's."""
    stand_beside()
    if is_new() or _address() != st.session_state[WRITTEN]:
        _take_address()
    st.session_state[LAG] = max(0, st.session_state[LAG] - 1)
    write_address()
    return current()


def current() -> Choice:
    """Give the session's choice; its own layers stand beside ours from here on, in a callback as in a run."""
    stand_beside()
    choice: Choice = st.session_state[CHOICE]
    return choice


def _went_elsewhere() -> bool:
    """Tell whether this run is for an address that the person went to, with "back" say.

    Widgets seem touched then, when the run before was broken off: the browser sends values that it never updated.
    """
    return not st.session_state[LAG] and _address() != st.session_state[WRITTEN]


def _take_address() -> None:
    address = _address()
    reading = read_choice(address)
    st.session_state[CHOICE], st.session_state[NOTICES] = reading.choice, reading.notices
    st.session_state[WRITTEN], st.session_state[LAG] = address, 0


def notices() -> tuple[Text, ...]:
    """Give what was dropped from the address, until the person changes something."""
    found: tuple[Text, ...] = st.session_state.get(NOTICES, ())
    return found


def put(choice: Choice, *, notices: tuple[Text, ...] = ()) -> None:
    """Take over a changed choice; called from callbacks, before the run."""
    before = current()
    put_whole(_beside_selection(choice, before).at_its_page(before), notices=notices)


def put_whole(choice: Choice, *, notices: tuple[Text, ...] = ()) -> None:
    """Take over a view as it is, whatever was there before."""
    if _went_elsewhere():
        return
    st.session_state[CHOICE], st.session_state[NOTICES] = choice, notices
    write_address()


def put_selected(name: str, *, add: bool = False) -> None:
    """Select a country or row; says so when no more can be added to the comparison."""
    put_many(current().opened(name, add=add))


def put_many(choice: Choice) -> None:
    """Take over a choice of which more may be selected than can stand side by side."""
    kept, beyond = choice.select[:MOST_SELECTED], choice.select[MOST_SELECTED:]
    put(replace(choice, select=kept), notices=(say_too_many(beyond),) if beyond else ())


def _beside_selection(choice: Choice, before: Choice) -> Choice:
    """Turn to the table of the row that was selected last, when another layer's is open."""
    found = find_row(choice.select[-1]) if choice.select and choice.table else None
    is_new = choice.select != before.select and choice.table == before.table
    if not (found and is_new) or choice.select[-1] in read_countries() or found[0].id not in choice.layers:
        return choice
    return choice if found[0].id == choice.table else replace(choice, table=found[0].id, sort="")


def changer(key: str, change: Callable[[Choice, object], Choice]) -> Callable[[], None]:
    """Make the callback of a widget: apply `change` to the choice with the widget's value."""
    return lambda: put(change(current(), st.session_state[key]))


def hold(key: str, value: object) -> str:
    """Set a widget from the choice before it is drawn, and give its key back."""
    st.session_state[key] = value
    return key


def write_address() -> None:
    """Write the choice into the address bar, when it is not there already.

    Until the next run, what the browser sends may still bear the address before: LAG counts the runs.
    """
    wanted = dict(parse_qsl(write_choice(st.session_state[CHOICE]), keep_blank_values=True))
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
        st.session_state[LAG] = 2
    st.session_state[WRITTEN] = _address()


def said(text: Text) -> str:
    """Read a phrase in the session's language."""
    choice: Choice | None = st.session_state.get(CHOICE)
    return text[choice.lang if choice else Lang.JA]


def _address() -> str:
    return urlencode([(key, value) for key in st.query_params for value in st.query_params.get_all(key)])
