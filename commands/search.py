"""Search in the terminal: what a text finds, and the view that a phrase asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from commands.speaking import Language, speaking
from i18n.text import LISTED, Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.search.answer import Answer


def search(
    text: Annotated[list[str], typer.Argument(help="What is looked for: names, ISO codes, or a phrase.")],
    *,
    limit: Annotated[int, typer.Option(min=1, max=50, help="The most hits to print.")] = 8,
    lang: Language = None,
) -> None:
    """Print what a text finds: kind, title, id and link, parted by tabs; then the view of a phrase."""
    with speaking("", lang) as spoken:
        from analysis.search.answer import find

        for line in _lines(find(" ".join(text), spoken, limit), spoken):
            typer.echo(line)


def _lines(answer: Answer, lang: Lang) -> Iterator[str]:
    from i18n import search as words
    from scene.grammar import write_choice

    for hit in answer.hits:
        yield "\t".join((words.KINDS[hit.kind][lang], hit.title, hit.id, f"?{hit.query}"))
    if answer.choice is not None:
        parts = LISTED[lang].join(answer.taken)
        yield "\t".join((words.CONDITIONS.format(parts=parts)[lang], f"?{write_choice(answer.choice)}"))
    if answer.not_understood:
        yield words.NOT_UNDERSTOOD.format(words=LISTED[lang].join(answer.not_understood))[lang]
    if not answer.hits and answer.choice is None:
        yield words.NOTHING_FOUND[lang]
