"""The pages that stand beside the map, by name: `overview`, `region:africa`, `changes:2025-06`, `country:UZB`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from geo.countries import read_countries, read_regions
from layers import plan20
from layers.common import fields_of_the_plan
from layers.rules import is_date

CHANGES, MATRIX = "changes", "matrix"
SINGLE = ("overview", plan20.LAYER.id, MATRIX, CHANGES, "sources")
"""Pages of which there is one; that of the old plan is called as its layer."""


def field_ids() -> tuple[str, ...]:
    """List the fields of the plan, in its order."""
    return tuple(category.code for category in fields_of_the_plan())


OF_A_KIND: Mapping[str, Callable[[], Iterable[str]]] = {
    "region": lambda: read_regions(), "field": field_ids, "country": lambda: read_countries(),
}
"""Pages of which there is one for each region, field and country; the kind is what the choice is narrowed by."""


def page_named(text: str) -> str:
    """Write the name of a page as the program does; "" where there is no such page."""
    kind, _, of = text.strip().partition(":")
    kind = kind.lower()
    if not of:
        return kind if kind in SINGLE else ""
    if kind == CHANGES:
        return f"{kind}:{of}" if is_date(of) else ""
    codes = OF_A_KIND[kind]() if kind in OF_A_KIND else ()
    return next((f"{kind}:{code}" for code in codes if code.casefold() == of.casefold()), "")


def all_pages() -> tuple[str, ...]:
    """Name every page: those of which there is one, then those of regions, fields and countries."""
    return (*SINGLE, *(f"{kind}:{code}" for kind, codes in OF_A_KIND.items() for code in codes()))
