"""Short lines: what fits beside a map, cut where it does not, and never within a number."""

from __future__ import annotations

from analysis.digest.numbers import numbers
from i18n.text import wide

LETTERS = 60
"""Full-width letters that a line may have; a Latin letter is half as wide."""
MORE = "…"


def clipped(text: str, letters: float = LETTERS) -> str:
    """Cut a text to so many full-width letters; no number is cut in two, and no word of Latin letters."""
    if wide(text) <= letters:
        return text
    room, end = letters - wide(MORE), 0
    while (room := room - wide(text[end])) >= 0:
        end += 1
    kept = text[:end]
    return _whole_words(text, kept).rstrip(" 、,(〔「;:・") + MORE


def _whole_words(text: str, kept: str) -> str:
    following = text[len(kept): len(kept) + 1]
    if kept and following.isascii() and following.isalnum() and kept[-1].isascii() and kept[-1].isalnum():
        kept = kept[: max(map(kept.rfind, " 、。,・(「/")) + 1] or kept
    whole = frozenset(numbers(text))
    while (found := list(numbers(kept))) and found[-1] not in whole:
        kept = kept[: found[-1].start]
    return kept
