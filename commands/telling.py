"""How far long work is: a bar for a person at a terminal, lines for a pipe or a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import typer

from i18n.text import Lang, Text

DRAWING = Text("作成中", "Drawing")


class Tell(Protocol):
    """What says on standard error how far the work is, a step at a time.

    What is `said` must be read by whoever started it; what is said in `passing` the bar shows as well.
    """

    def __call__(self, said: str = "", *, passing: str = "") -> None: ...


@contextmanager
def telling(total: int, spoken: Lang) -> Iterator[Tell]:
    """Show a bar to a person at a terminal; a pipe or a log gets lines."""
    if not sys.stderr.isatty():
        yield _in_lines
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    with Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(DRAWING[spoken], total=total)

        def tell(said: str = "", *, passing: str = "") -> None:
            if said:
                bar.console.print(said, markup=False, highlight=False)
            bar.advance(task)

        yield tell


def _in_lines(said: str = "", *, passing: str = "") -> None:
    if said or passing:
        typer.echo(said or passing, err=True)
