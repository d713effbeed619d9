"""Countries as people write them, matched by the tables of search: only a sure match counts, near ones are named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from analysis.search import words as search_words
from analysis.search.entry import Kind
from analysis.search.fold import LONGEST, fold
from analysis.search.near import near
from analysis.search.phrase import NEAR_ENOUGH
from analysis.search.places import country_entries
from geo.countries import COUNTRIES, read_countries
from geo.files import kept
from i18n.text import LISTED, Text
from own.formal import plainer

MOST_NEAR = 3
SHORTEST = 3  # letters of a name that may be misspelt
NOT_SURE = fold("ドミニカ").letters
"""What search takes for ドミニカ国 and people write for ドミニカ共和国 as well."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every name and code of a country, folded as search folds them."""

    codes: Mapping[str, str]  # ISO codes in capitals -> iso_a3
    names: Mapping[str, str]  # letters -> iso_a3; a name of several countries is not among them

    def find(self, text: str) -> str:
        """Give the iso_a3 of a code or a name, "" when it is not surely one."""
        plain = unicodedata.normalize("NFKC", text).strip()
        told = (self._named(name) for name in (plain, *plainer(plain)))
        return self.codes.get(plain.upper()) or next(filter(None, told), "")

    def _named(self, text: str) -> str:
        return self.names.get(fold(text[:LONGEST]).letters, "")

    def suggestions(self, text: str) -> Text:
        """List the countries whose names are near to a text, nearest first; blank when none is."""
        letters = fold(text[:LONGEST]).letters
        if len(letters) < SHORTEST:
            return Text("", "")
        found = near(letters, list(self.names), least=NEAR_ENOUGH - 0.03, limit=3 * MOST_NEAR)
        codes = list(dict.fromkeys(self.names[key] for key, _likeness in found))[:MOST_NEAR]
        return LISTED.join([read_countries()[code].name for code in codes])


@kept(COUNTRIES, search_words.FILE, most=2)
def read_gazetteer() -> Gazetteer:
    """Read the names of search: those of the countries and what people call them besides."""
    called: dict[str, set[str]] = {}
    more = search_words.read_words().names
    for entry in country_entries():
        for name in (*entry.names, *more.get((Kind.COUNTRY, entry.id), ())):
            called.setdefault(name.replace(" ", ""), set()).add(entry.id)
    codes = {code: iso for iso, country in read_countries().items() for code in (iso, country.iso_a2) if code}
    names = {name: min(isos) for name, isos in called.items() if len(isos) == 1 and name != NOT_SURE}
    return Gazetteer(MappingProxyType(codes), MappingProxyType(names))


def match(cells: Iterable[str]) -> Mapping[str, str]:
    """Match the distinct values of a column: value -> iso_a3, "" for one that names no country."""
    gazetteer = read_gazetteer()
    return {cell: gazetteer.find(cell) for cell in dict.fromkeys(cells) if cell}


def share_matched(cells: Sequence[str]) -> float:
    """Tell what share of the filled cells of a column name a country."""
    found = match(cells)
    filled = [cell for cell in cells if cell]
    return sum(bool(found[cell]) for cell in filled) / len(filled) if filled else 0.0
