"""The query string, both ways: one grammar for the address bar, the terminal and saved pictures.

What is not known is dropped and named in a notice; nothing here raises for a person's text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from geo.countries import Frame, read_countries, read_regions
from geo.projection import PROJECTIONS
from i18n.text import Lang, Text, same
from layers.common import CONFIDENCE, fields_of_the_plan
from layers.lenses import LENSES
from layers.registry import find_layers
from scene.choice import DEFAULT_CENTRE, DEFAULT_PROJECTION, LOOKS, TITLE_LENGTH, Choice, default_layers

UNKNOWN_KEY = Text("「{key}」という条件はないため、外しました。", "There is no part “{key}”; it was dropped.")
UNKNOWN_VALUE = Text(
    "{key} の「{value}」は使えないため、外しました。",
    "{key}: “{value}” is not known; it was dropped.",
)
CUT_TITLE = Text(
    "題名は {length} 文字までです。超えた分を外しました。",
    "A title has at most {length} characters; it was cut.",
)
YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
NAME = re.compile(r"[\w.:-]{1,80}")
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice read from text, and what had to be dropped."""

    choice: Choice
    notices: tuple[Text, ...] = ()


def read_choice(query: str) -> Reading:
    """Read a query string, with or without its `?`, or a whole address."""
    choice, notices = Choice(), list[Text]()
    for key, value in _parts(query).items():
        read = _reader(key)
        if read is None:
            notices.append(UNKNOWN_KEY.format(key=_short(key)))
            continue
        choice, dropped = read(choice, value)
        notices += [UNKNOWN_VALUE.format(key=key, value=_short(part)) for part in dropped]
    if len(choice.title) > TITLE_LENGTH:
        choice = replace(choice, title=choice.title[:TITLE_LENGTH].strip())
        notices.append(CUT_TITLE.format(length=TITLE_LENGTH))
    return Reading(choice, tuple(notices))


def write_choice(choice: Choice) -> str:
    """Write a choice as its query string, parts in a fixed order, defaults left out."""
    own = {key: _list(codes) for key, codes in sorted(choice.own)}
    layers = _list(_in_order(choice.layers, find_layers()))
    parts = {
        "layers": None if choice.layers == default_layers() else layers,
        "region": _list(_in_order(choice.region, read_regions())) or None,
        "country": _list(choice.country) or None,
        "field": _list(_in_order(choice.field, _field_ids())) or None,
        **own,
        "year": _years(choice.year),
        "confidence": _list(_in_order(choice.confidence, _confidences())) or None,
        "show": "all" if choice.show_all else None,
        "lens": choice.lens or None,
        "select": ",".join(choice.select) or None,
        "bbox": ",".join(f"{edge:g}" for edge in choice.bbox) if choice.bbox else None,
        "projection": None if choice.projection == DEFAULT_PROJECTION else choice.projection,
        "centre": None if choice.centre == DEFAULT_CENTRE else f"{choice.centre:g}",
        "look": None if choice.look == "official" else choice.look,
        "title": choice.title or None,
        "lang": None if choice.lang == Lang.JA else choice.lang.value,
    }
    return "&".join(f"{key}={quote(text, safe=',')}" for key, text in parts.items() if text is not None)


Read = Callable[[Choice, str], tuple[Choice, list[str]]]


def _parts(query: str) -> dict[str, str]:
    text = query.strip()
    text = urlsplit(text).query if "://" in text else text.removeprefix("?")
    joined: dict[str, str] = {}
    for key, value in parse_qsl(text, keep_blank_values=True, max_num_fields=None, errors="replace"):
        name = key.strip().lower()
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined


def _reader(key: str) -> Read | None:
    if "." in key:
        return _own_reader(key)
    return READERS.get(key)


def _own_reader(key: str) -> Read | None:
    layer_id, _, name = key.partition(".")
    layer = find_layers().get(layer_id)
    field = next((field for field in layer.filters if field.id == name), None) if layer else None
    return _codes_reader(key, lambda: field.codes) if field else None


