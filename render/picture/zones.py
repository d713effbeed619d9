"""Zones on a picture: half transparent in the colour of their category with a firm edge, the smaller on the larger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layers.base import Category, Kind
from layers.zones import SIZE, from_the_largest
from render.colours import painted
from render.palette import Palette
from render.picture import tags
from render.picture.canvas import Box, Canvas
from render.picture.ground import path_of
from render.picture.view import View
from render.picture.zones_laid import laid_zones
from scene.scene import Scene

CLEAR = 0.38
"""How much of a zone's colour its ground takes: what lies under it, land, names and other zones, shows."""
EDGE, CHOSEN_EDGE, SPECK = 1.1, 2.6, 4.0
"""Widths in points: of an edge, of the band around a chosen zone, and how far across a zone is at the least."""
HATCH = 5.0
"""Points from line to line of a hatched zone."""
LEANS = {"hatched": (1,), "reversed": (-1,), "crossed": (1, -1)}
"""Which way the lines of a hatched zone lean: up or down to the right."""
INSIDE = 0.2
"""Points inside the window within which hatches are drawn."""
SWATCH = (22.0, 9.0)
"""Points across and up of a legend's symbol."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A row's polygon as it lies in a view (metres)."""

    row_id: str
    look: Category
    pale: bool
    shape: BaseGeometry
    chosen: bool

    def colour(self, palette: Palette) -> str:
        return painted(self.look.colour, palette, ground=palette.land, pale=self.pale)


def zones_of(scene: Scene, view: View) -> list[Zone]:
    """List the zones that lie in a view, in the order of drawing: from the largest to the smallest of all layers."""
    found = [pair for sheet in scene.sheets if sheet.layer.kind == Kind.ZONE and len(sheet.rows)
             for pair in zip(sheet.rows[SIZE], laid_zones(sheet, view), sheet.rows["id"], sheet.drawn_as(),
                             sheet.rows["pale"], strict=True)]
    ordered = [found[at] for at in from_the_largest([size for size, *_rest in found])]
    window = shapely.box(view.west, view.south, view.east, view.north)
    meets = shapely.intersects(np.array([shape for _size, shape, *_rest in ordered], dtype=object), window)
    return [Zone(str(name), look, bool(pale), shape, name in scene.selected)
            for (_size, shape, name, look, pale), is_in in zip(ordered, meets, strict=True) if is_in]


def draw_zones(axes: Axes, canvas: Canvas, view: View, scene: Scene) -> None:
    """Draw the zones in view, and a band around those that are chosen."""
    zones = zones_of(scene, view)
    if not zones:
        return
    colours = [zone.colour(canvas.palette) for zone in zones]
    drawn = PathCollection(
        [path_of_zone(zone, view) for zone in zones], facecolors=[to_rgba(each, CLEAR) for each in colours],
        edgecolors=colours, linewidths=[_width(zone, view) * canvas.scale for zone in zones], joinstyle="round",
        capstyle="butt", zorder=2.3, label=tags.ZONES,
    )
    canvas.known[drawn] = tuple(zone.row_id for zone in zones)
    axes.add_artist(drawn)
    chosen = [path_of(zone.shape) for zone in zones if zone.chosen]
    if chosen:
        axes.add_artist(PathCollection(chosen, facecolors="none", edgecolors=canvas.palette.chosen, zorder=2.4,
                                       joinstyle="round", linewidths=CHOSEN_EDGE * canvas.scale, label=tags.ZONES))


def path_of_zone(zone: Zone, view: View) -> Path:
    """Make one path of a zone's outline, holes and hatches, so that it is one shape in every kind of file."""
    return Path.make_compound_path(path_of(zone.shape), *hatches_of(zone.shape, zone.look.mark, view))


def hatches_of(shape: BaseGeometry, mark: str, view: View) -> list[Path]:
    """Draw the lines over a hatched zone where they lie in the window (metres); none for one that is plain."""
    inside, gap = INSIDE * view.metres_per_point, HATCH * view.metres_per_point
    west, south, east, north = shape.bounds
    box = (max(west, view.west + inside), max(south, view.south + inside),
           min(east, view.east - inside), min(north, view.north - inside))
    if mark not in LEANS or box[0] >= box[2] or box[1] >= box[3]:
        return []
    lines = shapely.MultiLineString([line for lean in LEANS[mark] for line in _lines(box, lean, gap)])
    seen = shapely.get_parts(shapely.intersection(lines, shape))
    return [Path(shapely.get_coordinates(line)) for line in seen if line.length]


def _lines(box: tuple[float, float, float, float], lean: int, gap: float) -> Iterator[LineString]:
    """Draw the lines y = lean * x + c through a box; c counts from the same place for all zones."""
    west, south, east, north = box
    step, ends = gap * np.sqrt(2), [y - lean * x for x in (west, east) for y in (south, north)]
    for c in np.arange(np.ceil(min(ends) / step), max(ends) / step) * step:
        across = sorted(((south - c) / lean, (north - c) / lean))
        start, stop = max(west, across[0]), min(east, across[1])
        if start < stop:
            yield LineString([(start, lean * start + c), (stop, lean * stop + c)])


def _width(zone: Zone, view: View) -> float:
    """Give the width of an edge in points: of a zone that is too small to be seen, so wide that it is."""
    west, south, east, north = zone.shape.bounds
    across = max(east - west, north - south) / view.metres_per_point
    return EDGE if across >= SPECK else SPECK - across / 2


def draw_swatch(canvas: Canvas, box: Box, look: Category) -> None:
    """Draw the symbol of a category into a box of the legend."""
    colour = painted(look.colour, canvas.palette, ground=canvas.palette.land)
    wide, high = SWATCH
    share = min(box.width / wide, box.height / high)
    laid = Affine2D().scale(share).translate(box.left + (box.width - wide * share) / 2, box.bottom)
    canvas.add(PathPatch(swatch_path(look).transformed(laid), facecolor=to_rgba(colour, CLEAR), edgecolor=colour,
                         linewidth=EDGE * canvas.scale, joinstyle="round"))


def swatch_path(look: Category) -> Path:
    """Give the outline of a symbol with its hatches, in points."""
    wide, high = SWATCH
    whole = shapely.box(0, 0, wide, high)
    lines = [line for lean in LEANS.get(look.mark, ()) for line in _lines(whole.bounds, lean, HATCH)]
    return Path.make_compound_path(path_of(whole), *(Path(shapely.get_coordinates(line)) for line in lines))
