"""What changed since a date."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.speaking import Language, Query, speaking


def changes(
    query: Query = "",
    *,
    since: Annotated[str, typer.Option(help="YYYY, YYYY-MM or YYYY-MM-DD; a year before the data's date if not given.")]
    = "",
    lang: Language = None,
) -> None:
    """Say what changed since a date; the query's `region` and `country` narrow it."""
    with speaking(query, lang) as spoken:
        from analysis.changes import changes as find
        from analysis.changes import worded
        from scene.grammar import read_choice

        reading = read_choice(query)
        for notice in reading.notices:
            typer.echo(notice[spoken], err=True)
        for line in worded(find(reading.choice, since)):
            typer.echo(line[spoken])
