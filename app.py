"""The web page of the atlas: `make run` serves it."""

from __future__ import annotations

import logging
from pathlib import Path

import streamlit as st

from i18n import words
from i18n.errors import AtlasError
from i18n.text import Lang

STYLE = Path(__file__).parent / "ui" / "page.css"


def show_page() -> None:
    """Draw the page from top to bottom as it is seen."""
    from scene.scene import build_scene
    from ui import chips, exports, facts, filters, header, mapped, state, tables

    scene = build_scene(state.open_choice())
    header.show_header(scene.choice)
    filters.show_filters(scene)
    for notice in (*state.notices(), *scene.notices):
        st.warning(notice[scene.lang])
    chips.show_chips(scene)
    map_side, facts_side = st.columns([7, 3], gap="medium")
    with map_side:
        mapped.show_map(scene)
    with facts_side, st.container(height=mapped.HEIGHT, key="facts"):
        facts.show_facts(scene)
    exports.show_exports(scene)
    tables.show_table(scene)
    st.caption(words.AS_OF_DATA.format(date=scene.as_of)[scene.lang])


def main() -> None:
    """Set the page up; whatever goes wrong becomes one sentence, never a traceback on the screen."""
    st.set_page_config(page_title=words.APP.ja, layout="wide", initial_sidebar_state="auto")
    st.html(STYLE)
    lang = Lang.EN if st.query_params.get("lang", "").lower() == Lang.EN else Lang.JA
    try:
        show_page()
    except AtlasError as error:
        st.error(error.text[lang])
    except Exception:
        logging.getLogger("atlas").exception("The page could not be drawn")
        st.error(words.UNEXPECTED[lang])


main()
