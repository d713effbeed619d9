"""Lines of text that fit a width: they end after phrases, else at spaces or between Japanese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from render.picture.fonts import width_of

NO_START = "、。,.・:;)」』】〕>!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々”’)%"
"""Characters that a line does not begin with (JIS X 4051, the common ones)."""
NO_END = "(「『【〔<“‘("
PIECE = re.compile(
    rf"[{re.escape(NO_END)}]*(?:[!-~À-ʯʻ-ʼ’–]+|[ァ-ヺー]+|.)[{re.escape(NO_START)}]*\s*", re.DOTALL
)
PHRASE = re.compile(r".+?(?:、|。| / |$)", re.DOTALL)
SHORT = 0.6
"""A phrase that is longer than this share of a line may be broken."""


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Break text into lines no wider than width; size and width in points."""
    lines, line = list[str](), ""
    for piece in _pieces(text, size, width):
        if line and width_of((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def fitted(text: str, width: float, *, sizes: tuple[float, ...], lines: int) -> tuple[float, list[str]]:
    """Give the largest of the sizes at which text takes at most so many lines, else the smallest size."""
    for size in sizes:
        broken = wrapped(text, size, width)
        if len(broken) <= lines:
            return size, broken
    return sizes[-1], wrapped(text, sizes[-1], width)


def _pieces(text: str, size: float, width: float) -> Iterator[str]:
    """Cut text where a line may end: after short phrases, in long ones anywhere that is allowed."""
    for phrase in PHRASE.findall(text):
        if width_of(phrase.rstrip(), size) <= width * SHORT:
            yield phrase
            continue
        for piece in PIECE.findall(phrase):
            # A word that is wider than a line is cut into characters.
            yield from piece if width_of(piece.rstrip(), size) > width else (piece,)
