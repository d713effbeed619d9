"""The cable network: what a cut takes away, and the ways out of each country."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.speaking import Language, Query, open_scene, speaking


def cut(
    cables: Annotated[list[str] | None, typer.Argument(help="Ids of the cable systems that fail.")] = None,
    *,
    landing: Annotated[list[str] | None, typer.Option(help="A landing that fails with all its cables.")] = None,
    lang: Language = None,
) -> None:
    """Say which countries and landings lose every path when cables or landings fail."""
    with speaking("", lang) as spoken:
        from render.ways import cut_lines

        for line in cut_lines(cables or [], landing or [], spoken):
            typer.echo(line)


def redundancy(query: Query = "", *, lang: Language = None) -> None:
    """Print the ways out of each country as CSV; the query's `region` and `country` narrow it."""
    with speaking(query, lang):
        from layers.redundancy import LAYER
        from render.ways import print_redundancy

        print_redundancy(open_scene(query, lang, only=LAYER.id))
