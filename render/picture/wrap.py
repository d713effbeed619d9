"""Lines of text that fit a width: they end after clauses, in long ones after phrases, in long phrases where they may.

Japanese phrases are those of BudouX, which has learnt from text where a reader pauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import budoux

from render.picture.fonts import width_of

NO_START = "、。,.・:;)」』】〕>!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々”’)%"
"""Characters that a line does not begin with (JIS X 4051, the common ones)."""
NO_END = "(「『【〔<“‘("
PIECE = re.compile(
    rf"[{re.escape(NO_END)}]*(?:[!-~À-ʯʻ-ʼ’–]+|[ァ-ヺー]+|.)[{re.escape(NO_START)}]*\s*", re.DOTALL
)
CLAUSE = re.compile(r"\([^()]*\), |.+?(?:、|。| / |(?=\()|$)", re.DOTALL)
SPACED = re.compile(r"\S*\s*")
COUNTER = re.compile(r"\dか$")
"""What BudouX parts from its 国, 所 or 月."""
SHORT = 0.6
"""A clause that is longer than this share of a line may be broken; what stands in brackets only if it must."""


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
    """Cut text where a line may end: after short clauses, in long ones after phrases, in those as the signs allow."""
    for clause in CLAUSE.findall(text):
        if width_of(clause.rstrip(), size) <= width * (1.0 if clause.startswith("(") else SHORT):
            yield clause
            continue
        for phrase in _phrases(clause):
            yield from (phrase,) if width_of(phrase.rstrip(), size) <= width else _characters(phrase, size, width)


def _phrases(clause: str) -> Iterator[str]:
    """Cut a clause at its spaces and between Japanese phrases."""
    kept = ""
    for phrase in (phrase for word in SPACED.findall(clause) for phrase in _parser().parse(word)):
        if kept and not COUNTER.search(kept) and phrase[0] not in NO_START and kept[-1] not in NO_END:
            yield kept
            kept = ""
        kept += phrase
    yield from filter(None, [kept])


def _characters(phrase: str, size: float, width: float) -> Iterator[str]:
    """Cut a phrase that is wider than a line: between Japanese characters, in a word only where it must be."""
    for piece in PIECE.findall(phrase):
        yield from piece if width_of(piece.rstrip(), size) > width else (piece,)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
