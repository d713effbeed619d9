"""The data files, checked."""

from __future__ import annotations

import typer

from commands.speaking import Language, speaking
from i18n.text import Text

ALL_RIGHT = Text("{files} ファイル、{rows} 行に問題はありません。", "{files} files, {rows} rows: all right.")


def check(*, lang: Language = None) -> None:
    """Check every data file and print all problems at once."""
    with speaking("", lang) as spoken:
        from desk.keeping import recover
        from desk.words import UNDONE
        from layers.checks import check_all, count_checked

        if recover():
            typer.echo(UNDONE[spoken], err=True)
        problems = check_all()
        for problem in problems:
            typer.echo(problem.text[spoken])
        if problems:
            raise typer.Exit(1)
        files, lines = count_checked()
        typer.echo(ALL_RIGHT.format(files=files, rows=lines)[spoken])
