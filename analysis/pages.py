"""The pages of scene.pages, written: who writes which, and the view that stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from analysis.brief import country_brief
from analysis.changes_page import changes_page
from analysis.document import Document
from analysis.field_page import field_page
from analysis.matrix_page import matrix_page
from analysis.overview import overview
from analysis.pen import whole
from analysis.plan20_page import plan20_page
from analysis.plan_tables import UNKNOWN
from analysis.region_desk import region_desk
from analysis.sources import sources_page
from geo.files import Stamp, data_path, stamp
from i18n.errors import AtlasError
from layers import plan20
from scene.choice import Choice
from scene.pages import CHANGES, MATRIX, OF_A_KIND, SINGLE, all_pages, page_named

WRITERS: Mapping[str, Callable[[Choice], Document]] = dict(
    zip(SINGLE, (overview, plan20_page, matrix_page, changes_page, sources_page), strict=True)
)
WRITERS_OF: Mapping[str, Callable[[Choice, str], Document]] = {
    "region": region_desk, "field": field_page, "country": country_brief, CHANGES: changes_page,
}


def page_names() -> tuple[str, ...]:
    """List the names of all pages but those of countries."""
    return tuple(page for page in all_pages() if not page.startswith("country:"))


def open_page(name: str, choice: Choice) -> Document:
    """Write a page by its name; raises AtlasError that names the pages there are. Cached until the data changes."""
    if page_named(name) != name or not name:
        raise AtlasError(UNKNOWN.format(value=name, known=", ".join(page_names())))
    return _written(name, choice, stamp(data_path()), str(data_path()))


@lru_cache(maxsize=32)
def _written(name: str, choice: Choice, _stamp: Stamp, _folder: str) -> Document:
    kind, _, of = name.partition(":")
    return WRITERS_OF[kind](choice, of) if of else WRITERS[name](choice)


def beside(name: str, choice: Choice) -> Choice:
    """Give the view that stands beside a page, which is open in it; filters that the page does not set stay."""
    kind, _, of = name.partition(":")
    if kind in OF_A_KIND:
        others = whole(choice).narrowed("region", frozenset()).narrowed("country", frozenset())
        selected = (of,) if kind == "country" else ()
        return replace(others.narrowed(kind, frozenset({of})), view=name, select=selected)
    if name == plan20.LAYER.id:
        return replace(choice, layers=choice.layers | {name}, view=name)
    return replace(whole(choice) if name == MATRIX else choice, view=name)
