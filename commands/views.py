"""A view as a file, as rows, and what layers there are."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.own import Own, bringing_own
from commands.speaking import WRITTEN, Language, Query, open_scene, speaking, tell

if TYPE_CHECKING:
    from scene.scene import Scene


class Format(StrEnum):
    """What `rows` writes."""

    CSV = "csv"
    JSON = "json"


def export(
    out: Annotated[Path, typer.Argument(
        help="The file: .png, .svg, .pdf, .pptx, .html, .csv, .xlsx, .geojson or .gpkg.")],
    query: Query = "",
    *,
    size: Annotated[str | None, typer.Option(help="Of a picture: WIDTHxHEIGHT in pixels, a4, a3-portrait …")] = None,
    dpi: Annotated[int | None, typer.Option(help="Of a picture: dots per inch.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Of a .pptx: one picture, no shapes to edit.")] = False,
    lang: Language = None,
    own: Own = None,
) -> None:
    """Write a view to a file: a picture, a map to mail as one HTML file, a table, or geodata."""
    with speaking(query, lang) as spoken, bringing_own(own, spoken) as beside:
        from render.files import save_file

        save_file(out, lambda: _picture(open_scene(query, lang, beside=beside), out), size=size, dpi=dpi, plain=plain)
        typer.echo(WRITTEN.format(file=out)[spoken], err=True)


def _picture(scene: Scene, out: Path) -> Scene:
    """Say which characters a picture will not hold; every other file holds them all."""
    from render.picture.kinds import FileKind
    from render.picture.unwritten import unwritten

    if out.suffix.lower().removeprefix(".") in {kind.suffix for kind in FileKind}:
        for notice in unwritten(scene):
            tell(notice[scene.lang])
    return scene


def rows(
    layer: Annotated[str, typer.Argument(help="The layer's id; `layers` lists them.")],
    query: Query = "",
    *,
    format: Annotated[Format, typer.Option(help="CSV in words, or JSON with codes.")] = Format.CSV,
    lang: Language = None,
) -> None:
    """Write the rows of one layer to standard output; `layers=` in the query is ignored."""
    with speaking(query, lang):
        from render.download.csv_file import to_csv
        from render.download.geojson import to_json

        scene = open_scene(query, lang, only=layer)
        # The mark at the head of a CSV is for Excel; a pipe would take it for a part of the first word.
        text = to_json(scene) if format == Format.JSON else to_csv(scene).decode("utf-8-sig").encode()
        typer.echo(text, nl=False)


def layers(*, lang: Language = None) -> None:
    """List the layers: id, title, rows in all and by default, oldest and newest date of a status."""
    with speaking("", lang) as spoken:
        from render.summary import print_layers

        print_layers(spoken)
