"""The page that is open beside the map: a document of analysis/, drawn, saved and closed."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

import streamlit as st

from analysis.changes import a_year_before
from analysis.document import Document
from analysis.pages import open_page
from i18n import brief
from i18n import pages as words
from i18n.plan_words import OPENS_ON_MAP
from i18n.sheet import BUTTONS
from layers.rows import check_rows
from render.brief.files import content_of
from render.brief.formats import Format
from render.brief.numbers import bar_heads
from render.brief.records import record_of
from render.sheet.files import FORMATS, has_sheet, sheet_content
from scene.choice import Choice
from scene.grammar import read_choice
from scene.pages import CHANGES
from scene.scene import Scene
from ui.boundary import one_sentence
from ui.folded import show_popover
from ui.html import anchored, element, unmarked
from ui.html import words as plain
from ui.parts import read_part
from ui.state import current, hold, put, said

KEY, ANCHOR = "document", "page"
STRIP = 320
"""Pixels of the map's height while a page is open under it."""
LOWER_MAP = f'<style>iframe[data-testid="stCustomComponentV1"] {{ height: {STRIP}px !important; }}</style>'
MIME = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.HTML: "text/html", Format.MD: "text/markdown", Format.JSON: "application/json",
}
YEARS_BACK = (1, 3, 5)


def show_desk(scene: Scene) -> None:
    """Draw the page that the choice opens, if it opens one."""
    if not scene.choice.view:
        return
    st.html(LOWER_MAP)
    document = open_page(scene.choice.view, scene.choice)
    with st.container(horizontal=True, vertical_alignment="center", key="desk"):
        quiet = element("p", plain(document.subtitle), "atlas-quiet")
        st.html(anchored("h2", plain(document.title), ANCHOR) + quiet, width="stretch")
        if scene.choice.view.startswith(CHANGES):
            _since(scene.choice)
        show_popover(words.SAVE, "save_page", partial(_files, document))
        st.button(said(words.CLOSE), key="close_page", on_click=lambda: put(replace(current(), view="")))
    read_part("document", '<div class="atlas-document"></div>')(
        key=KEY, data=_written(document), on_opened_change=_open)


def _written(document: Document) -> bytes:
    """Write a document for web/document.js, as UTF-8."""
    told = {"sources": brief.SOURCES[document.lang], "contents": words.CONTENTS[document.lang],
            "figures": bar_heads(document.lang), "on_map": OPENS_ON_MAP[document.lang]}
    return json.dumps({"words": told, "page": record_of(document)}, ensure_ascii=False, separators=(",", ":")).encode()


def _open() -> None:
    """Take over the view of a line; the page stays open, language and look stay."""
    choice = read_choice(str(st.session_state[KEY]["opened"])).choice
    put(replace(choice, view=current().view, lang=current().lang, look=current().look))


def _files(document: Document) -> None:
    """Offer the document in every format; a file is made only when it is asked for."""
    st.caption(said(words.SAVE_HELP))
    name = document.id.replace(":", "-").lower()
    for format, label in words.FORMATS.items():
        make = partial(content_of, document, Format(format))
        st.download_button(unmarked(said(label)), make, f"tenkai-atlas-{name}.{format}", MIME[Format(format)],
                           key=f"save_page:{format}", on_click="ignore", width="stretch")
    if has_sheet(document.id):
        _sheets(document.id, name)


def _sheets(page: str, name: str) -> None:
    """Offer the one-page sheet of a country, a region or a field; where a layer cannot be read, say so instead."""
    with one_sentence(current().lang):
        check_rows(current().layers)
        _sheet_buttons(page, name)


def _sheet_buttons(page: str, name: str) -> None:
    for format in FORMATS:
        st.download_button(said(BUTTONS[format]), partial(sheet_content, page, current(), format),
                           f"tenkai-atlas-{name}-a4.{format}", MIME[format], key=f"save_sheet:{format}",
                           on_click="ignore", width="stretch")


def _since(choice: Choice) -> None:
    """Offer dates from which changes are listed, that of the address among them."""
    year, rest = int(a_year_before()[:4]) + 1, a_year_before()[4:]
    named = choice.view.partition(":")[2] or a_year_before()
    dates = dict.fromkeys([named, *(f"{year - back}{rest}" for back in YEARS_BACK)])
    key = hold("since", named)
    st.selectbox(said(words.SINCE), sorted(dates, reverse=True), key=key, label_visibility="collapsed", width=200,
                 format_func=lambda date: said(words.SINCE_DATE.format(date=date)),
                 on_change=lambda: put(replace(current(), view=f"{CHANGES}:{st.session_state[key]}")))
