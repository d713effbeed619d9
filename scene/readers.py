"""How each part of a query string is read: a choice and the part's text become the changed choice.

Beside it stands what of the text had to be dropped; nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from geo.countries import Frame, read_countries, read_regions
from geo.projection import PROJECTIONS
from i18n.text import Lang
from layers.common import CONFIDENCE
from layers.lenses import LENSES
from layers.plans import PLANS
from layers.registry import find_layers
from scene.choice import GROUNDS, LOOKS, Choice
from scene.pages import field_ids, page_named
from scene.picture_readers import PICTURE_READERS, Read

YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
NAME = re.compile(r"[\w.:-]{1,80}")
PAGE = re.compile(r"0*[1-9][0-9]{0,3}")
SHARED_COLUMNS = ("layer", "name", "iso_a3", "field_id", "status", "date", "status_as_of", "confidence", "id")
"""Columns of a table in which several layers stand; a layer's own table has its fields."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


def find_reader(key: str) -> Read | None:
    """Find how a part is read; None for a part that does not exist."""
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


def _read_view(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    name = page_named(value)
    return replace(choice, view=name), [] if name or not value.strip() else [value]


def _read_select(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    asked = [part.strip() for part in value.split(",") if part.strip()]
    good = tuple(dict.fromkeys(_country_or_id(part) for part in asked if NAME.fullmatch(part)))
    return replace(choice, select=good), [part for part in asked if not NAME.fullmatch(part)]


def _read_cut(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    asked = [part.strip() for part in value.split(",") if part.strip()]
    good = dict.fromkeys(part.lower() for part in asked if NAME.fullmatch(part.lower()))  # İ in small is two signs
    return replace(choice, cut=tuple(good)), [part for part in asked if not NAME.fullmatch(part.lower())]


def _country_or_id(name: str) -> str:
    """Write a country's code as the data does; an id of a row stays as it is."""
    return name.upper() if name.upper() in read_countries() else name


def _read_sort(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    wanted = value.strip().lower()
    if wanted.removeprefix("-") in sortable():
        return replace(choice, sort=wanted), []
    return choice, [value] if wanted else []


def _read_page(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    wanted = value.strip()
    if PAGE.fullmatch(wanted):
        return replace(choice, page=int(wanted)), []
    return choice, [value] if wanted else []


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


def _read_colour(choice: Choice, value: str) -> tuple[Choice, list[str]]:
    """Read the fields to colour by; of two for one layer the later counts."""
    layers = find_layers().values()
    known = {f"{layer.id}.{field.id}": (layer, field.id) for layer in layers for field in layer.colourings}
    asked = [part.strip() for part in value.lower().split(",") if part.strip()]
    for part in asked:
        choice = choice.coloured(*known[part]) if part in known else choice
    return choice, [part for part in asked if part not in known]


READERS: Mapping[str, Read] = {
    "layers": _read_layers,
    "region": _codes_reader("region", lambda: read_regions()),
    "country": _codes_reader("country", lambda: read_countries()),
    "field": _codes_reader("field", field_ids),
    "year": _read_year,
    "plan": _one_reader("plan", lambda: PLANS),
    "confidence": _codes_reader("confidence", lambda: confidences()),
    "show": _read_show,
    "lens": _one_reader("lens", lambda: LENSES),
    "view": _read_view,
    "select": _read_select,
    "table": _one_reader("table", lambda: find_layers()),
    "sort": _read_sort,
    "page": _read_page,
    "bbox": _read_bbox,
    "colour": _read_colour,
    "cut": _read_cut,
    **PICTURE_READERS,
    "projection": _one_reader("projection", lambda: PROJECTIONS),
    "look": _one_reader("look", lambda: LOOKS),
    "ground": _one_reader("ground", lambda: GROUNDS),
    "lang": _read_lang,
}


def confidences() -> tuple[str, ...]:
    """List the grades of confidence, the surest first."""
    return tuple(category.code for category in CONFIDENCE)


def sortable() -> tuple[str, ...]:
    """Name the columns by which a table can be sorted."""
    own = (field.id for layer in find_layers().values() for field in layer.fields if field.in_table)
    return tuple(dict.fromkeys((*SHARED_COLUMNS, *own)))
