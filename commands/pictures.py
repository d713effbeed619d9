"""Pictures in numbers: one for each country, region or field of a view."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.speaking import Language, Query, open_scene, speaking
from commands.telling import telling
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from render.picture.kinds import FileKind

if TYPE_CHECKING:
    from scene.choice import Choice
    from scene.paper import Paper

NOTHING = Text("該当する項目がないため、画像は作りませんでした。", "No rows match, so no picture was made.")
LEFT_OUT = Text("該当する項目のない {count} 件は作りませんでした。", "{count} without any row were left out.")
NOT_DRAWN = Text("{name} を描けませんでした。{why}", "{name} could not be drawn. {why}")
DONE = Text("{count} 枚の画像を {place} に書き出しました。", "{count} pictures are written to {place}.")
DRAWN = Text("{file} を作りました。", "{file} is made.")


class Each(StrEnum):
    """What a view is split by."""

    COUNTRY = "country"
    REGION = "region"
    FIELD = "field"


def pictures(
    folder: Annotated[Path, typer.Argument(help="The folder to write to; it is made if it is not there.")],
    query: Query = "",
    *,
    each: Annotated[Each, typer.Option(help="One picture for each of these that has rows in the view.")],
    size: Annotated[str | None, typer.Option(help="WIDTHxHEIGHT in pixels, a4, a3-portrait …")] = None,
    dpi: Annotated[int | None, typer.Option(help="Dots per inch.")] = None,
    kind: Annotated[FileKind, typer.Option(help="The kind of file; plain: a slide that is a picture.")] = FileKind.PNG,
    lang: Language = None,
    zip: Annotated[bool, typer.Option("--zip", help="Write one ZIP, FOLDER.zip, instead of a folder.")] = False,
) -> None:
    """Write one picture for each country, region or field; what cannot be drawn is named, the others are made."""
    with speaking(query, lang) as spoken:
        from dataclasses import replace

        from render.files import check_folder, name_of
        from scene.split import split

        out = _place(folder, zip)
        check_folder(out)
        paper, scene = _paper(size, dpi, query), open_scene(query, lang)
        asked = replace(scene.choice, size=paper.asked[0], dpi=paper.asked[1])  # each file remembers its own size
        choices, empty = split(asked, each)
        if empty:
            typer.echo(LEFT_OUT.format(count=empty)[spoken], err=True)
        if not choices:
            raise AtlasError(NOTHING)
        named = {name_of([code], scene.as_of, kind.suffix): choice for code, choice in choices.items()}
        _write(named, paper, kind, out, spoken, zip=zip)


def _place(folder: Path, zip: bool) -> Path:
    """Give the folder to write to, or the ZIP that stands in its place."""
    whole = folder if folder.name else folder.resolve()
    return whole.with_name(f"{whole.name.removesuffix('.zip')}.zip") if zip else folder


def _paper(size: str | None, dpi: int | None, query: str) -> Paper:
    """Take the size asked for, else the view's; a wrong one is told before any data is read."""
    from scene.grammar import read_choice
    from scene.paper import read_paper

    asked = read_choice(query).choice
    return read_paper(size or asked.size, dpi or asked.dpi or None)


def _write(named: Mapping[str, Choice], paper: Paper, kind: FileKind, out: Path, spoken: Lang, *, zip: bool) -> None:
    """Draw and write file after file, or all in one ZIP; ends with 1 when one could not be drawn."""
    from render.files import make_folder, write_whole
    from render.picture.batch import drawing, zipped

    packed, done = dict[str, bytes](), 0
    if not zip:
        make_folder(out)
    with drawing(named, paper, kind) as drawn, telling(len(named), spoken) as tell:
        for name, content in drawn:
            if isinstance(content, Text):
                tell(NOT_DRAWN.format(name=name, why=content)[spoken])
                continue
            if zip:
                packed[name] = content
            else:
                write_whole(out / name, content)
            done += 1
            tell(passing=DRAWN.format(file=name)[spoken])
    if packed:
        write_whole(out, zipped(packed))
    typer.echo(DONE.format(count=done, place=out)[spoken], err=True)
    if done < len(named):
        raise typer.Exit(1)
