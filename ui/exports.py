"""What can be taken along: the rows as a file, a picture, the link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from geo.projection import PROJECTIONS
from i18n import words
from i18n.errors import AtlasError
from i18n.text import Text
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from render.download.gpkg import to_gpkg
from render.download.xlsx import to_xlsx
from render.picture.save import save
from scene.choice import LOOKS, TITLE_LENGTH, Choice
from scene.paper import DPI, SIDE, Paper, read_paper
from scene.scene import Scene
from ui.document import TABLE
from ui.folded import show_popover
from ui.html import anchored, unmarked
from ui.links import page_address, show_link
from ui.reopen import BOX, show_reopen
from ui.state import changer, hold, said

SIZES: dict[str, Text] = {
    "1920x1080": Text("スライド 1920×1080", "Slide 1920×1080"),
    "3840x2160": Text("スライド 3840×2160", "Slide 3840×2160"),
    "a4": Text("A4横 300 dpi", "A4 landscape, 300 dpi"),
    "": words.PICTURE_OWN,
}


MOST_NAMED = 3
"""Places in the name of a file; of more it names none."""


@dataclass(frozen=True, slots=True)
class File:
    """A format in which the rows can be saved."""

    label: Text
    mime: str
    write: Callable[[Scene, str], bytes]


OWN_SIZE = (("width_px", words.PICTURE_WIDTH, SIDE), ("height_px", words.PICTURE_HEIGHT, SIDE),
            ("dpi", words.PICTURE_DPI, DPI))
FILES: dict[str, File] = {
    "csv": File(words.CSV, "text/csv", to_csv),
    "xlsx": File(words.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "geojson": File(words.GEOJSON, "application/geo+json", to_geojson),
    "gpkg": File(words.GPKG, "application/geopackage+sqlite3", to_gpkg),
}


def show_exports(scene: Scene) -> None:
    """Draw the heading of the table with the export buttons beside it."""
    with st.container(horizontal=True, vertical_alignment="center", key="exports"):
        st.html(anchored("h2", said(words.TABLE), TABLE), width="stretch")
        show_popover(words.DOWNLOAD, "download", partial(_rows, scene))
        show_popover(words.PICTURE, "picture", partial(_picture, scene))
        show_popover(words.LINK, "link", partial(show_link, scene))
        show_popover(words.REOPEN, BOX, show_reopen)


def _rows(scene: Scene) -> None:
    """Offer all rows that show, a button a format; a file is made only when it is asked for."""
    st.caption(said(words.DOWNLOAD_HELP))
    for suffix, file in FILES.items():
        st.download_button(said(file.label), partial(file.write, scene, page_address()), _file_name(scene, suffix),
                           file.mime, key=f"save:{suffix}", on_click="ignore", width="stretch")


def _file_name(scene: Scene, suffix: str) -> str:
    """Name a file by the places it shows and the data's date: a folder of them can be told apart."""
    places = [*scene.choice.region, *scene.choice.country]
    parts = ["tenkai-atlas", *(sorted(places) if len(places) <= MOST_NAMED else []), scene.as_of]
    return f"{'-'.join(parts).lower()}.{suffix}"


def _picture(scene: Scene) -> None:
    paper = _paper(scene.choice)
    _projection(scene)
    key = hold("title", scene.choice.title)
    st.text_input(said(words.PICTURE_TITLE), key=key, max_chars=TITLE_LENGTH,
                  on_change=changer(key, lambda choice, title: replace(choice, title=" ".join(str(title).split()))))
    if st.button(said(words.PICTURE_MAKE), type="primary", key="make"):
        _make(scene, paper)


def _make(scene: Scene, paper: Paper) -> None:
    """Draw the picture and offer it; one that cannot be drawn must not take the rest of the page with it."""
    try:
        with st.spinner(said(words.PICTURE_MAKING)):
            picture = save(scene, paper)
    except AtlasError as error:
        st.error(unmarked(said(error.text)))
        return
    st.image(picture, alt=scene.title[scene.lang])
    st.download_button(said(words.PICTURE_SAVE), picture, _file_name(scene, "png"), "image/png", key="save:png",
                       on_click="ignore")


def _paper(choice: Choice) -> Paper:
    """Ask for the size: one of those on offer, or sides and resolution of one's own."""
    paper = read_paper(choice.size, choice.dpi or None)
    own = paper.size not in SIZES or bool(choice.dpi)
    key = hold("size", "" if own else paper.size)
    st.selectbox(said(words.PICTURE_SIZE), list(SIZES), format_func=lambda code: said(SIZES[code]), key=key,
                 on_change=changer(key, _resize))
    if own:
        for part, label, limits in OWN_SIZE:
            key = hold(part, getattr(paper, part))
            st.number_input(said(label), *limits, key=key, on_change=changer(key, partial(_set, part)))
    return paper


def _resize(choice: Choice, size: object) -> Choice:
    """Take a size on offer; one's own begins with the sides that were there, at their resolution."""
    paper = read_paper(choice.size, choice.dpi or None)
    return replace(choice, size=str(size), dpi=0) if size else replace(choice, dpi=paper.dpi)


def _set(part: str, choice: Choice, value: Any) -> Choice:
    """Change one of `width_px`, `height_px` and `dpi`."""
    paper = replace(read_paper(choice.size, choice.dpi or None), **{part: int(value)})
    return replace(choice, size=paper.size, dpi=paper.dpi)


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
