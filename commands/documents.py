"""What the commands that write documents share: their options, the filters of a query, and where the text goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.speaking import WRITTEN, speaking
from i18n.text import Lang
from render.brief.formats import Format

if TYPE_CHECKING:
    from analysis.document import Document
    from scene.choice import Choice

Written = Annotated[Format | None, typer.Option("--format", help="Default: by the suffix of --out, else md.")]
Out = Annotated[Path | None, typer.Option(help="The file to write; without it, standard output.")]


def write(make: Callable[[Choice], Document], query: str, lang: Lang | None, format: Format | None,
          out: Path | None) -> None:
    """Make a document under the filters of a query and write it to a file or to standard output."""
    with speaking(query, lang) as spoken:
        from render.brief.files import format_of, print_document, save_document

        wanted = format_of(out, format)
        document = make(choice_of(query, spoken))
        if out:
            save_document(document, out, wanted)
            typer.echo(WRITTEN.format(file=out)[spoken], err=True)
        else:
            typer.echo(print_document(document, wanted), nl=False)


def choice_of(query: str, lang: Lang) -> Choice:
    """Read a query; what was dropped is said on standard error."""
    from dataclasses import replace

    from scene.grammar import read_choice

    reading = read_choice(query)
    for notice in reading.notices:
        typer.echo(notice[lang], err=True)
    return replace(reading.choice, lang=lang)
