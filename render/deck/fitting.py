"""How words are made to fit a box: measured as PowerPoint sets them, smaller type first, then whole lines left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from i18n.deck import MORE_LINES
from i18n.text import Lang
from render.picture.canvas import LINE_HEIGHT
from render.picture.wrap import wrapped
from render.slides.measure import set_width

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
"""Sizes of type that are tried, points."""
SLACK = 1.06
"""How much wider a face of the theme may run than ours."""
HANG = 1.0
"""How far the lines under a bullet stand in, in sizes of the type."""
LABEL, SHORT_VALUES = 0.38, 0.66
"""The share of a box's width that a column of labels may take, and where every value is one line beside it."""
BEFORE_HEADING, BEFORE_LINE = 0.55, 0.18
"""Room before a heading and before a line, in sizes of the type."""
NO_BREAK = "\u00a0"
"""Between words and the numbers of their sources; a sign that goes to the next line with them needs no line more."""
CITE = 0.72
"""The size of source numbers, in sizes of the type."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a section: a bullet, a label with its value, or a sentence; and the numbers of its sources."""

    text: str
    label: str = ""
    cites: str = ""
    bullet: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A section as a slide has it."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Parts that fit at a size of type, and the lines that found no room."""

    size: float
    parts: tuple[Part, ...]
    lost: tuple[tuple[str, Item], ...]  # heading and line
    more: str = ""  # the sentence that counts them, "" where nothing is lost


def fit(parts: Sequence[Part], width: float, height: float, lang: Lang, *, columns: int = 1) -> Fitted:
    """Fit parts into columns of this size: the largest type that holds all, else the smallest with lines left out."""
    for size in SIZES:
        if stacked(parts, size, width, height, columns):
            return Fitted(size, tuple(parts), ())
    return _shortened(tuple(parts), width, height, lang, columns)


def stacked(
    parts: Sequence[Part], size: float, width: float, height: float, columns: int
) -> tuple[tuple[Part, ...], ...]:
    """Stack parts, in their order, into so many columns; none where they do not fit."""
    found: list[tuple[Part, ...]] = [()]
    for part in parts:
        if found[-1] and height_of((*found[-1], part), size, width) > height:
            found.append(())
        found[-1] = (*found[-1], part)
    fits = len(found) <= columns and all(height_of(stack, size, width) <= height for stack in found)
    return tuple(found) if fits else ()


def balanced(
    parts: Sequence[Part], size: float, width: float, height: float, columns: int
) -> tuple[tuple[Part, ...], ...]:
    """Stack parts into columns that end as high up as they can."""
    best = stacked(parts, size, width, height, columns)
    room = height
    while room > size and (tried := stacked(parts, size, width, room, columns)):
        best, room = tried, room - size
    return best


def _shortened(parts: tuple[Part, ...], width: float, height: float, lang: Lang, columns: int) -> Fitted:
    """Leave out lines from the end of the last part, or of one that is higher than a column, and count them."""
    size, lost = SIZES[-1], list[tuple[str, Item]]()
    room = height - size * (LINE_HEIGHT + BEFORE_HEADING)
    while parts and not stacked(parts, size, width, room, columns):
        high = (at for at, part in enumerate(parts) if part_height(part, size, width) > room)
        at = next(high, len(parts) - 1)
        short = parts[at]
        lost.insert(0, (short.heading, short.items[-1]))
        kept = (replace(short, items=short.items[:-1]),) if len(short.items) > 1 else ()
        parts = (*parts[:at], *kept, *parts[at + 1:])
    return Fitted(size, parts, tuple(lost), MORE_LINES.format(count=len(lost))[lang])


def height_of(parts: Sequence[Part], size: float, width: float) -> float:
    """Measure parts that stand one under the other."""
    heights = [part_height(part, size, width) for part in parts]
    return sum(heights) + max(len(parts) - 1, 0) * BEFORE_HEADING * size


def part_height(part: Part, size: float, width: float) -> float:
    """Measure a heading with its lines."""
    heading = len(lines_of(part.heading, size, width)) if part.heading else 0
    column = label_column(part, size, width)
    lines = sum(item_lines(item, size, width, column) for item in part.items)
    return (heading + lines) * size * LINE_HEIGHT + len(part.items) * BEFORE_LINE * size


def item_lines(item: Item, size: float, width: float, column: float) -> int:
    """Count the lines that an item takes."""
    if item.label and not column:
        return len(lines_of(f"{item.label}: {item.text} {item.cites}".rstrip(), size, width))
    stands_in = column if item.label else HANG * size if item.bullet else 0.0
    return max(1, len(lines_of(f"{item.text} {item.cites}".rstrip(), size, width - stands_in)))


def label_column(part: Part, size: float, width: float) -> float:
    """Give the width of the labels' column, 0 where a label is too long for one."""
    labels = [item.label for item in part.items if item.label]
    widest = max((wide(label, size) for label in labels), default=0.0)
    column = round(widest + size, 1)
    if not labels or column > SHORT_VALUES * width:
        return 0.0
    values = max(wide(f"{item.text} {item.cites}".rstrip(), size) for item in part.items if item.label)
    return column if column <= LABEL * width or values <= width - column else 0.0


@lru_cache(maxsize=4096)
def lines_of(text: str, size: float, width: float) -> tuple[str, ...]:
    """Break text into lines that a program sets no wider than width."""
    text, room = text.replace(NO_BREAK, " "), width
    for _try in range(6):
        lines = tuple(wrapped(text, size, room))
        widest = max((wide(line, size) for line in lines), default=0.0)
        if widest <= width:
            return lines
        room *= min(0.97, width / widest)
    return lines


def wide(text: str, size: float) -> float:
    """Measure a line (points) as a program sets it in a face of the theme."""
    return set_width(text, size) * SLACK

