"""One A4 page on a country, a region or a field, to hand out or to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.documents import choice_of
from commands.speaking import WRITTEN, Language, Query, speaking


def sheet(
    name: Annotated[str, typer.Argument(
        help="ISO code or name of a country (UZB, ウズベキスタン), or region:africa, field:postal.")],
    out: Annotated[Path, typer.Argument(help="The file: .pdf or .docx.")],
    query: Query = "", *, lang: Language = None,
) -> None:
    """Write one A4 page with map, facts and sources: PDF or Word; the query's filters narrow it, its stamp is set."""
    with speaking(query, lang) as spoken:
        from render.sheet.files import save_sheet

        save_sheet(_page_of(name), choice_of(query, spoken), out)
        typer.echo(WRITTEN.format(file=out)[spoken], err=True)


def _page_of(name: str) -> str:
    """Give the page that a name means: one that is written as such, else a country's."""
    from geo.country_names import find_country
    from scene.pages import page_named

    return page_named(name) if ":" in name and page_named(name) else f"country:{find_country(name)}"
