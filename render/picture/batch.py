"""Many pictures at once: each drawn as a file of its own, on as many processors as there are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from io import BytesIO

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture.kinds import FileKind
from render.picture.save import save
from render.workers import CAN_FORK, at_once
from scene.choice import Choice
from scene.paper import Paper
from scene.scene import build_scene

FEW = 4
"""Pictures that are drawn sooner by one process than by several that must start first."""
NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can name: the same pictures give the same bytes whenever they are drawn."""
READABLE = 0o644 << 16
UNIX = 3
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
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, NO_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, UNIX, READABLE
            book.writestr(entry, content)
    return whole.getvalue()
