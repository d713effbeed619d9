"""The plan's pages in a terminal: regions, fields, the old plan, the overview, the matrix and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.documents import Out, Written, write
from commands.speaking import Language, Query

if TYPE_CHECKING:
    from analysis.document import Document
    from scene.choice import Choice


def region(
    region: Annotated[str, typer.Argument(help="The region's id: africa, oceania, south_central_asia ...")],
    query: Query = "", *, format: Written = None, out: Out = None, lang: Language = None,
) -> None:
    """Write the desk of a region; the query's other filters narrow it."""
    write(lambda choice: _page(f"region:{region}", choice), query, lang, format, out)


def field(
    field: Annotated[str, typer.Argument(help="The field's id: postal, submarine_cable, open_ran_5g ...")],
    query: Query = "", *, format: Written = None, out: Out = None, lang: Language = None,
) -> None:
    """Write the page of a field; the query's other filters narrow it."""
    write(lambda choice: _page(f"field:{field}", choice), query, lang, format, out)


def plan20(*, format: Written = None, out: Out = None, lang: Language = None) -> None:
    """Write the page of the old plan's 20 projects."""
    write(lambda choice: _page("plan20", choice), "", lang, format, out)


def overview(*, format: Written = None, out: Out = None, lang: Language = None) -> None:
    """Write the plan at a glance."""
    write(lambda choice: _page("overview", choice), "", lang, format, out)


def sources(*, format: Written = None, out: Out = None, lang: Language = None) -> None:
    """Write the publishers, kinds of source, licences and what confidence means."""
    write(lambda choice: _page("sources", choice), "", lang, format, out)


def matrix(query: Query = "", *, format: Written = None, out: Out = None, lang: Language = None) -> None:
    """Write the matrix of countries and fields under the filters of a query."""
    write(lambda choice: _page("matrix", choice), query, lang, format, out)


def _page(name: str, choice: Choice) -> Document:
    from analysis.pages import open_page

    return open_page(name, choice)
