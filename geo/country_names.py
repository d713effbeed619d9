"""From what a person calls a country to its code: ISO codes and exact names; near names where nothing fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from geo.countries import Country, read_countries
from i18n.errors import AtlasError
from i18n.text import LISTED, Text

UNKNOWN = Text("国・地域「{name}」は見つかりません。国名(日本語・英語)か ISO コードで指定してください。",
               "There is no country or area “{name}”. Give a name (Japanese or English) or an ISO code.")
NEAR = Text("近い名称: {names}。", " Near names: {names}.")
MOST = 3
NEARNESS = 0.6
"""Share of letters in common, as difflib counts it, from which a name is near."""


def find_country(name: str) -> str:
    """Give the iso_a3 of a country by its code, name or other name; raises AtlasError with names that are near."""
    called = _called()
    plain = _plain(name)
    if plain in called:
        return called[plain]
    near = dict.fromkeys(called[close] for close in get_close_matches(plain, called, MOST, NEARNESS))
    names = [read_countries()[code].name + Text(f"({code})", f" ({code})") for code in near]
    raise AtlasError(UNKNOWN.format(name=name) + (NEAR.format(names=LISTED.join(names)) if names else Text("", "")))


def _called() -> Mapping[str, str]:
    """Map every name to its code; where two share a name, the first of the file keeps it."""
    return {_plain(name): country.iso_a3 for country in reversed(list(read_countries().values()))
            for name in _names(country)}


def _names(country: Country) -> Iterator[str]:
    yield from (country.iso_a3, country.iso_a2, country.name.ja, country.name.en, *country.aliases)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
