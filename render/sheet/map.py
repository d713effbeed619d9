"""The map of a sheet: as wide as the text, as high as there is room, its type 9 pt where the legend lets it be."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from analysis.document import Document
from i18n.errors import AtlasError
from render.caption import footnotes
from render.picture.draw import Drawing
from render.picture.kinds import FileKind
from render.picture.save import save_drawing
from render.picture.seen import shows_undetermined
from scene.grammar import read_choice
from scene.paper import Paper
from scene.scene import Scene, build_scene

WIDTH = 180
"""Millimetres between the margins of the page."""
DPI = 220
INCH = 25.4
SMALLER = (1.0, 0.9, 0.8, 0.7)
MANY = 1000
"""Rows outside the map, as far as the room for the sentence about them goes."""
LEAST_MAP = 0.3
"""Share of the paper that the map must have beside its legend."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map with the words that stand below it on the page: credits and how its lines and places are to be read."""

    content: bytes = b""
    caption: str = ""


def map_of_sheet(document: Document, height: int, kind: FileKind) -> Drawn:
    """Draw the map so many millimetres high; nothing where the document stands beside no view."""
    if not document.query:
        return Drawn()
    scene = _scene(document)
    drawing, content = _drawn(scene, height, kind)
    undetermined = shows_undetermined(drawing.view, drawing.canvas)
    return Drawn(content, footnotes(drawing.seen, every=scene.count, undetermined=undetermined).said)


def widest_caption(document: Document) -> str:
    """Give the longest caption that the map of a document may have, to keep room for it."""
    if not document.query:
        return ""
    scene = _scene(document)
    return footnotes(scene, every=scene.count + MANY, undetermined=True).said


def _scene(document: Document) -> Scene:
    """Build the scene of the map: what a picture says around it stands on the page."""
    choice = read_choice(document.query).choice
    return build_scene(replace(choice, parts=choice.parts & {"legend", "graticule"}, stamp=()))


def _drawn(scene: Scene, height: int, kind: FileKind) -> tuple[Drawing, bytes]:
    """Draw a scene with type of 9 pt; where a long legend leaves too little of the map, its type is set smaller."""
    for share in SMALLER:
        with suppress(AtlasError):
            drawn = save_drawing(scene, paper_of(height, share), kind)
            if _share(drawn[0]) >= LEAST_MAP:
                return drawn
    return save_drawing(scene, paper_of(height, SMALLER[-1]), kind)


def _share(drawing: Drawing) -> float:
    """Tell how much of the paper is map."""
    return drawing.map.width * drawing.map.height / (drawing.canvas.width * drawing.canvas.height)


def paper_of(height: int, share: float = 1.0) -> Paper:
    """Give the paper of a map, its type as large as on a slide (9 pt at the least) or a share of that."""
    plain = Paper(round(WIDTH / INCH * DPI), round(height / INCH * DPI), DPI)
    return replace(plain, enlarged=share / plain.type_scale)
