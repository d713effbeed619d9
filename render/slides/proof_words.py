"""The words of a finished slide: those of the drawing and no others, where they are drawn, in their boxes, apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from i18n.text import Text
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.reading import Writing
from render.slides.read_back import Shape, texts_of
from render.slides.shapes import FONT
from render.slides.words_back import Box, SetLine, Written, off_slide, overflowing, overlapping

NEAR, LEAST_SHARE = 0.5, 0.7
"""How far words may stand from where they are drawn (sizes of their type), and how much smaller they may be set to end
before the slide's edge."""


def check_words(drawing: Drawing, written: Sequence[Writing], shapes: Sequence[Shape]) -> Iterator[Text]:
    """Compare the words of a slide with the writings of its drawing, then look how they are set."""
    texts = texts_of(list(shapes))
    yield from _faces(texts)
    yield from _said(drawing, written, texts)
    size = drawing.canvas.paper.inches[0] * 72, drawing.canvas.paper.inches[1] * 72
    yield from (faults.BEYOND_BOX.format(words=words) for words in overflowing(texts))
    yield from (faults.BEYOND_SLIDE.format(words=words) for words in off_slide(texts, size))
    yield from (faults.LIE_ON_WORDS.format(words=one, other=other) for one, other in overlapping(texts))


def _faces(texts: Sequence[Written]) -> Iterator[Text]:
    for each in (paragraph for text in texts for paragraph in text.paragraphs if paragraph.words.strip()):
        if each.faces != {FONT}:
            strange = ", ".join(sorted(each.faces - {FONT})) or "-"
            yield faults.OTHER_FONT.format(words=each.words, font=strange)


def _said(drawing: Drawing, written: Sequence[Writing], texts: Sequence[Written]) -> Iterator[Text]:
    """Compare line by line: the words that stand where words are drawn."""
    places = Places([line for text in texts for line in text.lines() if line.words.strip()])
    share, high = 72 / drawing.figure.dpi, drawing.figure.bbox.height
    for writing in written:
        left, low, right, top = writing.box
        box = left * share, (high - top) * share, right * share, (high - low) * share
        line = places.take(writing.drawn, box, writing.size * drawing.canvas.scale)
        if line is None:
            yield faults.NO_WRITING.format(words=writing.drawn)
        else:
            yield from _line(drawing, writing, line)
    yield from (faults.EXTRA_WRITING.format(words=line.words) for line in places.left())


def _line(drawing: Drawing, writing: Writing, line: SetLine) -> Iterator[Text]:
    if line.words != writing.drawn:
        if writing.is_count:
            yield faults.OTHER_NUMBER.format(count=line.words, right=writing.drawn)
        else:
            yield faults.OTHER_WRITING.format(words=line.words, right=writing.drawn)
    if line.paragraph.colours != {writing.colour.lstrip("#").upper()}:
        yield faults.OTHER_INK.format(words=line.words)
    size = writing.size * drawing.canvas.scale
    if line.size > size * 1.01:
        yield faults.GROWN.format(words=line.words)
    if line.size < size * LEAST_SHARE:
        yield faults.SHRUNK.format(words=line.words)


class Places:
    """The lines of a slide by where they stand; each is taken once."""

    def __init__(self, lines: Sequence[SetLine]) -> None:
        self.lines = list(lines)
        boxes = np.array([line.box for line in lines]).reshape(-1, 4)
        # Which side of a line stays where it is, whatever the program's own widths: 0 the left, 1 the right.
        self._side = np.array([{"l": 0.0, "r": 1.0}.get(line.align, 0.5) for line in lines])
        self._x = boxes[:, 0] + (boxes[:, 2] - boxes[:, 0]) * self._side
        self._y = (boxes[:, 1] + boxes[:, 3]) / 2
        self._left = np.ones(len(lines), dtype=bool)

    def take(self, words: str, box: Box, size: float) -> SetLine | None:
        """Take the line that stands in a box (points), the same words rather than others; None when there is none."""
        across = self._x - (box[0] + (box[2] - box[0]) * self._side)
        apart = np.maximum(abs(across), abs(self._y - (box[1] + box[3]) / 2)) / size
        other = np.array([line.words != words for line in self.lines])
        order = np.where(self._left, apart + other * NEAR, np.inf)
        if not len(order) or apart[nearest := int(order.argmin())] > NEAR or not self._left[nearest]:
            return None
        self._left[nearest] = False
        return self.lines[nearest]

    def left(self) -> list[SetLine]:
        """List what nobody took."""
        return [line for line, is_left in zip(self.lines, self._left, strict=True) if is_left]
