"""Area rows on a picture: whole countries in the colour of their category, hatched where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

from geo.tables import split
from layers.base import Category, Kind
from render.colours import mixed, painted
from render.palette import Palette
from render.picture.canvas import Canvas
from render.picture.ground import read_ground
from render.picture.view import View
from scene.scene import Scene

HATCHES, HATCH_WIDTH = 5, 0.5
"""How close hatches stand on a slide, and how wide they are (points)."""
OUTLINE_WIDTH = 1.2


@dataclass(frozen=True, slots=True)
class Area:
    """A country that a layer colours."""

    iso_a3: str
    look: Category
    pale: bool

    def colour(self, palette: Palette) -> str:
        return painted(self.look.colour, palette, ground=palette.land, pale=self.pale)


def areas_of(scene: Scene) -> Iterator[Area]:
    """List the coloured countries; where two layers colour one, the later lies on top."""
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.AREA:
            continue
        for codes, look, pale in zip(sheet.rows["iso_a3"], sheet.drawn_as(), sheet.rows["pale"], strict=True):
            yield from (Area(code, look, bool(pale)) for code in split(codes))


def fills_of(scene: Scene, palette: Palette) -> dict[str, str]:
    """Give the colour of each coloured country."""
    return {area.iso_a3: area.colour(palette) for area in areas_of(scene)}


def hatches(canvas: Canvas) -> str:
    """Give the pattern of hatched areas; matplotlib measures it on the paper, where it grows as type does."""
    return "/" * max(1, round(HATCHES / canvas.scale))


def hatch_colour(colour: str, palette: Palette) -> str:
    """Give the colour of the lines over a hatched area."""
    return mixed(palette.ink, colour, 0.45)


def draw_areas(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> None:
    """Hatch the areas whose category says so; outline the countries asked for and those that are chosen."""
    ground, palette = read_ground(view, canvas), canvas.palette
    paths = dict(zip(ground.codes, ground.paths, strict=True))
    for area in areas_of(scene):
        if area.look.mark == "hatched" and area.iso_a3 in paths:
            hatched = PathCollection(
                [paths[area.iso_a3]], facecolors="none", hatch=hatches(canvas), linewidths=0, zorder=1.1,
                edgecolors=hatch_colour(area.colour(palette), palette),
            )
            hatched.set_hatch_linewidth(HATCH_WIDTH * canvas.scale)
            canvas.known[hatched] = (area.iso_a3,)
            axes.add_artist(hatched)
    for codes, colour in ((scene.choice.country, palette.quiet_ink), (scene.selected, palette.chosen)):
        outlined = [paths[code] for code in sorted(codes) if code in paths]
        axes.add_artist(PathCollection(outlined, facecolors="none", edgecolors=colour, joinstyle="round",
                                       linewidths=OUTLINE_WIDTH * canvas.scale, zorder=2))
