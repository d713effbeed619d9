"""What can be taken along: the rows as a file, a picture, the link."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import streamlit as st

from i18n import words
from i18n.text import LISTED, Text
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from render.download.gpkg import to_gpkg
from render.download.xlsx import to_xlsx
from render.files import file_name
from render.onefile import weight
from render.onefile.page import to_html
from scene.scene import Scene
from ui import deck, picture
from ui.boundary import one_sentence
from ui.document import TABLE
from ui.folded import show_popover
from ui.html import anchored, unmarked
from ui.links import page_address, show_link
from ui.reopen import BOX, show_reopen
from ui.saving import Offer, show_offer
from ui.state import said


@dataclass(frozen=True, slots=True)
class File:
    """A format in which the rows can be saved."""

    label: Text
    mime: str
    write: Callable[[Scene, str], bytes]


FILES: dict[str, File] = {
    "csv": File(words.CSV, "text/csv", to_csv),
    "xlsx": File(words.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    "geojson": File(words.GEOJSON, "application/geo+json", to_geojson),
    "gpkg": File(words.GPKG, "application/geopackage+sqlite3", to_gpkg),
    "html": File(words.ONE_FILE, "text/html", lambda scene, _address: to_html(scene)),
}


def show_exports(scene: Scene) -> None:
    """Draw the heading of the table with the export buttons beside it."""
    with st.container(horizontal=True, vertical_alignment="center", key="exports"):
        st.html(anchored("h2", said(words.TABLE), TABLE), width="stretch")
        show_popover(words.DOWNLOAD, "download", partial(_rows, scene))
        picture.show_button()
        deck.show_button()
        show_popover(words.LINK, "link", partial(show_link, scene))
        show_popover(words.REOPEN, BOX, show_reopen)


def _rows(scene: Scene) -> None:
    """Offer all rows that show, a button a format; a file is made only when it is asked for."""
    st.caption(said(words.DOWNLOAD_HELP))
    for text in _about_weight(scene):
        st.caption(unmarked(said(text)))
    address = page_address()
    with one_sentence(scene.lang):
        for suffix, file in FILES.items():
            offer = Offer((scene.choice, suffix, address), partial(file.write, scene, address), file.label,
                          file_name(scene, suffix), file.mime)
            show_offer(offer, f"save:{suffix}", width="stretch")


def _about_weight(scene: Scene) -> Iterator[Text]:
    """Say what the one file leaves out, and how large it is where mail may mind."""
    if heavy := weight.left_out(scene):
        yield words.NOT_IN_ONE_FILE.format(layers=LISTED.join([layer.title for layer in heavy]))
    _layers, bytes_ = weight.taken(scene)
    if bytes_.packed > weight.LIGHT:
        whole, packed = (max(1, round(each / 1_000_000)) for each in (bytes_.whole, bytes_.packed))
        yield words.HEAVY_ONE_FILE.format(whole=str(whole), packed=str(packed))
