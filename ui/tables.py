"""The table of what is shown, one leaf at a time; a row that is chosen opens its facts and is ringed on the map."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import streamlit as st

from i18n import words
from i18n.text import Text
from render.leaf import Leaf, of_table, open_leaf
from scene.choice import Choice
from scene.scene import Scene
from ui.html import unmarked
from ui.parts import read_part
from ui.state import changer, current, hold, put, put_selected, said

KEY = "table"
WORDS = {
    "table": words.TABLE, "sort": words.TABLE_SORT, "near": words.TABLE_NEAR,
    "pages": words.TABLE_PAGES, "page": words.TABLE_PAGE, "back": words.TABLE_BACK, "on": words.TABLE_ON,
}  # fmt: skip


def show_table(scene: Scene) -> None:
    """Draw the open page of the table under the tabs of its layers."""
    if not scene.count:
        st.info(said(words.TABLE_EMPTY))
        return
    if len(scene.sheets) > 1:
        _tabs(scene)
    leaf = open_leaf(scene)
    mount = read_part("table", '<div class="atlas-table"></div>')
    mount(key=KEY, data=_written(leaf, scene), on_picked_change=_pick, on_sorted_change=_sort, on_turned_change=_turn)
    if leaf.beyond:
        st.caption(unmarked(said(words.TABLE_BEYOND.format(count=f"{leaf.beyond:,}"))))


def _written(leaf: Leaf, scene: Scene) -> bytes:
    """Write a leaf for web/table.js, as UTF-8: half of what Streamlit's own JSON takes for Japanese."""
    told = {name: said(text) for name, text in WORDS.items()}
    told["range"] = said(words.TABLE_RANGE.format(total=leaf.total, first=f"{leaf.first:,}", last=f"{leaf.last:,}"))
    content = {
        "words": told,
        "columns": [[column.id, column.label[scene.lang]] for column in leaf.columns],
        "lines": [[line.row_id, line.mark, line.cells] for line in leaf.lines],
        "sort": scene.choice.sort,
        "page": leaf.page,
        "pages": leaf.pages,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _tabs(scene: Scene) -> None:
    """Offer all layers in one table, or each alone with its own columns."""
    titles: dict[str, Text] = {"": words.TABLE_ALL.format(count=scene.count)}
    titles |= {sheet.layer.id: words.TABLE_TAB.format(layer=sheet.layer.title, count=len(sheet.rows))
               for sheet in scene.sheets}
    is_own = len(of_table(scene).sheets) == 1
    key = hold("table_tab", scene.choice.table if is_own else "")
    st.segmented_control(said(words.TABLE_TABS), list(titles), key=key, label_visibility="collapsed",
                         format_func=lambda code: unmarked(said(titles[code])), on_change=changer(key, _open_tab))


def _open_tab(choice: Choice, layer_id: object) -> Choice:
    """Open another table; None, the tab pressed again, is all layers. A column of the old one may not be there."""
    return replace(choice, table=str(layer_id or ""), sort="")


def _pick() -> None:
    """Open the row that was chosen; closing it leaves the table on its page."""
    picked = _asked("picked")
    if picked["id"]:
        put_selected(picked["id"], add=picked.get("add", False))
    else:
        put(replace(current(), select=(), page=picked["page"]))


def _sort() -> None:
    put(replace(current(), sort=str(_asked("sorted"))))


def _turn() -> None:
    put(replace(current(), page=int(_asked("turned"))))


def _asked(event: str) -> Any:
    return st.session_state[KEY][event]
