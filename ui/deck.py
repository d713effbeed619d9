"""The panel of a deck of slides: which parts it holds and what it looks like, over what makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from analysis.deck import leaves
from geo.files import held_still
from i18n import making as words
from i18n.text import Lang, Text
from render.deck.apart import Brought, Order
from scene.choice import DECK_PARTS, Choice
from scene.scene import build_scene
from ui import panel, state
from ui.appearance import check_each, show_stamp
from ui.boundary import one_sentence
from ui.brought import brought
from ui.html import unmarked
from ui.making import show_making, stop_half_made
from ui.notices import show_notices
from ui.panel import show_opener
from ui.state import current, hold, said
from ui.template import show_template, template

KEY, SPOKEN, PLAIN = "deck", "deck_spoken", "deck_plain"
LANGUAGES = {Lang.JA: words.JAPANESE, Lang.EN: words.ENGLISH}
MAPS = {False: words.SHAPES, True: words.PICTURES}


def show_button() -> None:
    """Draw the button that opens the panel."""
    show_opener(words.DECK, KEY)


def show_panel() -> None:
    """Draw the panel while it is open."""
    panel.show_panel(words.TITLE, KEY, _draw, closing=stop_half_made)


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
        show_making(scene, _order(scene.choice))


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
    st.segmented_control(unmarked(said(label)), list(offered), key=key, on_change=partial(_keep, name, key),
                         format_func=lambda code: unmarked(said(offered[code])))


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
    own = tuple(Brought(each.own, each.layer.title.ja) for each in brought())
    return Order(replace(choice, lang=_spoken(choice)), _is_plain(), kept.content if kept else None, own)
