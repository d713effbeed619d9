"""The workbook: every table written out for a person to edit, and taken back."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from commands.speaking import Language, speaking
from i18n.text import Lang

app = typer.Typer(help="Edit the data in a spreadsheet: write a workbook, apply it.", no_args_is_help=True)


@app.command()
def write(
    out: Annotated[Path, typer.Argument(help="The workbook to write (.xlsx); one that is there is not touched.")],
    *,
    lang: Language = None,
) -> None:
    """Write every table of data/ as one workbook."""
    with speaking("", lang) as spoken:
        from desk.book import write_book

        _mend(spoken)
        typer.echo(write_book(out, spoken)[spoken])


@app.command()
def apply(
    book: Annotated[Path, typer.Argument(help="The edited workbook.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and print the difference; write nothing.")] = False,
    note: Annotated[str, typer.Option(help="Why: it goes into data/CHANGES.md.")] = "",
    lang: Language = None,
) -> None:
    """Check an edited workbook, print what it changes, and write data/ only if all of it is right."""
    with ExitStack() as work:
        spoken = work.enter_context(speaking("", lang))
        from datetime import date

        from desk import words
        from desk.apply import lines_of, look_at, put
        from desk.difference import said
        from desk.keeping import alone

        if not dry_run:
            work.enter_context(alone())
        _mend(spoken)
        outcome = look_at(book)
        if outcome.problems:
            for line in lines_of(outcome.problems):
                typer.echo(line[spoken], err=True)
            raise typer.Exit(1)
        if not outcome.edits:
            typer.echo(words.NO_CHANGE[spoken])
            return
        for line in said(outcome.edits):
            typer.echo(line[spoken])
        done = words.DRY if dry_run else put(outcome, date=date.today().isoformat(), note=note)
        typer.echo(done[spoken])


def _mend(lang: Lang) -> None:
    """Undo an apply that broke off, and say so."""
    from desk.keeping import recover
    from desk.words import UNDONE

    if recover():
        typer.echo(UNDONE[lang], err=True)
