"""The picture panel: a large box over the page with the preview, the files, and all that can be asked for."""

from __future__ import annotations

from base64 import b64encode
from functools import partial

import streamlit as st

from geo.files import held_still
from i18n import picture as words
from i18n.errors import AtlasError
from i18n.words import PICTURE, TABLE_EMPTY
from render.files import file_name
from render.picture.kinds import FileKind
from render.picture.preview import described, file_of, preview
from render.picture.unwritten import unwritten
from scene.grammar import write_choice
from scene.paper import Paper
from scene.scene import Scene, build_scene
from ui import panel, state
from ui.appearance import show_appearance
from ui.boundary import one_sentence
from ui.html import unmarked
from ui.notices import show_notices
from ui.panel import show_opener
from ui.parts import read_part
from ui.purposes import choose_paper
from ui.saving import Offer, show_offer
from ui.state import current, said

KEY, ASKED = "picture", "picture_asked"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
MIME = {FileKind.PNG: "image/png", FileKind.SVG: "image/svg+xml", FileKind.PDF: "application/pdf",
        FileKind.PPTX: SLIDES, FileKind.PLAIN: SLIDES}
HTML = '<div class="atlas-picture"><button type="button" hidden></button><span role="status"></span></div>'
WORDS = {
    "copy": words.COPY, "copying": words.COPYING, "copied": words.COPIED, "not_copied": words.NOT_COPIED,
    "no_copy": words.NO_COPY,
}  # fmt: skip


def show_button() -> None:
    """Draw the button that opens the panel."""
    show_opener(PICTURE, KEY)


def show_panel() -> None:
    """Draw the panel while it is open."""
    panel.show_panel(words.TITLE, KEY, _draw)


def _draw() -> None:
    """Draw the panel: purposes on top, preview and files on the left, the rest on the right."""
    with one_sentence(current().lang), held_still():
        scene = build_scene(current())
        paper = choose_paper(scene.choice)
        shown, asked = st.columns([5, 3], gap="medium")
        with asked, st.container(key="picture_asked_for"):
            show_appearance(scene)
        with shown, st.container(key="picture_shown"):
            show_notices((*state.notices(), *unwritten(scene)))
            if not scene.count:
                st.info(said(TABLE_EMPTY))
            _show(scene, paper)


def _show(scene: Scene, paper: Paper) -> None:
    """Draw the preview with the files under it; what cannot be drawn is said in their place."""
    meaning = described(scene)[scene.lang]
    try:
        ground = "preview_dark" if scene.choice.look == "dark" else "preview"
        with st.container(key=ground), st.spinner(said(words.DRAWING)):
            small = preview(scene.choice, paper)
            st.image(small, alt=meaning, width="stretch")
        with st.container(horizontal=True, key="picture_files"):
            for kind in FileKind:
                show_offer(_offered(scene, paper, kind), f"save:{kind}",
                           kind="primary" if kind == FileKind.PNG else "secondary")
            _copy(scene, paper)
    except AtlasError as error:
        st.error(f"{said(words.NOT_DRAWN)} {unmarked(said(error.text))}")
        return
    st.caption(said(words.SAVE_HELP))
    st.caption(said(words.DESCRIBED))
    st.code(meaning, language=None, wrap_lines=True)


def _offered(scene: Scene, paper: Paper, kind: FileKind) -> Offer:
    return Offer((scene.choice, paper, kind), partial(file_of, scene.choice, paper, kind),
                 words.SAVE_KIND.format(kind=words.KINDS[kind]), file_name(scene, kind.suffix), MIME[kind])


def _copy(scene: Scene, paper: Paper) -> None:
    """Mount the button that copies the picture; the picture is made and sent only when it is pressed."""
    asked = st.session_state.pop(ASKED, False)
    picture = b64encode(_offered(scene, paper, FileKind.PNG).made()).decode() if asked else ""
    told = {name: said(text) for name, text in WORDS.items()}
    read_part("picture", HTML)(key="copy_picture", on_asked_change=_ask, width="content",
                               data={"view": write_choice(scene.choice), "picture": picture, "words": told})


def _ask() -> None:
    st.session_state[ASKED] = True