def _codes_reader(key: str, allowed: Callable[[], Iterable[str]]) -> Read:
    def read(choice: Choice, value: str) -> tuple[Choice, list[str]]:
        known = {code.casefold(): code for code in allowed()}
        asked = [part.strip() for part in value.split(",") if part.strip()]
        good = frozenset(known[part.casefold()] for part in asked if part.casefold() in known)
        return choice.narrowed(key, good), [part for part in asked if part.casefold() not in known]

    return read


def _one_reader(key: str, allowed: Callable[[], Iterable[str]]) -> Read:
    def read(choice: Choice, value: str) -> tuple[Choice, list[str]]:
        wanted = value.strip().lower()
        if wanted in set(allowed()):
            part: dict[str, Any] = {key: wanted}
            return replace(choice, **part), []
        return choice, [value] if wanted else []

    return read


def _read_layers(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    """Read the layers; when every id named is unknown, the default layers stay rather than an empty map."""
    changed, dropped = _codes_reader("layers", find_layers)(choice, value)
    return (changed if changed.layers or not dropped else choice), dropped


def _read_year(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    match = YEARS.fullmatch(value.strip())
    years = sorted(int(year) for year in match.groups(match[1])) if match else []
    if not years or years[0] < FIRST_YEAR or years[-1] > LAST_YEAR:
        return choice, [value] if value.strip() else []
    return replace(choice, year=(years[0], years[-1])), []


def _read_show(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    is_all = value.strip().lower() == "all"
    return replace(choice, show_all=is_all), [] if is_all or not value.strip() else [value]


def _read_lang(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    wanted = value.strip().lower()
    known = wanted in set(Lang)
    return (replace(choice, lang=Lang(wanted)), []) if known else (choice, [value] if wanted else [])


def _read_select(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    asked = [part.strip() for part in value.split(",") if part.strip()]
    good = tuple(dict.fromkeys(part for part in asked if NAME.fullmatch(part)))
    return replace(choice, select=good), [part for part in asked if not NAME.fullmatch(part)]


def _read_bbox(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    frame = _frame(value)
    return (replace(choice, bbox=frame), []) if frame else (choice, [value] if value.strip() else [])


def _frame(value: str) -> Frame | None:
    try:
        west, south, east, north = (round(float(edge), 4) + 0.0 for edge in value.split(","))
    except (ValueError, OverflowError):
        return None
    sound = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south < north <= 90 and west != east
    return (west, south, east, north) if sound else None


def _read_centre(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    try:
        degrees = round(float(value), 2)
    except (ValueError, OverflowError):
        degrees = math.nan
    if not abs(degrees) <= 360:
        return choice, [value] if value.strip() else []
    return replace(choice, centre=(degrees + 180) % 360 - 180), []


def _read_title(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    return replace(choice, title=" ".join("".join(c if c.isprintable() else " " for c in value).split())), []


READERS: Mapping[str, Read] = {
    "layers": _read_layers,
    "region": _codes_reader("region", lambda: read_regions()),
    "country": _codes_reader("country", lambda: read_countries()),
    "field": _codes_reader("field", lambda: _field_ids()),
    "year": _read_year,
    "confidence": _codes_reader("confidence", lambda: _confidences()),
    "show": _read_show,
    "lens": _one_reader("lens", lambda: LENSES),
    "select": _read_select,
    "bbox": _read_bbox,
    "projection": _one_reader("projection", lambda: PROJECTIONS),
    "centre": _read_centre,
    "look": _one_reader("look", lambda: LOOKS),
    "title": _read_title,
    "lang": _read_lang,
}


def _field_ids() -> tuple[str, ...]:
    return tuple(category.code for category in fields_of_the_plan())


def _confidences() -> tuple[str, ...]:
    return tuple(category.code for category in CONFIDENCE)


def _in_order(codes: Iterable[str], order: Iterable[str]) -> list[str]:
    chosen = set(codes)
    return [code for code in order if code in chosen]


def _list(codes: Iterable[str]) -> str:
    return ",".join(codes if isinstance(codes, list) else sorted(codes))


def _years(year: tuple[int, int] | None) -> str | None:
    if year is None:
        return None
    return str(year[0]) if year[0] == year[1] else f"{year[0]}-{year[1]}"


def _short(text: str) -> Text:
    printable = "".join(c for c in text if c.isprintable())
    return same(printable if len(printable) <= 40 else printable[:39] + "…")
