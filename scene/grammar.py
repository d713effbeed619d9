"""The query string, both ways: one grammar for the address bar, the terminal and saved pictures.

What is not known is dropped and named in a notice; nothing here raises for a person's text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from geo.countries import read_regions
from i18n.text import Lang, Text
from layers.registry import find_layers
from scene.choice import (
    DECK_PARTS,
    DEFAULT_CENTRE,
    DEFAULT_PROJECTION,
    DEFAULT_SIZE,
    MOST_SELECTED,
    PARTS,
    TITLE_LENGTH,
    USUAL_DECK,
    USUAL_PARTS,
    Choice,
    default_layers,
)
from scene.dropped import CUT_TITLE, say_dropped, say_too_many, say_unknown
from scene.pages import field_ids
from scene.picture_readers import NOTHING
from scene.query import parts_of
from scene.readers import confidences, find_reader


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice read from text, and what had to be dropped."""

    choice: Choice
    notices: tuple[Text, ...] = ()


def read_choice(query: str) -> Reading:
    """Read a query string, with or without its `?`, or a whole address."""
    choice, notices = Choice(), list[Text]()
    parts = parts_of(query)
    for key, value in parts.items():
        read = find_reader(key)
        if read is None:
            notices.append(say_unknown(key))
            continue
        choice, dropped = read(choice, value)
        if dropped:
            notices += say_dropped(key, dropped)
    if "layers" not in parts:
        choice = replace(choice, layers=default_layers(choice.lens))
    if len(choice.title) > TITLE_LENGTH:
        choice = replace(choice, title=choice.title[:TITLE_LENGTH].strip())
        notices.append(CUT_TITLE.format(length=TITLE_LENGTH))
    if len(choice.select) > MOST_SELECTED:
        notices.append(say_too_many(choice.select[MOST_SELECTED:]))
        choice = replace(choice, select=choice.select[:MOST_SELECTED])
    return Reading(choice, tuple(dict.fromkeys(notices)))


def write_choice(choice: Choice) -> str:
    """Write a choice as its query string, parts in a fixed order, defaults left out."""
    parts = {**_narrowed(choice), **_opened(choice), **_pictured(choice)}
    return "&".join(f"{key}={quote(text, safe=',')}" for key, text in parts.items() if text is not None)


def _narrowed(choice: Choice) -> dict[str, str | None]:
    """Write layers and filters; that no layer is on must be written too."""
    layers = _list(_in_order(choice.layers, find_layers()))
    return {
        "layers": None if choice.layers == default_layers(choice.lens) else layers,
        "region": _list(_in_order(choice.region, read_regions())) or None,
        "country": _list(choice.country) or None,
        "field": _list(_in_order(choice.field, field_ids())) or None,
        **{key: _list(codes) for key, codes in sorted(choice.own)},
        "year": _years(choice.year),
        "plan": choice.plan or None,
        "confidence": _list(_in_order(choice.confidence, confidences())) or None,
        "show": "all" if choice.show_all else None,
        "lens": choice.lens or None,
    }


def _opened(choice: Choice) -> dict[str, str | None]:
    """Write what is open beside and under the map, and what the map itself shows."""
    return {
        "view": choice.view or None,
        "select": ",".join(choice.select) or None,
        "table": choice.table or None,
        "sort": choice.sort or None,
        "page": str(choice.page) if choice.page else None,
        "bbox": ",".join(map(_degrees, choice.bbox)) if choice.bbox else None,
        "colour": _list(choice.colour) or None,
        "cut": ",".join(choice.cut) or None,
    }


def _pictured(choice: Choice) -> dict[str, str | None]:
    """Write what only a picture or a deck shows, and the language."""
    return {
        "projection": None if choice.projection == DEFAULT_PROJECTION else choice.projection,
        "centre": _centre(choice),
        "size": None if choice.size == DEFAULT_SIZE else choice.size,
        "dpi": str(choice.dpi) if choice.dpi else None,
        "look": None if choice.look == "official" else choice.look,
        "title": choice.title or None,
        "parts": _some(choice.parts, PARTS, USUAL_PARTS),
        "ground": None if choice.ground == "filled" else choice.ground,
        "stamp": ",".join(choice.stamp) or None,
        "deck": _some(choice.deck, DECK_PARTS, USUAL_DECK),
        "lang": None if choice.lang == Lang.JA else choice.lang.value,
    }


def _in_order(codes: Iterable[str], order: Iterable[str]) -> list[str]:
    chosen = set(codes)
    return [code for code in order if code in chosen]


def _list(codes: Iterable[str]) -> str:
    return ",".join(codes if isinstance(codes, list) else sorted(codes))


def _some(chosen: frozenset[str], order: Iterable[str], usual: frozenset[str]) -> str | None:
    return None if chosen == usual else _list(_in_order(chosen, order)) or NOTHING


def _centre(choice: Choice) -> str | None:
    """Write the centre; its latitude only where a globe is tilted."""
    parts = (choice.centre, choice.centre_lat) if choice.centre_lat else (choice.centre,)
    return None if parts == (DEFAULT_CENTRE,) else ",".join(map(_degrees, parts))


def _degrees(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _years(year: tuple[int, int] | None) -> str | None:
    if year is None:
        return None
    return str(year[0]) if year[0] == year[1] else f"{year[0]}-{year[1]}"


