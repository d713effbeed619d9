"""How the parts of a query string are read that only pictures and decks show; see scene.readers for the rest."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from i18n.errors import AtlasError
from i18n.text import wide
from scene.choice import DECK_PARTS, PARTS, STAMP_GAP, STAMP_LENGTH, STAMP_PIECES, STAMPS, Choice
from scene.paper import DPI, read_paper

DOTS = re.compile(r"[0-9]{1,4}")
VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Which form of a character is meant (Unicode §23.4): the fonts have one form of each."""
NOTHING = "none"
"""Written for a picture that carries the map alone, or a deck that is its cover."""
Read = Callable[[Choice, str], tuple[Choice, list[str]]]


def _some_reader(key: str, known: Iterable[str]) -> Read:
    """Read some of what there is, or none of it; when every id named is unknown, the part stays as it was."""
    def read(choice: Choice, value: str) -> tuple[Choice, list[str]]:
        asked = [part.strip() for part in value.lower().split(",") if part.strip()]
        good = frozenset(asked) & frozenset(known)
        changed: dict[str, Any] = {key: good}
        wrong = [part for part in asked if part not in known and part != NOTHING]
        return replace(choice, **changed) if good or NOTHING in asked else choice, wrong

    return read


def _read_centre(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    """Read a longitude, or a longitude and the latitude to which a globe is tilted."""
    try:
        lon, lat = (round(float(part), 2) for part in (value if "," in value else f"{value},0").split(","))
    except (ValueError, OverflowError):
        lon = lat = math.nan
    if not (abs(lon) <= 360 and abs(lat) <= 90):
        return choice, [value] if value.strip() else []
    return replace(choice, centre=round((lon + 180) % 360 - 180, 2), centre_lat=lat + 0.0), []


def _read_stamp(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    """Read the pieces of a stamp line: keys of STAMPS in any case, else words of one's own; what is too long goes."""
    words = [_written(piece) for piece in value.split(",")]
    asked = list(dict.fromkeys(word.lower() if word.lower() in STAMPS else word for word in words if word))
    good = list[str]()
    for word in asked:
        if len(good) < STAMP_PIECES and stamp_width((*good, word)) <= STAMP_LENGTH:
            good.append(word)
    return replace(choice, stamp=tuple(good)), [word for word in asked if word not in good]


def stamp_width(pieces: Sequence[str]) -> float:
    """Measure a stamp line in full-width letters, its marks in the language in which they are longer."""
    words = (max(map(wide, (STAMPS[piece].ja, STAMPS[piece].en))) if piece in STAMPS else wide(piece)
             for piece in pieces)
    return sum(words) + wide(STAMP_GAP) * max(len(pieces) - 1, 0)


def _read_size(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    try:
        return replace(choice, size=read_paper(value).size), []
    except AtlasError:
        return choice, [value] if value.strip() else []


def _read_dpi(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    wanted = value.strip()
    if DOTS.fullmatch(wanted) and DPI[0] <= int(wanted) <= DPI[1]:
        return replace(choice, dpi=int(wanted)), []
    return choice, [value] if wanted else []


def _read_title(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    return replace(choice, title=_written(value)), []


def _written(text: str) -> str:
    """Give words as they can be printed: on one line, without the marks that choose among forms of a character."""
    plain = VARIANTS.sub("", text)
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())

PICTURE_READERS: Mapping[str, Read] = {
    "centre": _read_centre,
    "size": _read_size,
    "dpi": _read_dpi,
    "title": _read_title,
    "parts": _some_reader("parts", PARTS),
    "stamp": _read_stamp,
    "deck": _some_reader("deck", DECK_PARTS),
}
