"""Two to four countries side by side: which ones, their table under the map, and the table as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st

from analysis.comparison import Line, compare
from geo.countries import read_countries
from i18n import words
from i18n.text import Lang
from render.download.comparison_file import comparison_to_csv
from scene.choice import MOST_SELECTED
from scene.scene import Scene
from scene.survey import countries_on_offer
from ui.html import element, unmarked
from ui.html import words as plain
from ui.links import page_address
from ui.state import current, hold, put_many, said

KEY = "compare"


def show_chooser(scene: Scene) -> None:
    """Offer the countries that have rows, and those that are selected, to be set side by side."""
    known = read_countries()
    chosen = _countries(scene)
    offered = sorted({*countries_on_offer(), *chosen}, key=lambda code: known[code].name[scene.lang])
    st.multiselect(unmarked(said(words.COMPARE.format(most=MOST_SELECTED))), offered, key=hold(KEY, chosen),
                   format_func=lambda code: known[code].name[scene.lang], placeholder=said(words.COMPARE_ANY),
                   help=said(words.COMPARE_HELP), on_change=_choose)


def show_comparison(scene: Scene) -> None:
    """Draw the table of the countries that are selected, when there are two or more."""
    codes = _countries(scene)
    if len(codes) < 2:
        return
    lines = compare(scene.choice, codes)
    with st.container(horizontal=True, vertical_alignment="center", key="comparison"):
        st.html(element("h2", said(words.COMPARISON)), width="stretch")
        st.download_button(said(words.COMPARE_CSV), comparison_to_csv(scene, lines, codes, page_address()),
                           "tenkai-atlas-comparison.csv", "text/csv", key="save:comparison", on_click="ignore")
    st.html(_table(lines, codes, scene.lang))


def _choose() -> None:
    """Set the chosen countries side by side; rows that are selected as well stay."""
    others = tuple(name for name in current().select if name not in read_countries())
    put_many(replace(current(), select=(*others, *st.session_state[KEY])))


def _countries(scene: Scene) -> list[str]:
    return [name for name in scene.selected if name in read_countries()]


def _table(lines: Sequence[Line], codes: Sequence[str], lang: Lang) -> str:
    heads = [said(words.COMPARED_ITEM), *(read_countries()[code].name[lang] for code in codes)]
    head = element("thead", element("tr", "".join(f'<th scope="col">{plain(head)}</th>' for head in heads)))
    bodies = [_body(group, len(heads)) for _layer, group in groupby(lines, key=lambda line: line.layer.id)]
    return element("div", element("table", head + "".join(bodies)), "atlas-compared")


def _body(group: Iterator[Line], width: int) -> str:
    lines = list(group)
    title = f'<tr><th scope="rowgroup" colspan="{width}">{plain(said(lines[0].layer.title))}</th></tr>'
    return element("tbody", title + "".join(map(_row, lines)))


def _row(line: Line) -> str:
    cells = "".join(element("td", plain(cell)) for cell in line.cells)
    return element("tr", f'<th scope="row">{plain(said(line.label))}</th>' + cells)
