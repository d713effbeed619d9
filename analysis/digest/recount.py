"""The view of a line counted anew: what its rows, countries and named countries come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.digest.backing import values
from analysis.digest.numbers import Number, plain
from analysis.digest.scribe import countries_of
from analysis.digest.view import filters
from geo.countries import read_countries
from geo.tables import split
from i18n.text import Lang
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import Scene, build_scene

ITEMS, PLACES = ("件", " item"), ("か国", "地域", " countr", " area")
"""What stands after a number of rows, and after a number of countries or areas."""


@dataclass(frozen=True)
class Recount:
    """The scene of a query, built again."""

    scene: Scene

    @classmethod
    def of(cls, query: str) -> Recount:
        """Build the scene that a query asks for."""
        return cls(build_scene(read_choice(query).choice))

    def backs(self, number: Number, text: str) -> bool:
        """Tell whether a number in a text is the count that the words around it say it is."""
        before, after = plain(text)[: number.start].rstrip(" :"), plain(text)[number.stop:]
        if after.startswith(PLACES):
            return number.value == str(len(countries_of(self.scene.sheets, self.scene.choice)))
        if not after.startswith(ITEMS) and (before or after):
            return False
        code = _named_last(before, self.scene.lang)
        return number.value == str(self._of_country(code) if code else self.scene.count)

    def _of_country(self, code: str) -> int:
        cells = (f"{own}|{via}" for sheet in self.scene.sheets
                 for own, via in zip(sheet.rows["iso_a3"], sheet.rows["via"], strict=True))
        return sum(code in split(cell) for cell in cells)


def said_of_view(query: str, lang: Lang) -> frozenset[str]:
    """Give the numbers in what is said of a view itself: its title and what it is narrowed to."""
    choice = read_choice(query).choice
    return values(_said(choice, lang))


def _said(choice: Choice, lang: Lang) -> Iterator[str]:
    yield build_scene(choice).title[lang]
    yield filters(replace(choice, layers=frozenset(find_layers())))[lang]


def _named_last(before: str, lang: Lang) -> str:
    """Give the country whose name stands last in a text; "" for none."""
    found = [(len(country.name[lang]), code) for code, country in read_countries().items()
             if before.endswith(country.name[lang])]
    return max(found)[1] if found else ""
