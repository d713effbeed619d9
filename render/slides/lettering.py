"""The texts of a slide: the lines of a drawing as paragraphs again, each in a box as wide as a program sets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from matplotlib.text import Text as Lettering

from render.picture import tags
from render.picture.canvas import LINE_HEIGHT
from render.picture.proof.reading import squeezed
from render.slides.measure import set_width
from render.slides.shapes import EMU_PER_POINT, LANGUAGES, Named, Words, text_box
from render.slides.slide import Slide
from render.slides.trace import hexed
from render.spelled import drawable

ALIGNED = {"left": "l", "center": "ctr", "right": "r"}
LONGEST_NAME = 40
MIDDLE = 0.38
"""How far above its baseline the middle of a line of text lies, in sizes of its type."""
TITLE_ROOM = 1.1
EDGE = 10.0
"""Points of the canvas kept free at the right edge of a slide."""


def texts(slide: Slide, words: Sequence[Lettering]) -> Iterator[str]:
    """Write words that follow one another in the order of drawing, those of a paragraph into one box."""
    said = [each for each in words if each.get_text().strip()]
    return (_text(slide, lines) for lines in _paragraphs(slide, said))


def _paragraphs(slide: Slide, words: Sequence[Lettering]) -> Iterator[list[Lettering]]:
    """Put lines that were broken to fit into one box again: same left, size and tag, one line height apart."""
    lines: list[Lettering] = []
    for each in words:
        if lines and (_is_whole_title(slide, lines) or not _follows(slide, lines[-1], each)):
            yield lines
            lines = []
        lines.append(each)
    if lines:
        yield lines


def _follows(slide: Slide, above: Lettering, below: Lettering) -> bool:
    (x, y), (x2, y2) = above.get_position(), below.get_position()
    lines = (y - y2) * slide.drawing.canvas.scale / (_size(above) * LINE_HEIGHT)
    return bool(x == x2 and abs(lines - 1) < 0.01 and _kind(above) == _kind(below) and below.get_label() != tags.NAME)


def _is_whole_title(slide: Slide, lines: Sequence[Lettering]) -> bool:
    """Tell whether lines are the whole title, below which the date may stand in letters as large."""
    scene, said = slide.drawing.scene, "".join(line.get_text() for line in lines)
    return lines[0].get_label() == tags.TITLE and squeezed(said) == squeezed(drawable(scene.title[scene.lang]))


def _kind(words: Lettering) -> tuple[object, ...]:
    """Give what two lines of one paragraph have in common."""
    return words.get_label(), _size(words), words.get_color(), words.get_horizontalalignment()


def _size(words: Lettering) -> float:
    return float(words.get_fontsize())


def _text(slide: Slide, lines: Sequence[Lettering]) -> str:
    first, last = lines[0], lines[-1]
    texts = tuple(line.get_text() for line in lines)
    (x, top), (_x, low) = (slide.placed(np.atleast_2d(line.get_transform().transform(line.get_position())))[0]
                           for line in (first, last))
    size = _size(first) * _share(max(texts, key=lambda text: set_width(text, 1.0)), _size(first), slide, x)
    wide = max(set_width(text, size) for text in texts) * EMU_PER_POINT
    leading = _size(first) * LINE_HEIGHT  # lines stay where they are drawn, however much smaller they are set
    rise, half = MIDDLE * size * EMU_PER_POINT, leading / 2 * EMU_PER_POINT
    align, is_title = ALIGNED[first.get_horizontalalignment()], first is slide.title
    wide *= TITLE_ROOM if is_title else 1.0  # a title's placeholder would wrap at the end of a box that just fits
    left = x - {"l": 0.0, "ctr": wide / 2, "r": wide}[align]
    lang = LANGUAGES[slide.drawing.scene.lang]
    words = Words(texts, size, hexed(first.get_color()), align, _halo(first), lang, leading)
    box = (left, top - rise - half, wide, low - top + 2 * half)
    return text_box(next(slide.numbers), Named(texts[0][:LONGEST_NAME]), box, words, is_title=is_title)


def _share(text: str, size: float, slide: Slide, x: float) -> float:
    """Give by how much a line must be set smaller to end before the slide's edge, should its program space it out."""
    room = (slide.emu[0] - x) / EMU_PER_POINT - EDGE * slide.drawing.canvas.scale
    return min(1.0, max(room, 1.0) / set_width(text, size)) if x < slide.emu[0] / 2 else 1.0


def _halo(words: Lettering) -> str:
    """Give the colour of the halo around a text, "" for none."""
    effects = words.get_path_effects()
    return hexed(effects[0]._gc["foreground"]) if effects else ""  # type: ignore[attr-defined]
