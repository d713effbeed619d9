"""How a category must look in a picture: its colour and form, from the palette and the layers' own declarations."""

from __future__ import annotations

from dataclasses import dataclass

from geo.tables import split
from layers.base import Category, Kind
from render.colours import painted
from render.palette import DASHES, Palette
from render.picture.marks import shape_of
from render.picture.proof.reading import Form, dash_form, shape_form
from render.picture.zones import swatch_path
from scene.scene import Scene

HATCHED: Form = (1.0,)


@dataclass(frozen=True, slots=True)
class Look:
    """A colour and a form: the dashes of a line, the shape of a mark or zone, whether an area is hatched."""

    colour: str
    form: Form
    hollow: bool = False
    width: float = 1.0  # of a line


def look_of(kind: Kind, category: Category, palette: Palette, *, pale: bool = False) -> Look:
    """Give the look that a category must have on a map and, when it is not pale, in the legend."""
    ground = palette.sea if kind == Kind.LINE else palette.land
    colour = painted(category.colour, palette, ground=ground, pale=pale)
    if kind == Kind.AREA:
        return Look(colour, HATCHED if category.mark == "hatched" else ())
    if kind == Kind.ZONE:
        return Look(colour, shape_form(swatch_path(category)))
    if kind == Kind.LINE:
        return Look(colour, dash_form(DASHES.get(category.mark, ())), width=category.width)
    return Look(colour, shape_form(shape_of(category)), hollow=category.hollow)


def fills_of(scene: Scene, palette: Palette) -> dict[str, str]:
    """Give, by country, the colour that the last layer of areas gives it."""
    fills = dict[str, str]()
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.AREA:
            continue
        for cell, category, pale in zip(sheet.rows["iso_a3"], sheet.drawn_as(), sheet.rows["pale"], strict=True):
            colour = look_of(Kind.AREA, category, palette, pale=bool(pale)).colour
            fills.update(dict.fromkeys(split(cell), colour))
    return fills


def is_cut(scene: Scene, row_id: str) -> bool:
    """Tell whether a row is cut in thought, and so drawn as `CUT_LOOK`."""
    return scene.cut is not None and row_id in scene.cut.systems
