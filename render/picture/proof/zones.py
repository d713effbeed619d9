"""The zones of a picture: each in view is drawn, as its category says, below those that are smaller."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from numpy.typing import NDArray

from i18n.text import Text
from layers.base import Kind
from layers.wording import name_of
from render.arrays import Numbers
from render.picture import tags
from render.picture.draw import Drawing
from render.picture.proof import faults
from render.picture.proof.looks import look_of
from render.picture.proof.reading import on_map
from render.picture.zones import LEANS, zones_of

Drawn = tuple[str, str, bool, bool]
"""Fill, edge, whether the ground shows through it, whether lines lie over it."""
HATCHED_FROM = 20.0
"""Points across from which a hatched zone surely has a line over it."""


def check_zones(drawing: Drawing) -> Iterator[Text]:
    """Compare the zones on the map with the rows of the scene that lie in its window."""
    drawn = dict(_drawn(drawing))
    named = {str(row["id"]): (sheet, row, look, size) for sheet in drawing.seen.sheets
             if sheet.layer.kind == Kind.ZONE for row, look, size in zip(
                 sheet.each_row(), sheet.drawn_as(), sheet.rows["size"], strict=True)}
    for key, (_sheet, row, look, _size) in named.items():
        right = look_of(Kind.ZONE, look, drawing.canvas.palette, pale=bool(row["pale"])).colour
        name = name_of(row, drawing.scene.lang)
        if key not in drawn:
            yield faults.NO_ROWS.format(words=name)
        elif drawn[key][:3] != (right, right, True) or not _is_hatched(drawing, key, drawn[key], look.mark in LEANS):
            yield faults.OTHER_ZONE.format(words=name)
    if drawn.keys() - named.keys():
        yield faults.FOREIGN_ROWS
    sizes = [named[key][3] for key in drawn if key in named]
    if sizes != sorted(sizes, reverse=True):
        yield faults.OTHER_ZONE.format(words=next(iter(named.values()))[0].layer.title)


def _drawn(drawing: Drawing) -> Iterator[tuple[str, Drawn]]:
    """Give how each row is drawn, by its id, in the order of drawing."""
    for zones in on_map(drawing, PathCollection, tags.ZONES):
        keys = drawing.canvas.known.get(zones, ())
        faces, edges, widths = zones.get_facecolor(), zones.get_edgecolor(), zones.get_linewidth()
        for at, (key, path) in enumerate(zip(keys, zones.get_paths(), strict=True)):
            face, edge = faces[at % len(faces)], edges[at % len(edges)]
            firm = edge[3] == 1 and widths[at % len(widths)] > 0
            codes = np.asarray(path.codes)
            ends = np.flatnonzero(codes == path.MOVETO)
            lines = len(ends) > int((codes == path.CLOSEPOLY).sum())
            yield key, (to_hex(face), to_hex(edge) if firm else "", bool(0 < face[3] < 1), lines)


def _is_hatched(drawing: Drawing, key: str, drawn: Drawn, asked: bool) -> bool:
    """Tell whether lines lie over a zone as asked; none need lie over one of which little shows."""
    if drawn[3] or not asked:
        return drawn[3] == asked
    view = drawing.view
    window = shapely.box(view.west, view.south, view.east, view.north)
    shape = next(zone.shape for zone in zones_of(drawing.scene, view) if zone.row_id == key)
    west, south, east, north = shapely.envelope(shape).intersection(window).bounds
    return min(east - west, north - south) < HATCHED_FROM * view.metres_per_point


def is_clear(drawing: Drawing, places: Numbers) -> NDArray[np.bool_]:
    """Tell which places (metres) no zone covers, so that they show in the colour of what lies there."""
    zones = shapely.STRtree([zone.shape for zone in zones_of(drawing.scene, drawing.view)])
    clear = np.ones(len(places), dtype=bool)
    clear[zones.query(shapely.points(places), predicate="intersects")[0]] = False
    return clear
