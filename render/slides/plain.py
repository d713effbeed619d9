"""A slide that is one picture of the view: alike in every program, and nothing on it is moved by mistake.

Its title stands above the slide's upper edge, where PowerPoint puts a title that it hides: lists of slides and
screen readers have it, and it does not show twice.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count

from pptx import Presentation
from pptx.util import Emu

from i18n.text import Text
from render.caption import as_of
from render.picture.draw import Drawing
from render.picture.preview import described
from render.slides.package import Page, picture_id
from render.slides.proof import ON_FILES
from render.slides.shapes import EMU_PER_POINT, LANGUAGES, Named, Words, picture, text_box
from render.slides.slide import FIRST, Slide

PICTURE = Text("地図の画像", "Picture of the map")
TITLE_SIZE = 24.0
"""Points of the title, which nobody sees."""


def plain_page(drawing: Drawing, png: bytes, ground: str) -> Page:
    """Lay a drawing's PNG over a whole slide, with the words that are read out for it."""
    scene, numbers = drawing.scene, count(FIRST)
    title = scene.title[scene.lang] or as_of(scene)
    wide, high = Slide(drawing).emu
    above = 2 * TITLE_SIZE * EMU_PER_POINT
    words = Words((title,), TITLE_SIZE, drawing.canvas.palette.ink.lstrip("#"), lang=LANGUAGES[scene.lang])
    shapes = (
        text_box(next(numbers), Named(title), (0, -1.5 * above, wide, above), words, is_title=True),
        picture(next(numbers), Named(PICTURE[scene.lang], described(scene)[scene.lang]), picture_id(0), (wide, high)),
    )
    return Page("".join(shapes), ground, pictures=(png,))


def picture_of(content: bytes) -> tuple[bytes, tuple[float, float]]:
    """Give the PNG of a plain slide and the slide's size (points); no bytes where it is not one described picture."""
    try:
        shown = Presentation(BytesIO(content))
        size = Emu(shown.slide_width or 0).pt, Emu(shown.slide_height or 0).pt
        (slide,) = shown.slides
        (only,) = (shape for shape in slide.shapes if shape != slide.shapes.title)
        sides = only.left, only.top, only.width, only.height
        is_whole = sides == (0, 0, shown.slide_width, shown.slide_height) and slide.shapes.title is not None
        return only.image.blob if is_whole and only._element._nvXxPr.cNvPr.get("descr") else b"", size
    except ON_FILES:
        return b"", (0.0, 0.0)
