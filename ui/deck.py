"""The panel that makes a deck of slides: what it holds and looks like, how far it is, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import ceil
from typing import Any

import streamlit as st

from analysis.deck import leaves
from geo.files import held_still
from i18n import making as words
from i18n.text import Lang, Text, same
from render.deck.apart import Making, Order
from render.files import SLIDES, file_name
from scene.choice import DECK_PARTS, Choice
from scene.scene import Scene, build_scene
from ui import state
from ui.appearance import check_each, show_stamp
from ui.boundary import one_sentence
from ui.html import unmarked
from ui.notices import show_notices
from ui.picture import SLIDES as MIME
from ui.state import current, hold, said
from ui.template import show_template, template

OPEN, MAKING, SPOKEN, PLAIN = "deck_open", "deck_making", "deck_spoken", "deck_plain"
TICK = 1.0
"""Seconds between two looks at how far a deck is."""
LANGUAGES = {Lang.JA: same("日本語"), Lang.EN: same("English")}
MAPS = {False: words.SHAPES, True: words.PICTURES}
MOST_SECONDS = 50
"""What is told in seconds; from there on in minutes."""


def show_button() -> None:
    """Draw the button that opens the panel."""
    st.button(said(words.DECK), key="deck", on_click=_open)


def show_panel() -> None:
    """Draw the panel while it is open; what is changed in it leaves the page alone."""
    if st.session_state.get(OPEN):
        st.dialog(said(words.TITLE), width="large", on_dismiss=_close)(_draw)()


def _open() -> None:
    st.session_state[OPEN] = True


def _close() -> None:
    """Close the panel, with it what is only half made; the address is written once more, as by the picture panel."""
    st.session_state.pop(OPEN, None)
    _stop_half_made()
    state.put(current())


def _draw() -> None:
    """Draw the panel: what the deck holds on the left, what it looks like on the right, the making under both."""
    with one_sentence(current().lang), held_still():
        scene = build_scene(current())
        show_notices(state.notices())
        if not scene.count:
            st.info(said(words.NO_ROWS))
            return
        st.caption(said(words.WHAT))
        holds, looks = st.columns(2, gap="medium")
        with holds, st.container(key="deck_holds"):
            _choose_parts(scene.choice)
        with looks, st.container(key="deck_looks"):
            _choose_look(scene.choice)
        _show_making(scene, _order(scene.choice))


def _choose_parts(choice: Choice) -> None:
    """Offer each part with the slides that it gives."""
    counts = {part: len(leaves(replace(choice, deck=frozenset({part})))) - 1 for part in DECK_PARTS}
    told = {part: words.COUNTED.format(part=label, count=counts[part]) for part, label in DECK_PARTS.items()}
    st.markdown(f"**{said(words.PARTS)}**")
    check_each("deck", told, choice.deck, _hold_part)
    if not counts["chosen"] and "chosen" in choice.deck:
        st.caption(said(words.NO_CHOSEN))


def _hold_part(code: str, choice: Choice, on: object) -> Choice:
    return replace(choice, deck=choice.deck | {code} if on else choice.deck - {code})


def _choose_look(choice: Choice) -> None:
    _choose(words.LANGUAGE, SPOKEN, LANGUAGES, _spoken(choice))
    _choose(words.MAPS, PLAIN, MAPS, _is_plain())
    show_stamp(choice)
    show_template()


def _choose(label: Text, name: str, offered: Mapping[Any, Text], chosen: object) -> None:
    """Offer one of some; what is chosen stays in the session, for a link opens the page and not the panel."""
    key = hold(f"{name}_asked", chosen)
    st.segmented_control(said(label), list(offered), format_func=lambda code: said(offered[code]), key=key,
                         on_change=partial(_keep, name, key))


def _keep(name: str, key: str) -> None:
    """Keep what was chosen; the same button pressed again changes nothing."""
    if st.session_state[key] is not None:
        st.session_state[name] = st.session_state[key]


def _spoken(choice: Choice) -> Lang:
    """Give the language of the slides: the page's, unless another was chosen."""
    return Lang(st.session_state.get(SPOKEN, choice.lang))


def _is_plain() -> bool:
    return bool(st.session_state.get(PLAIN, False))


def _order(choice: Choice) -> Order:
    kept = template()
    return Order(replace(choice, lang=_spoken(choice)), _is_plain(), kept.content if kept else None)


def _show_making(scene: Scene, order: Order) -> None:
    """Draw how large the deck is, the button that makes or stops it, how far it is, and the file."""
    making = _making(order)
    is_on_its_way = making is not None and making.result is None
    st.markdown(said(words.TOTAL.format(count=order.count, time=_lasting(order.seconds))))
    if making and isinstance(making.result, bytes):
        st.download_button(said(words.SAVE), making.result, file_name(scene, SLIDES.lstrip("."), "deck"), MIME,
                           key="save:deck", type="primary", on_click="ignore")
    elif is_on_its_way:
        st.button(said(words.STOP), key="deck_go", on_click=_stop_half_made, type="primary")
    else:
        st.button(said(words.MAKE), key="deck_go", on_click=_make, args=(order,), type="primary")
    if making:
        st.fragment(_show_how_far, run_every=TICK if is_on_its_way else None)(making, is_on_its_way)


def _show_how_far(making: Making, was_on_its_way: bool) -> None:
    """Draw how far a deck is; once it is there, the page is drawn anew and offers it."""
    if making.result is None:
        step = words.STEP.format(done=making.done, total=making.total) if making.done else words.BEGUN
        st.progress(making.done / making.total, text=said(words.WAITING if making.is_waiting else step))
    elif was_on_its_way:
        st.rerun()
    elif isinstance(making.result, Text):
        st.error(unmarked(said(making.result)))
    else:
        st.success(said(words.READY.format(size=f"{len(making.result) / 1_000_000:.1f}")))


def _making(order: Order) -> Making | None:
    """Give the making of this deck; that of another one is over, for something else is asked for now."""
    making: Making | None = st.session_state.get(MAKING)
    if making and making.order != order:
        making.stop()
        del st.session_state[MAKING]
        return None
    return making


def _make(order: Order) -> None:
    st.session_state[MAKING] = Making(order)


def _stop_half_made() -> None:
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
