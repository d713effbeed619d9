"""The map on the page: one folium map a session, and what the person does on it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.meridian import wrap
from render.interactive import base_map, update
from scene.choice import Choice
from scene.readers import READERS
from scene.scene import Scene
from scene.switches import switch
from ui.brought import served
from ui.state import current, put_many

KEY, HEIGHT = "map", 620
HEAD_START = 0.03
"""Seconds in which the browser can draw the map before the rest of the page comes, which would be drawn first."""


def show_map(scene: Scene) -> None:
    """Draw the map, or restyle the one that is there."""
    st_folium(base_map(), key=KEY, height=HEIGHT, use_container_width=True, returned_objects=[],
              feature_group_to_add=update(scene, heard=_message().get("at", 0), own=served()),
              on_change=_hear, render=False)


def go_ahead() -> None:
    """Let the browser draw the map before the rest reaches it: it changes a third sooner than with all the rest."""
    time.sleep(HEAD_START)


def _message() -> Mapping[str, Any]:
    """Give what the map told last; each message has a number of its own, `at`."""
    return st.session_state.get(KEY) or {}


def _hear() -> None:
    message = _message()
    for told, change in CHANGES.items():
        if told in message:
            put_many(change(current(), message))


def _pick(choice: Choice, message: Mapping[str, Any]) -> Choice:
    """Select what was clicked, or nothing; `add` puts it beside what is selected, or takes it away again."""
    return choice.opened(str(message["picked"]), add=bool(message.get("add")))


def _toggle(choice: Choice, message: Mapping[str, Any]) -> Choice:
    layer_id, code, on = message["toggle"]
    return switch(choice, str(layer_id), str(code), on=bool(on))


def _move(choice: Choice, message: Mapping[str, Any]) -> Choice:
    """Keep the extent that the map was moved to; None lets the filters place the map again."""
    if message["moved"] is None:
        return replace(choice, bbox=None)
    west, south, east, north = (float(edge) for edge in message["moved"])
    return READERS["bbox"](choice, f"{wrap(west, centre=0)},{south},{wrap(east, centre=0)},{north}")[0]


def _narrow_years(choice: Choice, message: Mapping[str, Any]) -> Choice:
    """Narrow to the years of the slider; None lifts them."""
    if message["years"] is None:
        return replace(choice, year=None)
    first, last = map(int, message["years"])
    return READERS["year"](choice, f"{first}-{last}")[0]


CHANGES: Mapping[str, Callable[[Choice, Mapping[str, Any]], Choice]] = {
    "picked": _pick, "toggle": _toggle, "moved": _move, "years": _narrow_years,
    "plan": lambda choice, message: READERS["plan"](replace(choice, plan=""), str(message["plan"]))[0],
}
