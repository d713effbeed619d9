"""The proof itself: every check of a picture in turn; the first fault stops the hand-over."""

from __future__ import annotations

from collections.abc import Iterator

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture.draw import Drawing
from render.picture.proof.crowds import check_crowds, circles_of
from render.picture.proof.file import check_file
from render.picture.proof.ink import check_ink
from render.picture.proof.land import check_land
from render.picture.proof.legend import check_legend
from render.picture.proof.reading import writings
from render.picture.proof.rows import check_rows, rows_of
from render.picture.proof.words import check_words


def prove(drawing: Drawing, content: bytes, kind: str) -> None:
    """Make sure that a finished file shows its scene; raises AtlasError with the first fault found."""
    fault = next(faults_of(drawing, content, kind), None)
    if fault is not None:
        raise AtlasError(fault)


def faults_of(drawing: Drawing, content: bytes, kind: str) -> Iterator[Text]:
    """List the faults of a finished file, as they are found."""
    written, rows = writings(drawing), rows_of(drawing.scene, drawing.canvas.palette, drawing.view)
    yield from check_file(drawing, content, kind, written)
    yield from check_legend(drawing, written)
    yield from check_words(drawing, written)
    yield from check_land(drawing)
    yield from check_rows(drawing, rows)
    yield from check_crowds(drawing, written)
    yield from check_ink(drawing, content, kind, rows | circles_of(drawing))
