"""The files of a picture: PNG, SVG, PDF and slides of one drawing, the same bytes for the same view and data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from numpy.typing import NDArray
from PIL import Image

from render.picture.draw import Drawing, draw
from render.picture.kinds import FileKind as FileKind
from render.picture.memory import in_pdf, in_svg, png_chunks
from render.picture.proof.proof import prove
from scene.paper import Paper
from scene.scene import Scene

DRAWING = Lock()
"""Matplotlib's fonts and settings are not safe between threads, and one server draws for several people at once."""
PACKING = 3
"""How hard zlib works: a file is hardly larger than at its best and saved in half the time."""
SETTINGS: dict[Any, Any] = {
    "text.hinting": "none",  # lines are as wide as they were measured, whatever the resolution
    "svg.hashsalt": "tenkai-atlas",  # ids that are the same every time
    "svg.fonttype": "path",  # whoever opens it needs none of our fonts
    "pdf.fonttype": 42,  # TrueType: text can be searched and copied
}


@contextmanager
def alone() -> Iterator[None]:
    """Draw as the only one in this block, with our settings, whatever the rest of the process has set."""
    with DRAWING, matplotlib.rc_context(SETTINGS), np.printoptions(legacy=False):  # an SVG's ids are printed numbers
        yield


def save(scene: Scene, paper: Paper, kind: FileKind = FileKind.PNG) -> bytes:
    """Draw a scene as a file that remembers its view; raises AtlasError when anything is wrong with it."""
    return save_drawing(scene, paper, kind)[1]


def save_drawing(scene: Scene, paper: Paper, kind: FileKind) -> tuple[Drawing, bytes]:
    """Draw a scene and save it; the drawing tells what stands on it. Raises AtlasError."""
    with alone():
        drawing = draw(scene, paper)
        content = _content(drawing, kind)
        prove(drawing, content, kind)
    return drawing, content


def _content(drawing: Drawing, kind: FileKind) -> bytes:
    if kind == FileKind.PPTX:
        from render.slides.save import to_pptx  # python-pptx is worth waiting for only then

        return to_pptx(drawing)
    if kind == FileKind.PLAIN:
        from render.slides.save import to_plain

        return to_plain(drawing, _png(drawing))
    return _png(drawing) if kind == FileKind.PNG else _vector(drawing, kind)


def _png(drawing: Drawing) -> bytes:
    """Encode the pixels; a picture with a ground of its own needs no alpha."""
    image, dpi = Image.fromarray(pixels(drawing)), drawing.canvas.paper.dpi
    filled, file = image.convert("RGB") if drawing.canvas.is_filled else image, BytesIO()
    filled.save(file, "png", dpi=(dpi, dpi), pnginfo=png_chunks(drawing.scene), compress_level=PACKING)
    return file.getvalue()


def pixels(drawing: Drawing) -> NDArray[np.uint8]:
    """Paint a drawing: rows from the top, RGBA."""
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]


def _vector(drawing: Drawing, kind: FileKind) -> bytes:
    """Write the shapes themselves; times are left out of the file."""
    file, scene = BytesIO(), drawing.scene
    told = {"Title": scene.title[scene.lang], "Date" if kind == FileKind.SVG else "CreationDate": None}
    drawing.figure.savefig(file, format=kind.value, facecolor=drawing.figure.get_facecolor(), metadata=told)
    return in_svg(file.getvalue(), scene) if kind == FileKind.SVG else in_pdf(file.getvalue(), scene)
