"""The files of a picture: PNG, SVG and PDF of one drawing, the same bytes for the same view and data."""

from __future__ import annotations

from enum import StrEnum
from io import BytesIO
from threading import Lock
from typing import Any

import matplotlib
from matplotlib.text import Text as Words

from render.caption import remembered
from render.picture.draw import Drawing, draw
from render.picture.fonts import check_glyphs
from scene.grammar import write_choice
from scene.paper import Paper
from scene.scene import Scene

DRAWING = Lock()
"""Matplotlib's fonts and settings are not safe between threads, and one server draws for several people at once."""
PACKING = 4
"""How hard zlib works: a file is a tenth larger than at its best and saved in half the time."""
SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "tenkai-atlas",  # ids that are the same every time
    "svg.fonttype": "path",  # whoever opens it needs none of our fonts
    "pdf.fonttype": 42,  # TrueType: text can be searched and copied
}


class Kind(StrEnum):
    """The kinds of file that a picture can be, by their suffix."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def save(scene: Scene, paper: Paper, kind: Kind = Kind.PNG) -> bytes:
    """Draw a scene as a file that remembers its view; raises AtlasError when a character has no glyph."""
    file = BytesIO()
    with DRAWING, matplotlib.rc_context(SETTINGS):
        drawing = draw(scene, paper)
        check_glyphs(words.get_text() for words in drawing.figure.artists if isinstance(words, Words))
        drawing.figure.savefig(file, format=kind.value, dpi=paper.dpi, facecolor=drawing.figure.get_facecolor(),
                               **_extras(drawing, kind))
    return file.getvalue()


def _extras(drawing: Drawing, kind: Kind) -> dict[str, Any]:
    """Give what a kind of file is told beside the drawing; times are left out of the file."""
    told = remembered(drawing.scene, write_choice(drawing.scene.choice))
    if kind == Kind.PNG:
        return {"metadata": told, "pil_kwargs": {"compress_level": PACKING}}
    return {"metadata": {"Title": told["Title"], "Date" if kind == Kind.SVG else "CreationDate": None}}
