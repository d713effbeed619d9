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

    A part that is narrowed already is split within its codes.
    """
    asked = choice.codes(part)
    codes = [code for code in CODES[part]() if not asked or code in asked]
    found = counts(choice, part)
    filled = {code: choice.narrowed(part, frozenset({code})) for code in codes if found.get(code)}
    return filled, len(codes) - len(filled)
