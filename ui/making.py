"""The making of a deck on the page: begun and stopped by a button, how far it is, and the file when it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from i18n import making as words
from i18n.errors import AtlasError
from i18n.text import Text
from render.deck.apart import Making, Order
from render.files import SLIDES, file_name
from scene.scene import Scene
from ui.html import unmarked
from ui.picture import SLIDES as MIME
from ui.state import said

MAKING, REFUSED = "deck_making", "deck_refused"
TICK = 1.0
"""Seconds between two looks at how far a deck is."""
MOST_SECONDS = 50
"""What is told in seconds; from there on in minutes."""


def show_making(scene: Scene, order: Order) -> None:
    """Draw how large the deck is, the button that makes or stops it, how far it is, and the file."""
    making = _making(order)
    is_on_its_way = making is not None and making.result is None
    st.markdown(unmarked(said(words.TOTAL.format(count=order.count, time=_lasting(order.seconds)))))
    if making and isinstance(making.result, bytes):
        st.download_button(said(words.SAVE), making.result, file_name(scene, SLIDES.lstrip("."), "deck"), MIME,
                           key="save:deck", type="primary", on_click="ignore")
    elif is_on_its_way:
        st.button(said(words.STOP), key="deck_go", on_click=stop_half_made, type="primary")
    else:
        st.button(said(words.MAKE), key="deck_go", on_click=_make, args=(order,), type="primary")
    if refused := st.session_state.pop(REFUSED, None):
        st.error(unmarked(said(refused)))
    if making:
        st.fragment(_show_how_far, run_every=TICK if is_on_its_way else None)(making, is_on_its_way)


def _show_how_far(making: Making, was_on_its_way: bool) -> None:
    """Draw how far a deck is; once it is there, the page is drawn anew and offers it."""
    if making.result is None:
        st.progress(making.done / making.total, text=unmarked(said(_step(making, making.ahead))))
    elif was_on_its_way:
        st.rerun()
    elif isinstance(making.result, Text):
        st.error(unmarked(said(making.result)))
    else:
        st.success(unmarked(said(words.READY.format(size=f"{len(making.result) / 1_000_000:.1f}"))))


def _step(making: Making, ahead: int) -> Text:
    if ahead:
        return words.WAITING.format(count=ahead)
    return words.STEP.format(done=making.done, total=making.total) if making.done else words.BEGUN


def _making(order: Order) -> Making | None:
    """Give the making of this deck; that of another one is over, for something else is asked for now."""
    making: Making | None = st.session_state.get(MAKING)
    if making and making.order != order:
        making.stop()
        del st.session_state[MAKING]
        return None
    return making


def _make(order: Order) -> None:
    try:
        st.session_state[MAKING] = Making(order, is_wanted=someone_here())
    except AtlasError as error:
        st.session_state[REFUSED] = error.text


def someone_here() -> Callable[[], bool]:
    """Give what tells, on any thread, whether the page of this session is still open; a reload opens another one."""
    context = get_script_run_ctx()
    if context is None or not st.runtime.exists():
        return lambda: True
    return partial(st.runtime.get_instance().is_active_session, context.session_id)


def stop_half_made() -> None:
    """End what is on its way; a deck that is done stays on offer."""
    making: Making | None = st.session_state.get(MAKING)
    if making and making.result is None:
        making.stop()
        del st.session_state[MAKING]


def _lasting(seconds: float) -> Text:
    """Say how long something takes, in numbers that nobody takes for exact."""
    if seconds < MOST_SECONDS:
        return words.SECONDS.format(count=5 * ceil(seconds / 5))
    return words.MINUTES.format(count=ceil(seconds / 60))
