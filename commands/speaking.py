"""What every command shares: the view it is given, the language it speaks, and how it says what went wrong."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from geo.shipped import check_shipped
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from scene.query import parts_of

if TYPE_CHECKING:
    from scene.scene import Scene

UNEXPECTED = Text("予期しない問題が起きました: {problem}", "Something unexpected went wrong: {problem}")
NO_ROOM = Text(
    "書き出す先に空きがないため、途中で止めました。空きを作ってもう一度試してください({problem})。",
    "There is no room where this is written, so it broke off; make some and try again ({problem}).",
)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
WRITTEN = Text("{file} に書き出しました。", "{file} is written.")
NO_LAYER = Text(
    "レイヤー「{id}」はありません。使えるもの: {known}。",
    "There is no layer “{id}”. Known: {known}.",
)

Query = Annotated[str, typer.Argument(help="The view: the query string of the page, or its whole address.")]
Language = Annotated[Lang | None, typer.Option(help="Language of what is written; wins over the query.")]


def open_scene(
    query: str, lang: Lang | None, *, only: str | None = None, beside: frozenset[str] = frozenset(),
) -> Scene:
    """Build the scene of a query, layers brought `beside` it on; what was dropped or is missing is said aloud."""
    from dataclasses import replace

    from layers.registry import find_layers
    from layers.rows import check_rows
    from scene.grammar import read_choice
    from scene.scene import build_scene

    reading = read_choice(query)
    choice = replace(reading.choice, lang=lang or reading.choice.lang, layers=reading.choice.layers | beside)
    if only is not None:
        if only.lower() not in find_layers():
            raise AtlasError(NO_LAYER.format(id=only, known=", ".join(find_layers())))
        choice = replace(choice, layers=frozenset({only.lower()}))
    check_rows(choice.layers)
    scene = build_scene(choice)
    for notice in (*reading.notices, *scene.notices):
        tell(notice[choice.lang])
    return scene


def tell(sentence: str) -> None:
    """Say a sentence on standard error, without what would steer a terminal: a file may come from anybody."""
    typer.echo("".join(letter for letter in sentence if letter.isprintable() or letter == "\n"), err=True)


@contextmanager
def speaking(query: str, lang: Lang | None) -> Iterator[Lang]:
    """Let whatever goes wrong end as one sentence in the language asked for, and never as a traceback."""
    spoken = lang or asked_for(query)
    try:
        check_shipped()
        yield spoken
        if sys.stdout:  # it may be closed: whoever asks for a file needs none
            sys.stdout.flush()
    except AtlasError as error:
        tell(error.text[spoken])
        raise typer.Exit(1) from None
    except (typer.Exit, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001  the last boundary before a person
        full = isinstance(error, OSError) and error.errno in FULL
        tell((NO_ROOM if full else UNEXPECTED).format(problem=f"{type(error).__name__}: {error}")[spoken])
        raise typer.Exit(1) from None


def asked_for(query: str) -> Lang:
    """Find the language that a query asks for, without reading any data."""
    return Lang.EN if parts_of(query).get("lang", "").strip().lower() == Lang.EN else Lang.JA
