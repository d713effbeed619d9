"""The atlas in a terminal: the same views as the page, as files and rows.

What leaves: 0 = done; 1 = not done, and one sentence on standard error says why (for `check`: the data has
problems, all of them printed); 2 = the command line itself is not understood.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from i18n.errors import AtlasError
from i18n.text import Lang, Text

if TYPE_CHECKING:
    from scene.scene import Scene

# Data, drawing and everything heavy is imported inside the commands, so that help and errors come at once.

EXITS = "Exit codes: 0 done, 1 not done (a sentence says why), 2 command line not understood."
UNEXPECTED = Text("予期しない問題が起きました: {problem}", "Something unexpected went wrong: {problem}")
NO_LAYER = Text(
    "レイヤー「{id}」はありません。使えるもの: {known}。",
    "There is no layer “{id}”. Known: {known}.",
)
ALL_RIGHT = Text("{files} ファイル、{rows} 行に問題はありません。", "{files} files, {rows} rows: all right.")

app = typer.Typer(
    help="Tenkai Atlas: pictures, tables and checks.",
    epilog=EXITS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Query = Annotated[str, typer.Argument(help="The view: the query string of the page, or its whole address.")]
Language = Annotated[Lang | None, typer.Option(help="Language of what is written; wins over the query.")]


class Format(StrEnum):
    """What `rows` writes."""

    CSV = "csv"
    JSON = "json"


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The file to write: .png, .csv or .geojson.")],
    query: Query = "",
    *,
    size: Annotated[str, typer.Option(help="Of a picture: WIDTHxHEIGHT in pixels, or a4.")] = "1920x1080",
    dpi: Annotated[int | None, typer.Option(help="Of a picture: dots per inch.")] = None,
    lang: Language = None,
) -> None:
    """Write a view to a file: a picture, a table, or geodata."""
    with speaking(query, lang):
        from render.files import save_file

        save_file(out, lambda: open_scene(query, lang), size=size, dpi=dpi)


@app.command()
def rows(
    layer: Annotated[str, typer.Argument(help="The layer's id; `layers` lists them.")],
    query: Query = "",
    *,
    format: Annotated[Format, typer.Option(help="CSV in words, or JSON with codes.")] = Format.CSV,
    lang: Language = None,
) -> None:
    """Write the rows of one layer to standard output; `layers=` in the query is ignored."""
    with speaking(query, lang):
        from render.download import to_csv, to_json

        scene = open_scene(query, lang, only=layer)
        # The mark at the head of a CSV is for Excel; a pipe would take it for a part of the first word.
        text = to_json(scene) if format == Format.JSON else to_csv(scene).decode("utf-8-sig").encode()
        typer.echo(text, nl=False)


@app.command()
def check(*, lang: Language = None) -> None:
    """Check every data file and print all problems at once."""
    with speaking("", lang) as spoken:
        from layers.checks import check_all, count_checked

        problems = check_all()
        for problem in problems:
            typer.echo(problem.text[spoken])
        if problems:
            raise typer.Exit(1)
        files, lines = count_checked()
        typer.echo(ALL_RIGHT.format(files=files, rows=lines)[spoken])


@app.command()
def layers(*, lang: Language = None) -> None:
    """List the layers: id, title, rows in all and by default, oldest and newest date of a status."""
    with speaking("", lang) as spoken:
        from render.summary import print_layers

        print_layers(spoken)


def open_scene(query: str, lang: Lang | None, *, only: str = "") -> Scene:
    """Build the scene of a query; what was dropped or is missing from it is said on standard error."""
    from dataclasses import replace

    from layers.registry import find_layers
    from layers.rows import read_rows
    from scene.grammar import read_choice
    from scene.scene import build_scene

    reading = read_choice(query)
    choice = replace(reading.choice, lang=lang or reading.choice.lang)
    if only:
        if only.lower() not in find_layers():
            raise AtlasError(NO_LAYER.format(id=only, known=", ".join(find_layers())))
        choice = replace(choice, layers=frozenset({only.lower()}))
    for layer_id in sorted(choice.layers):
        read_rows(find_layers()[layer_id])  # a file that lacks a layer unnoticed is worse than none
    scene = build_scene(choice)
    for notice in (*reading.notices, *scene.notices):
        typer.echo(notice[choice.lang], err=True)
    return scene


@contextmanager
def speaking(query: str, lang: Lang | None) -> Iterator[Lang]:
    """Let whatever goes wrong end as one sentence in the language asked for, and never as a traceback."""
    spoken = lang or asked_for(query)
    try:
        yield spoken
        sys.stdout.flush()
    except AtlasError as error:
        typer.echo(error.text[spoken], err=True)
        raise typer.Exit(1) from None
    except (typer.Exit, BrokenPipeError):
        raise
    except Exception as error:  # noqa: BLE001  the last boundary before a person
        typer.echo(UNEXPECTED.format(problem=f"{type(error).__name__}: {error}")[spoken], err=True)
        raise typer.Exit(1) from None


def asked_for(query: str) -> Lang:
    """Find the language that a query asks for, without reading any data."""
    return Lang.EN if "lang=en" in query.lower() else Lang.JA


if __name__ == "__main__":
    app()
