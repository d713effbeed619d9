"""The proof of a slide: the finished file is read back and compared with the drawing that it was made of.

It stands beside what writes slides and not in the proof of pictures, which must not wait for python-pptx when it
proves a PNG. What PowerPoint is handed is the file, so nothing is taken from what was meant to be written; only the
view, the words and the meanings are reckoned anew with the functions that wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.util import Emu

from i18n.text import Text
from render.caption import as_of
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.reading import Writing, squeezed
from render.slides.proof_shapes import check_shapes
from render.slides.proof_words import check_words
from render.slides.read_back import P, Shape, fill_of, read_back
from render.spelled import drawable

NOT_PLAIN = re.compile(r"(?i)vba|embed|activex|\.bin$|\.exe$|/media/|externalLinks")
"""Parts that a slide of shapes and words has no use for: macros, objects, pictures."""
LINK = re.compile(rb"TargetMode\s*=\s*[\"']External")
ON_FILES = (PythonPptxError, BadZipFile, KeyError, ValueError, IndexError, AttributeError, TypeError, EOFError,
            NotImplementedError, RuntimeError, OSError, etree.XMLSyntaxError)
"""What a broken file may raise inside python-pptx, which checks little."""


def check_slide(drawing: Drawing, content: bytes, written: Sequence[Writing]) -> Iterator[Text]:
    """Give what is wrong with a finished slide."""
    try:
        shown = Presentation(BytesIO(content))
        slides, size = list(shown.slides), (Emu(shown.slide_width or 0).pt, Emu(shown.slide_height or 0).pt)
        shapes = read_back(slides[0]._element) if slides else []
        package = list(_package(content))
    except ON_FILES:
        yield faults.BROKEN_FILE
        return
    yield from package
    if len(slides) != 1 or not shapes or slides[0]._element.get("show") in ("0", "false"):
        yield faults.SLIDES
        return
    yield from _size(drawing, size)
    yield from _as_drawn(drawing, written, slides[0]._element, shapes)


def _as_drawn(
    drawing: Drawing, written: Sequence[Writing], slide: Any, shapes: list[Shape]
) -> Iterator[Text]:
    """Compare ground, title, shapes and words with the drawing."""
    if _ground(slide) != _colour_of(drawing):
        yield faults.OTHER_GROUND
    if _headings(shapes) != _titles(drawing):
        yield faults.NO_HEADING
    yield from chain(check_shapes(drawing, shapes), check_words(drawing, written, shapes))


def _headings(shapes: list[Shape]) -> list[str]:
    """List what stands in the places for titles."""
    return [squeezed(shape.written.words) for shape in shapes if shape.is_title and shape.written]


def _titles(drawing: Drawing) -> list[str]:
    """List what must stand there: the title, when the picture has one, or the date of a view that shows nothing."""
    scene = drawing.scene
    return [squeezed(drawable(scene.title[scene.lang] or as_of(scene)))] if "title" in scene.choice.parts else []


def _package(content: bytes) -> Iterator[Text]:
    """Look for parts that do not belong into the file of a slide, and for anything that points outside."""
    with ZipFile(BytesIO(content)) as parts:
        names = parts.namelist()
        if any(LINK.search(parts.read(name)) for name in names if name.endswith(".rels")):
            yield faults.OUTSIDE_LINK
    yield from (faults.NOT_PLAIN.format(words=name) for name in names if NOT_PLAIN.search(name))


def _size(drawing: Drawing, size: tuple[float, float]) -> Iterator[Text]:
    """Compare the slide (points) with the paper; a tenth of a point is rounding."""
    asked = [72 * side for side in drawing.canvas.paper.inches]
    if any(abs(one - other) > 0.1 for one, other in zip(size, asked, strict=True)):
        told = ["{:.0f}x{:.0f} pt".format(*each) for each in (size, asked)]
        yield faults.OTHER_SIZE.format(size=told[0], right=told[1])


def _ground(slide: Any) -> str:
    return fill_of(slide.find(f"{P}cSld/{P}bg/{P}bgPr"))


def _colour_of(drawing: Drawing) -> str:
    return drawing.canvas.palette.paper.lstrip("#").upper() if drawing.canvas.is_filled else ""
