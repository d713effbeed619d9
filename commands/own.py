"""A person's own data beside ours, for the length of one command."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from i18n.text import Lang

if TYPE_CHECKING:
    from layers.base import Layer

Own = Annotated[list[Path] | None, typer.Option(
    "--own", help="A file of your own to show beside the atlas: GeoJSON, Shapefile (zip), GPKG, KML, CSV or XLSX.")]


@contextmanager
def bringing_own(files: Sequence[Path] | None, spoken: Lang) -> Iterator[frozenset[str]]:
    """Read the files and let their layers stand beside ours in this block; give their ids. Raises AtlasError.

    How each file was understood, repaired and what was left out is said on standard error.
    """
    if not files:
        yield frozenset()
        return
    from layers.registry import bringing
    from own.numbered import layer_beside
    from own.reading import read_own
    from render.files import read_whole

    brought: list[Layer] = []
    for file in files:
        own = read_own(read_whole(file), file.name)
        for sentence in own.report.sentences():
            typer.echo(f"{own.name}: {sentence[spoken]}", err=True)
        brought.append(layer_beside(own, Path(own.name).stem, brought))
    with bringing(brought):
        yield frozenset(layer.id for layer in brought)
