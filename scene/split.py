"""One view made into many: a choice for each country, region or field that has rows in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from geo.countries import read_countries, read_regions
from scene.choice import Choice
from scene.pages import field_ids
from scene.survey import counts

CODES: Mapping[str, Callable[[], Iterable[str]]] = {
    "country": read_countries, "region": read_regions, "field": field_ids,
}
"""What a view can be split by, and the codes in the order of the files."""


def split(choice: Choice, part: str) -> tuple[dict[str, Choice], int]:
    """Narrow a choice to each code of a part in turn; tell how many codes are left out because no row is theirs.

    A part that is narrowed already is split within its codes, and countries within the regions asked for: a cable of
    a region lands elsewhere too.
    """
    codes = [code for code in CODES[part]() if _is_asked(choice, part, code)]
    found = counts(choice, part)
    filled = {code: choice.narrowed(part, frozenset({code})) for code in codes if found.get(code)}
    return filled, len(codes) - len(filled)


def _is_asked(choice: Choice, part: str, code: str) -> bool:
    asked, countries = choice.codes(part), read_countries()
    away = part == "country" and choice.region and countries[code].region_id not in choice.region
    return not away and (not asked or code in asked)
