"""How a picture looks and what it carries: look, projection, centre, title, parts, ground and stamp."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote

import streamlit as st

from geo.projection import PROJECTIONS
from i18n import picture as words
from i18n.text import LISTED, Text
from i18n.years import plain_date
from scene.choice import LOOKS, PARTS, STAMP_LENGTH, STAMPS, TITLE_LENGTH, Choice
from scene.grammar import read_choice
from scene.readers import READERS
from scene.scene import Scene
from ui.html import unmarked
from ui.state import changer, current, hold, put, said

BETWEEN = re.compile("[,、,]")


def show_appearance(scene: Scene) -> None:
    """Ask for all that a picture shows besides the rows."""
    choice = scene.choice
    _title(scene)
    with st.container(horizontal=True, vertical_alignment="bottom", key="looks"):
        _look(choice)
        key = hold("ground", choice.ground == "transparent")
        st.checkbox(said(words.CLEAR_GROUND), key=key, on_change=changer(key, _clear), width="content")
    _view(choice)
    st.markdown(f"**{said(words.PARTS)}**")
    with st.container(horizontal=True, key="parts"):
        check_each("part", PARTS, choice.parts, _carry)
    show_stamp(choice)


def _title(scene: Scene) -> None:
    """Ask for a title; while there is none, the one made from the view stands in the box."""
    key = hold("title", scene.choice.title)
    st.text_input(said(words.OWN_TITLE), key=key, max_chars=TITLE_LENGTH, placeholder=scene.title[scene.lang],
                  on_change=changer(key, lambda choice, title: READERS["title"](choice, str(title))[0]))


def _look(choice: Choice) -> None:
    key = hold("look", choice.look)
    st.segmented_control(said(words.LOOK), list(LOOKS), format_func=lambda code: said(LOOKS[code]), key=key,
                         on_change=changer(key, lambda choice, look: replace(choice, look=str(look or choice.look))))


def _view(choice: Choice) -> None:
    """Ask for projection and centre; only a globe can be tilted."""
    centres = {"centre": (words.CENTRE, 180.0), "centre_lat": (words.CENTRE_LAT, 90.0)}
    with st.container(horizontal=True, key="centres"):
        key = hold("projection", choice.projection)
        st.selectbox(said(words.PROJECTION), list(PROJECTIONS), key=key,
                     format_func=lambda code: said(PROJECTIONS[code].name),
                     on_change=changer(key, lambda choice, code: replace(choice, projection=str(code))))
        for part, (label, edge) in list(centres.items())[: 2 if PROJECTIONS[choice.projection].is_globe else 1]:
            key = hold(part, getattr(choice, part))
            st.number_input(unmarked(said(label)), -edge, edge, step=10.0, format="%g", key=key,
                            on_change=changer(key, partial(_centre, part)))


def _centre(part: str, choice: Choice, degrees: Any) -> Choice:
    changed: dict[str, Any] = {part: round(float(degrees), 2) + 0.0}
    return replace(choice, **changed)


def check_each(group: str, offered: Mapping[str, Text], chosen: Collection[str],
               change: Callable[[str, Choice, object], Choice]) -> None:
    """Offer one box a code."""
    for code, label in offered.items():
        key = hold(f"{group}:{code}", code in chosen)
        st.checkbox(unmarked(said(label)), key=key, on_change=changer(key, partial(change, code)), width="content")


def _carry(code: str, choice: Choice, on: object) -> Choice:
    return replace(choice, parts=choice.parts | {code} if on else choice.parts - {code})


def _clear(choice: Choice, on: object) -> Choice:
    return replace(choice, ground="transparent" if on else "filled")


def _mark(code: str, choice: Choice, on: object) -> Choice:
    """Set or lift a mark; marks stand before one's own words."""
    marks = [mark for mark in STAMPS if (on if mark == code else mark in choice.stamp)]
    return replace(choice, stamp=(*marks, *own_words(choice)))


def own_words(choice: Choice) -> tuple[str, ...]:
    """Give the pieces of a stamp line that are one's own."""
    return tuple(piece for piece in choice.stamp if piece not in STAMPS)


def show_stamp(choice: Choice) -> None:
    """Ask for the marks, today's date, and words of one's own."""
    st.markdown(f"**{said(words.STAMP)}**")
    own, today = own_words(choice), plain_date(date.today().isoformat())[choice.lang]
    with st.container(horizontal=True, vertical_alignment="center", key="stamps"):
        check_each("stamp", STAMPS, choice.stamp, _mark)
        st.button(said(words.STAMP_TODAY), key="stamp_today", disabled=today in own,
                  on_click=_write, args=([*own, today],))
    key = hold("stamp_own", LISTED[choice.lang].join(own))
    st.text_input(said(words.STAMP_OWN), key=key, max_chars=2 * STAMP_LENGTH,
                  on_change=lambda: _write(BETWEEN.split(st.session_state[key])))


def _write(pieces: Collection[str]) -> None:
    """Take over one's own words of the stamp line as an address would give them; what is too much is said."""
    marks = [mark for mark in STAMPS if mark in current().stamp]
    reading = read_choice(f"stamp={quote(','.join([*marks, *pieces]), safe=',')}")
    put(replace(current(), stamp=reading.choice.stamp), notices=reading.notices)
