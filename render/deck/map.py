"""The map of a slide: native shapes in one group, or a picture, in its place, and what is read out for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from xml.sax.saxutils import quoteattr

from PIL import Image

from i18n import deck
from i18n.errors import AtlasError
from i18n.text import Text
from render.deck.map_place import MapPlace
from render.picture.draw import Drawing, draw
from render.picture.preview import described
from render.picture.proof.land import check_land
from render.picture.proof.legend import check_legend
from render.picture.proof.reading import writings
from render.picture.proof.rows import check_rows, rows_of
from render.picture.proof.words import check_words
from render.picture.save import PACKING, alone, pixels
from render.slides.grouped import shapes_of
from render.slides.shapes import EMU_PER_POINT
from scene.scene import Scene

PICTURE_DPI = 200
THIN = 0.3
"""Points by which an outline may be off on a slide."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A map in its place: shapes in DrawingML or, where those are "", a PNG; and what is read out for it."""

    shapes: str
    picture: bytes
    meaning: str


def map_of(scene: Scene, place: MapPlace, *, first: int, plain: bool, meaning: str = "") -> Mapped:
    """Draw a scene into its place; what is read out says what it shows, unless told.

    Raises AtlasError when the drawing does not show what the scene says.
    """
    with alone():
        drawing = draw(scene, place.paper)
        fault = next(_faults(drawing), None)
        if fault is not None:
            raise AtlasError(fault)
        meaning = meaning or described(scene)[scene.lang]
        if plain:
            return Mapped("", _picture(drawing, place), meaning)
        members = _ground(drawing, place, first + 1) + shapes_of(drawing, first=first + 2, thin=THIN)
    return Mapped(_group(scene, place, members, first, meaning), b"", meaning)


def _faults(drawing: Drawing) -> Iterator[Text]:
    """Check what a picture of this drawing would be checked for before it is painted."""
    written, rows = writings(drawing), rows_of(drawing.scene, drawing.canvas.palette, drawing.view)
    yield from check_legend(drawing, written)
    yield from check_words(drawing, written)
    yield from check_land(drawing)
    yield from check_rows(drawing, rows)


def _picture(drawing: Drawing, place: MapPlace) -> bytes:
    """Paint the drawing and cut its blank margins away."""
    drawing.figure.set_dpi(PICTURE_DPI)
    image, (across, down) = Image.fromarray(pixels(drawing)), place.margins
    left, top = (round(side * PICTURE_DPI / 72) for side in (across, down))
    cut = image.crop((left, top, image.width - left, image.height - top))
    file = BytesIO()
    whole = cut.convert("RGB") if drawing.canvas.is_filled else cut
    whole.save(file, "png", dpi=(PICTURE_DPI, PICTURE_DPI), compress_level=PACKING)
    return file.getvalue()


def _ground(drawing: Drawing, place: MapPlace, number: int) -> str:
    """Lay the paper's colour under map and legend, so that they are legible on a template of any colour."""
    if not drawing.canvas.is_filled:
        return ""
    across, down = place.margins
    left, top, width, height = replace(place.area, left=across, top=down).emu
    colour = drawing.canvas.palette.paper.lstrip("#").upper()
    name = deck.GROUND[drawing.scene.lang]
    return (f"<p:sp><p:nvSpPr><p:cNvPr id='{number}' name={quoteattr(name)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
            f"<a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
            f"<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val='{colour}'/></a:solidFill>"
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>")


def _group(scene: Scene, place: MapPlace, members: str, number: int, meaning: str) -> str:
    """Put the shapes of the paper into their place on the slide, unscaled."""
    left, top, width, height = place.area.emu
    across, down = (round(side * EMU_PER_POINT) for side in place.margins)
    return (f"<p:grpSp><p:nvGrpSpPr><p:cNvPr id='{number}' name={quoteattr(deck.MAP[scene.lang])} "
            f"descr={quoteattr(meaning)}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f"<a:off x='{left}' y='{top}'/><a:ext cx='{width}' cy='{height}'/><a:chOff x='{across}' y='{down}'/>"
            f"<a:chExt cx='{width}' cy='{height}'/></a:xfrm></p:grpSpPr>{members}</p:grpSp>")
