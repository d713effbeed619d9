"""The margins of a picture: stamp, title, date and filters above the map, the strip with sources below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from render.caption import Footnotes, as_of, conditions, stamp_line
from render.palette import BORDER_WIDTH
from render.picture.canvas import LINE_HEIGHT, Box, Canvas
from render.picture.fonts import style, width_of
from render.picture.wrap import fitted, wrapped
from scene.scene import Scene

MARGIN = 20.0
"""Points left free at the edges of the paper."""
SHRINK = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45)
"""Sizes of the title that are tried, in shares of its largest; the last is that of the names on the map."""
TITLE_LINES = 2
ABOVE_TITLE, BELOW_TITLE = 14.0, 7.0
STRIP_GAP = 6.0
STRIP_SHARE = 0.14
"""Share of the paper's height that the strip with sources may take before publishers are counted, not named."""
STAMP_PAD = 5.0


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines to be written downwards from `top`; points of the canvas."""

    lines: tuple[str, ...]
    x: float
    top: float
    size: float
    colour: str
    align: str = "left"

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LINE_HEIGHT

    def draw(self, canvas: Canvas) -> None:
        canvas.write_lines(self.lines, self.x, self.top, size=self.size, colour=self.colour, align=self.align)


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands above or below the map, set and not yet drawn; `edge` is how far it leaves the map to reach."""

    edge: float
    passages: tuple[Passage, ...] = ()
    frame: Box | None = None
    rule: float | None = None  # the height of a line across the paper

    def draw(self, canvas: Canvas) -> None:
        wide = BORDER_WIDTH * 2 * canvas.scale
        if self.frame:
            canvas.swatch(self.frame, fill=False, edgecolor=canvas.palette.stamp, linewidth=wide)
        if self.rule is not None:
            canvas.rule([MARGIN, canvas.width - MARGIN], [self.rule, self.rule], width=BORDER_WIDTH,
                        color=canvas.palette.border)
        for passage in self.passages:
            passage.draw(canvas)


def set_stamp(canvas: Canvas, stamp: Sequence[str], top: float) -> Margin:
    """Set the stamp line in its frame at the top right; all height is left without a stamp."""
    if not stamp:
        return Margin(top)
    size, room = float(style()["font.size"]), canvas.width - 2 * (MARGIN + STAMP_PAD)
    words = stamp_line(stamp, canvas.lang)
    lines = wrapped(words, size, room)
    wide = max(width_of(line, size) for line in lines) + 2 * STAMP_PAD
    high = len(lines) * size * LINE_HEIGHT + STAMP_PAD
    frame = Box(canvas.width - MARGIN - wide, top - STAMP_PAD - high, wide, high)
    words_in_it = Passage(tuple(lines), frame.left + STAMP_PAD, frame.top - STAMP_PAD / 2, size, canvas.palette.stamp)
    return Margin(frame.bottom, (words_in_it,), frame)


def set_title(canvas: Canvas, scene: Scene, top: float) -> Margin:
    """Set title, date and filters below `top`. The title shrinks to two lines."""
    top, size, quiet = top - ABOVE_TITLE, float(style()["font.size"]), canvas.palette.quiet_ink
    date = as_of(scene)
    room = canvas.width - 2 * MARGIN - width_of(date, size) - MARGIN
    sizes = tuple(style()["axes.titlesize"] * share for share in SHRINK)
    title_size, lines = fitted(scene.title[scene.lang], room, sizes=sizes, lines=TITLE_LINES)
    title = Passage(tuple(lines), MARGIN, top, title_size, canvas.palette.ink)
    # The date stands on the line of the title's first words.
    dated = Passage((date,), canvas.width - MARGIN, top - title_size + size, size, quiet, "right")
    under = wrapped(conditions(scene), size, canvas.width - 2 * MARGIN)
    filters = Passage(tuple(under), MARGIN, top - title.height, size, quiet)
    return Margin(filters.top - filters.height - BELOW_TITLE, (dated, title, filters))


def set_strip(canvas: Canvas, notes: Footnotes, *, most: float) -> Margin:
    """Set sources and credits at the foot, at most so high (points) as long as there are publishers to leave out."""
    size, width = float(style()["figure.labelsize"]), canvas.width - 2 * MARGIN
    frame = MARGIN / 2 + 2 * STRIP_GAP
    lines = fitting(notes, size, width, int((most - frame) / (size * LINE_HEIGHT) + 1e-6))
    top = MARGIN / 2 + len(lines) * size * LINE_HEIGHT + STRIP_GAP
    words = Passage(lines, MARGIN, top - STRIP_GAP / 2, size, canvas.palette.quiet_ink)
    return Margin(top + STRIP_GAP, (words,), rule=top)


@lru_cache(maxsize=64)
def fitting(notes: Footnotes, size: float, width: float, most: int) -> tuple[str, ...]:
    """Break a strip into at most so many lines, naming as many publishers as that allows; size and width in points."""
    reach = list(accumulate(width_of(publisher.name, size) for publisher in notes.publishers))
    named = bisect_right(reach, most * width)
    lines = _broken(notes, size, width, None if named == len(reach) else named)
    if named == len(reach) and len(lines) > most:
        lines = _broken(notes, size, width, named)
    while len(lines) > most and named:
        # What is too much tells how many names to take away; the last steps are of one.
        too_much = sum(width_of(line, size) for line in lines[most:])
        named -= max(1, int(named * too_much / sum(width_of(line, size) for line in lines) * 0.8))
        lines = _broken(notes, size, width, named)
    return lines


def _broken(notes: Footnotes, size: float, width: float, named: int | None) -> tuple[str, ...]:
    return tuple(line for paragraph in notes.paragraphs(named) for line in wrapped(paragraph, size, width))
