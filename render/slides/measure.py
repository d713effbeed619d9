"""How wide and high words are on a slide, as the program that opens it sets them."""

from __future__ import annotations

import re

from render.picture.fonts import width_of
from render.picture.wrap import PIECE

JAPANESE, LATIN = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]", "[!-~À-ɏ]"
CHANGES = re.compile(f"(?<={JAPANESE})(?={LATIN})|(?<={LATIN})(?={JAPANESE})")
"""Where a line changes between Japanese and Latin."""
BOLD = 1.06
"""How much wider bold letters may be; full-width ones are not, so this leaves room."""


def set_width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Measure a line (points) as a program sets it that leaves a quarter of a sign between Japanese and Latin."""
    return (width_of(text, size) + len(CHANGES.findall(text)) * size / 4) * (BOLD if is_bold else 1.0)


def set_lines(text: str, size: float, room: float, *, is_bold: bool = False) -> list[str]:
    """Break text as a program does that wraps it: as late as it can, Latin words whole where they fit."""
    lines, line = list[str](), ""
    for piece in PIECE.findall(text):
        if line and set_width((line + piece).rstrip(), size, is_bold=is_bold) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]
