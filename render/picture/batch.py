"""Many pictures at once: each drawn as a file of its own, on as many processors as there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture.kinds import FileKind
from render.picture.save import save
from render.repacked import packed
from render.workers import CAN_FORK, at_once
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import build_scene

FEW = 4
"""Pictures that are drawn sooner by one process than by several that must start first."""
Drawn = tuple[str, bytes | Text]


@contextmanager
def drawing(choices: Mapping[str, Choice], paper: Paper, kind: FileKind) -> Iterator[Iterator[Drawn]]:
    """Give each name with its file, in the order of the names, or with the sentence that says why it has none."""
    draw = partial(_draw, paper=paper, kind=kind)
    if len(choices) <= FEW or not CAN_FORK:
        yield map(draw, choices.items())
        return
    with at_once(draw, choices.items()) as drawn:
        yield drawn


def _draw(named: tuple[str, Choice], *, paper: Paper, kind: FileKind) -> Drawn:
    name, choice = named
    try:
        return name, save(build_scene(choice), paper, kind)
    except AtlasError as error:
        return name, error.text


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Pack files by their names, the same bytes for the same files."""
    return packed(sorted(files.items()))
