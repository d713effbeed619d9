"""The table of what is shown, in pages; a row that is clicked opens its facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from i18n import words
from render.table import ids, table
from scene.grammar import write_choice
from scene.scene import Scene
from ui.state import current, put, said

PAGE_ROWS = 50


def show_table(scene: Scene) -> None:
    """Draw one page of the table under its count."""
    if not scene.count:
        st.info(said(words.TABLE_EMPTY))
        return
    first = _first_row(scene)
    last = min(first + PAGE_ROWS, scene.count)
    st.caption(said(words.TABLE_RANGE.format(total=scene.count, first=first + 1, last=last)))
    st.dataframe(table(scene).iloc[first:last], hide_index=True, key=_key(scene, first),
                 on_select=_opener(scene, first), selection_mode="single-row",
                 height="content" if last - first < 10 else 400)


def _first_row(scene: Scene) -> int:
    pages = -(-scene.count // PAGE_ROWS)
    if pages == 1:
        return 0
    return (st.pagination(pages, key=f"page:{_view(scene)}") - 1) * PAGE_ROWS


def _view(scene: Scene) -> str:
    """Name the rows shown: the table and its page start anew when they change, not when one is selected."""
    return write_choice(replace(scene.choice, select=(), title=""))


def _key(scene: Scene, first: int) -> str:
    return f"table:{first}:{_view(scene)}"


def _opener(scene: Scene, first: int) -> Callable[[], None]:
    def select() -> None:
        rows = st.session_state[_key(scene, first)].selection.rows
        chosen = (ids(scene)[first + rows[0]],) if rows else ()
        put(replace(current(), select=chosen))

    return select
