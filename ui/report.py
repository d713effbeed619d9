"""A letter to copy when a fact is wrong: which fact, seen in which view, known as of when."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from geo.countries import read_countries
from geo.tables import split
from i18n import words
from i18n.text import Text
from layers.base import Layer
from layers.wording import Row, name_of
from render.download.about import link
from scene.scene import Scene
from scene.survey import find_row
from ui.folded import show_popover
from ui.links import page_address
from ui.state import said


def show_report(selected: str, scene: Scene) -> None:
    """Offer the letter about what is selected; it is written when it is asked for."""
    show_popover(words.REPORT, f"report:{selected}", partial(_show_letter, selected, scene), quiet=True)


def _show_letter(selected: str, scene: Scene) -> None:
    st.caption(said(words.REPORT_HELP))
    st.code(letter(selected, scene, link(scene, page_address())), language=None, wrap_lines=True)


def letter(selected: str, scene: Scene, address: str) -> str:
    """Write the letter, one line a fact, with room for what is wrong."""
    facts = [_line(layer, row, scene) for layer, row in _facts(selected, scene)]
    ending = [words.REPORT_DATA.format(date=scene.as_of), words.REPORT_LINK.format(link=address),
              words.REPORT_WRONG, words.REPORT_RIGHT]
    return "\n".join(part[scene.lang] for part in [words.REPORT_HEAD, *facts, *ending])


def _facts(selected: str, scene: Scene) -> Iterator[tuple[Layer, Row]]:
    """List the rows of a country that show, or the one row that is selected."""
    if selected in read_countries():
        for sheet in scene.sheets:
            if sheet.layer.is_crowd:  # a person's own rows are no facts of ours to report
                continue
            yield from ((sheet.layer, row) for row in sheet.each_row()
                        if selected in (*split(row["iso_a3"]), *split(row["via"])))
    elif found := find_row(selected):
        yield found


def _line(layer: Layer, row: Row, scene: Scene) -> Text:
    as_of = row["status_as_of"] or words.UNDATED[scene.lang]
    return words.REPORT_FACT.format(id=row["id"], layer=layer.title, name=name_of(row, scene.lang), date=as_of)
