"""Pictures that are there already: the view of one, opened again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.speaking import Language, open_scene, speaking, tell


def reopen(
    file: Annotated[Path, typer.Argument(help="A file that the atlas made: .png, .svg, .pdf, .pptx or .html.")],
    *,
    lang: Language = None,
) -> None:
    """Print the view of a picture, a query for `export`; say on standard error what has changed since."""
    with speaking("", lang):
        from analysis.reopened import say_changes
        from render.files import read_whole
        from render.packet import read_memory
        from scene.grammar import read_choice, write_choice

        memory = read_memory(read_whole(file))
        scene = open_scene(memory.query, lang)
        for line in say_changes(memory, scene):
            tell(line[scene.lang])
        typer.echo(write_choice(read_choice(memory.query).choice))
