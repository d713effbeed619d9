"""The page as a whole: which panels stand on it and in what order they are drawn."""

from __future__ import annotations

import streamlit as st

from i18n import words
from scene.scene import Scene, build_scene
from ui import (
    back,
    chips,
    comparison,
    cut,
    deck,
    desk,
    document,
    exports,
    facts,
    filters,
    header,
    mapped,
    memory,
    notices,
    pages,
    picture,
    search,
    state,
    tables,
    turns,
)
from ui.html import unmarked


def show_page() -> None:
    """Draw the page when its turn has come."""
    is_first = state.is_new()
    with turns.in_turn(is_first=is_first):
        _show_page(is_first=is_first)


def _show_page(*, is_first: bool) -> None:
    """Draw the map first, since it answers soonest, then from top to bottom as it is seen."""
    scene = build_scene(state.open_choice())
    above = st.container(key="above")  # always there: what moves down would load the map anew
    map_side, facts_side = st.columns([7, 3], gap="medium")
    with map_side:
        mapped.show_map(scene)
        if not is_first:  # whose map is not there yet
            mapped.go_ahead()
    with above:
        _above_the_map(scene)
    filters.show_filters(scene)
    with facts_side, st.container(height=desk.STRIP if scene.choice.view else mapped.HEIGHT, key="facts"):
        facts.show_facts(scene)
    _below_the_map(scene)
    memory.settle()


def _above_the_map(scene: Scene) -> None:
    document.show_document(scene.lang)
    header.show_header(scene.choice)
    search.show_found()
    notices.show_notices((*state.notices(), *scene.notices))
    pages.show_pages(scene.choice)
    chips.show_chips(scene)
    cut.show_cut(scene)


def _below_the_map(scene: Scene) -> None:
    desk.show_desk(scene)
    comparison.show_comparison(scene)
    exports.show_exports(scene)
    tables.show_table(scene)
    st.caption(unmarked(words.AS_OF_DATA.format(date=scene.as_of)[scene.lang]))
    turns.step_aside()
    picture.show_panel()  # last: while its preview is drawn, the page is there
    deck.show_panel()
    back.watch_connection()
