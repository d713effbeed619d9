"""What can be taken along: CSV, GeoJSON, a picture, the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from geo.projection import PROJECTIONS
from i18n import words
from i18n.errors import AtlasError
from i18n.text import Text
from render.download import to_csv, to_geojson
from render.paper import Paper, read_paper
from render.static import save_png
from scene.choice import LOOKS, TITLE_LENGTH
from scene.grammar import write_choice
from scene.scene import Scene
from ui.html import element
from ui.state import changer, hold, said

SIZES: dict[str, Text] = {
    "1920x1080": Text("スライド 1920×1080", "Slide 1920×1080"),
    "3840x2160": Text("スライド 3840×2160", "Slide 3840×2160"),
    "a4": Text("A4横 300 dpi", "A4 landscape, 300 dpi"),
    "": words.PICTURE_OWN,
}


def show_exports(scene: Scene) -> None:
    """Draw the heading of the table with the export buttons beside it."""
    with st.container(horizontal=True, vertical_alignment="center", key="exports"):
        st.html(element("h2", said(words.TABLE)), width="stretch")
        _save(words.CSV, words.CSV_HELP, lambda: to_csv(scene), "tenkai-atlas.csv", "text/csv")
        _save(words.GEOJSON, words.GEOJSON_HELP, lambda: to_geojson(scene), "tenkai-atlas.geojson",
              "application/geo+json")
        with st.popover(said(words.PICTURE)):
            _picture(scene)
        with st.popover(said(words.LINK)):
            st.caption(said(words.LINK_HELP))
            st.code(f"{(st.context.url or '').partition('?')[0]}?{write_choice(scene.choice)}", wrap_lines=True)


def _save(label: Text, help: Text, make: Callable[[], bytes], file: str, mime: str) -> None:
    st.download_button(said(label), make, file, mime, key=f"save:{file}", help=said(help), on_click="ignore")


def _picture(scene: Scene) -> None:
    paper = _paper()
    _projection(scene)
    key = hold("title", scene.choice.title)
    st.text_input(said(words.PICTURE_TITLE), key=key, max_chars=TITLE_LENGTH,
                  on_change=changer(key, lambda choice, title: replace(choice, title=" ".join(str(title).split()))))
    if paper and st.button(said(words.PICTURE_MAKE), type="primary", key="make"):
        _make(scene, paper)


def _make(scene: Scene, paper: Paper) -> None:
    """Draw the picture and offer it; one that cannot be drawn must not take the rest of the page with it."""
    try:
        with st.spinner(said(words.PICTURE_MAKING)):
            picture = save_png(scene, paper)
    except AtlasError as error:
        st.error(said(error.text))
        return
    st.image(picture)
    st.download_button(said(words.PICTURE_SAVE), picture, "tenkai-atlas.png", "image/png", key="save:png",
                       on_click="ignore")


def _paper() -> Paper | None:
    size = st.selectbox(said(words.PICTURE_SIZE), list(SIZES), format_func=lambda code: said(SIZES[code]), key="size")
    if size:
        return read_paper(size)
    width = st.number_input(said(words.PICTURE_WIDTH), 200, 10000, 1920, key="width")
    height = st.number_input(said(words.PICTURE_HEIGHT), 200, 10000, 1080, key="height")
    dpi = st.number_input(said(words.PICTURE_DPI), 30, 1200, 144, key="dpi")
    try:
        return read_paper(f"{width}x{height}", dpi)
    except AtlasError as error:
        st.error(said(error.text))
        return None


def _projection(scene: Scene) -> None:
    key = hold("projection", scene.choice.projection)
    st.selectbox(said(words.PROJECTION), list(PROJECTIONS), key=key,
                 format_func=lambda code: said(PROJECTIONS[code].name),
                 on_change=changer(key, lambda choice, code: replace(choice, projection=str(code))))
    key = hold("centre", scene.choice.centre)
    st.number_input(said(words.CENTRE), -180.0, 180.0, step=10.0, key=key,
                    on_change=changer(key, lambda choice, east: replace(choice, centre=float(str(east)))))
    key = hold("look", scene.choice.look)
    st.selectbox(said(words.LOOK), list(LOOKS), format_func=lambda code: said(LOOKS[code]), key=key,
                 on_change=changer(key, lambda choice, look: replace(choice, look=str(look))))
