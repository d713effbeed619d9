"""The query string, both ways: one grammar for the address bar, the terminal and saved pictures.

What is not known is dropped and named in a notice; nothing here raises for a person's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

from geo.countries import read_regions
from i18n.text import LISTED, Lang, Text, same
from layers.registry import find_layers
from scene.choice import (
    DECK_PARTS,
    DEFAULT_CENTRE,
    DEFAULT_PROJECTION,
    DEFAULT_SIZE,
    GROUNDS,
    MOST_SELECTED,
    PARTS,
    STAMP_LENGTH,
    STAMP_PIECES,
    TITLE_LENGTH,
    USUAL_DECK,
    USUAL_PARTS,
    Choice,
    default_layers,
)
from scene.pages import field_ids
from scene.paper import PAPERS
from scene.picture_readers import NOTHING
from scene.readers import confidences, find_reader

UNKNOWN_KEY = Text("「{key}」という条件はないため、外しました。", "There is no part “{key}”; it was dropped.")
UNKNOWN_VALUE = Text(
    "{key} の「{value}」は使えないため、外しました。",
    "{key}: “{value}” is not known; it was dropped.",
)
UNKNOWN_VALUES = Text(
    "{key} の「{values}」は使えないため、外しました。",
    "{key}: “{values}” are not known; they were dropped.",
)
UNKNOWN_MANY = Text(
    "{key} の「{values}」ほか {more} 件は使えないため、外しました。",
    "{key}: “{values}” and {more} more are not known; they were dropped.",
)
BETWEEN = Text("」「", "”, “")
NAMED = 3
"""Values that a notice names; a link with hundreds of wrong codes must not push the map off the screen."""
ALLOWED = Text("使えるもの: {known}。", " Allowed: {known}.")
FORMS = {
    "year": Text("2019、2015-2025 など", "such as 2019 or 2015-2025"),
    "bbox": Text("西,南,東,北(度)", "west,south,east,north in degrees"),
    "centre": Text("経度、または 経度,緯度(度)", "a longitude, or longitude,latitude in degrees"),
    "size": Text("{presets}、幅x高さ(ピクセル)", "{presets}, WIDTHxHEIGHT in pixels").format(presets=", ".join(PAPERS)),
    "dpi": Text("30~1200", "30 to 1200"),
    "parts": same(", ".join((*PARTS, NOTHING))),
    "deck": same(", ".join((*DECK_PARTS, NOTHING))),
    "ground": same(", ".join(GROUNDS)),
    "stamp": Text("{pieces} 個、各 {length} 文字まで", "at most {pieces} pieces of {length} characters").format(
        pieces=STAMP_PIECES, length=STAMP_LENGTH),
    "show": same("all"),
    "lang": same("ja, en"),
}
"""What a part may hold that is no code."""
CUT_TITLE = Text(
    "題名は {length} 文字までです。超えた分を外しました。",
    "A title has at most {length} characters; it was cut.",
)
TOO_MANY_SELECTED = Text(
    "一度に選べる国・項目は {most} つまでです。{names} を外しました。",
    "At most {most} countries or items can be selected at once; {names} was dropped.",
)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^?#]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice read from text, and what had to be dropped."""

    choice: Choice
    notices: tuple[Text, ...] = ()


def read_choice(query: str) -> Reading:
    """Read a query string, with or without its `?`, or a whole address."""
    choice, notices = Choice(), list[Text]()
    parts = _parts(query)
    for key, value in parts.items():
        read = find_reader(key)
        if read is None:
            notices.append(UNKNOWN_KEY.format(key=_short(key)))
            continue
        choice, dropped = read(choice, value)
        if dropped:
            notices.append(_say_dropped(key, dropped))
    if "layers" not in parts:
        choice = replace(choice, layers=default_layers(choice.lens))
    if len(choice.title) > TITLE_LENGTH:
        choice = replace(choice, title=choice.title[:TITLE_LENGTH].strip())
        notices.append(CUT_TITLE.format(length=TITLE_LENGTH))
    if len(choice.select) > MOST_SELECTED:
        notices.append(say_too_many(choice.select[MOST_SELECTED:]))
        choice = replace(choice, select=choice.select[:MOST_SELECTED])
    return Reading(choice, tuple(notices))


def say_too_many(dropped: Sequence[str]) -> Text:
    """Say that more was selected than can stand side by side."""
    return TOO_MANY_SELECTED.format(most=MOST_SELECTED, names=LISTED.join([_short(name) for name in dropped[:NAMED]]))


def write_choice(choice: Choice) -> str:
    """Write a choice as its query string, parts in a fixed order, defaults left out."""
    own = {key: _list(codes) for key, codes in sorted(choice.own)}
    layers = _list(_in_order(choice.layers, find_layers()))
    parts = {
        "layers": None if choice.layers == default_layers(choice.lens) else layers,
        "region": _list(_in_order(choice.region, read_regions())) or None,
        "country": _list(choice.country) or None,
        "field": _list(_in_order(choice.field, field_ids())) or None,
        **own,
        "year": _years(choice.year),
        "plan": choice.plan or None,
        "confidence": _list(_in_order(choice.confidence, confidences())) or None,
        "show": "all" if choice.show_all else None,
        "lens": choice.lens or None,
        "view": choice.view or None,
        "select": ",".join(choice.select) or None,
        "table": choice.table or None,
        "sort": choice.sort or None,
        "page": str(choice.page) if choice.page else None,
        "bbox": ",".join(map(_degrees, choice.bbox)) if choice.bbox else None,
        "colour": _list(choice.colour) or None,
        "cut": ",".join(choice.cut) or None,
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
    return "&".join(f"{key}={quote(text, safe=',')}" for key, text in parts.items() if text is not None)


def _parts(query: str) -> dict[str, str]:
    text = query.strip()
    address = ADDRESS.match(text)
    if address:
        text = text[address.end() :].partition("#")[0]
    joined: dict[str, str] = {}
    for key, value in parse_qsl(text.removeprefix("?"), keep_blank_values=True, max_num_fields=None, errors="replace"):
        name = key.strip().lower()
        joined[name] = f"{joined[name]},{value}" if joined.get(name, value) != value else value
    return joined


def _say_dropped(key: str, dropped: Sequence[str]) -> Text:
    allowed = ALLOWED.format(known=FORMS[key]) if key in FORMS else Text("", "")
    if len(dropped) == 1:
        return UNKNOWN_VALUE.format(key=key, value=_short(dropped[0])) + allowed
    values = BETWEEN.join([_short(value) for value in dropped[:NAMED]])
    more = len(dropped) - NAMED
    return (UNKNOWN_MANY if more > 0 else UNKNOWN_VALUES).format(key=key, values=values, more=more)


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


def _short(text: str) -> Text:
    printable = "".join(c for c in text if c.isprintable())
    return same(printable if len(printable) <= 40 else printable[:39] + "…")
