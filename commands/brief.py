"""The country page as text or as a file for the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.documents import Out, Written, write
from commands.speaking import Language, Query

if TYPE_CHECKING:
    from analysis.document import Document
    from scene.choice import Choice


def brief(
    country: Annotated[str, typer.Argument(help="ISO code or name of the country: UZB, ウズベキスタン.")],
    query: Query = "", *, format: Written = None, out: Out = None, lang: Language = None,
) -> None:
    """Write all that is known of a country: Markdown, JSON, HTML, Word or PDF; the query's filters narrow it."""
    write(lambda choice: _page(country, choice), query, lang, format, out)


def _page(country: str, choice: Choice) -> Document:
    from analysis.brief import country_brief
    from geo.country_names import find_country

    return country_brief(choice, find_country(country))
