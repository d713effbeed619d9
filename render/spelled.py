"""Text that the fonts of the program can set: what cannot be drawn is replaced where one sees it, and named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from render.picture.fonts import missing

GETA = "〓"
"""What Japanese printers set for a letter that they lack."""
NAMED = 20
"""Characters that a sentence names."""
Told = TypeVar("Told")

BLANKS = re.compile(r"[^\S\u3000\xa0]+")
UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Controls, halves of characters, and what is no character."""
UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Characters that show nothing and steer the direction or the joining of others."""
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Marks that choose a form of the letter before them: a font that has no such form shows the usual one."""


def spelled(told: Told) -> tuple[Told, str]:
    """Make every string in a record (of dicts, lists and tuples) one that can be set; give the characters lacking."""
    lacking = missing(VARIANTS.sub("", _plain(text)) for text in _strings(told))
    replaced = {ord(character): GETA for character in lacking}
    return _mapped(told, replaced), lacking


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Give one line of text as it can be drawn: as it is, unless the fonts lack a character of it."""
    return VARIANTS.sub("", spelled(text)[0]) if missing([text]) else text


def named(lacking: str) -> str:
    """Name characters by their codes, as many as a sentence holds."""
    codes = [f"U+{ord(character):04X}" for character in lacking[:NAMED]]
    return ", ".join(codes + ["…"] * (len(lacking) > NAMED))


def _plain(text: str) -> str:
    return UNSEEN.sub("", UNWRITABLE.sub("", BLANKS.sub(" ", text)))


def _strings(told: object) -> Iterator[str]:
    match told:
        case str():
            yield told
        case Mapping():
            for inside in told.values():
                yield from _strings(inside)
        case list() | tuple():
            for inside in told:
                yield from _strings(inside)


def _mapped(told: Told, replaced: dict[int, str]) -> Told:
    return _each(told, replaced)  # type: ignore[return-value]  # a record comes back as it went in


def _each(told: object, replaced: dict[int, str]) -> object:
    match told:
        case str():
            return _plain(told).translate(replaced)
        case Mapping():
            return {key: _each(inside, replaced) for key, inside in told.items()}
        case list() | tuple():
            return [_each(inside, replaced) for inside in told]
    return told
