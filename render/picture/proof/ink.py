"""The ink of a picture: its map is not blank, land lies where it should, and each category left its colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from geo.countries import read_countries
from i18n.text import Text
from layers.base import Kind
from render.arrays import Numbers
from render.palette import CABLE_WIDTH, MARK_SIZE
from render.picture.draw import Drawing
from render.picture.ground import HOME, read_ground
from render.picture.marks import HOLLOW_EDGE
from render.picture.proof import faults
from render.picture.proof.land import ISLANDS, OPEN_LAND, fill_by_outline
from render.picture.proof.pixels import Map, map_of
from render.picture.proof.rows import REACH, Rows, Sign
from render.picture.proof.zones import is_clear
from render.picture.view import View

SOLID = 3.0
"""Pixels: a line or mark that is narrower may have no pixel of its colour pure."""
EVEN, HIDDEN = 0.9, 0.25
"""Of one colour to such a share, a map is blank; so many known places, or one, may lie under names, lines and marks,
but none that is looked for as far as any is."""
FEW = 4
"""Places of lines and marks: fewer may all lie under others, where many stand close together."""
PROBES, PROBE_SIZE = 40, (16.0, 60.0)
"""How many countries are looked for, and pixels across which one must be and as far as it is looked for."""
ISLAND, ISLAND_REACH = 8_000.0, 2.5
"""Metres around the middle of an island that are the island, and the pixels that they must be to be looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """A place whose colour is known: x and y in points from the map's lower left corner, the reach in pixels."""

    fault: Text
    colour: str
    x: float
    y: float
    reach: float


def check_ink(drawing: Drawing, content: bytes, kind: str, rows: Mapping[Sign, Rows]) -> Iterator[Text]:
    """Look at the pixels of the map: blank, shifted or covered, a category that left no ink."""
    seen = map_of(drawing, content, kind)
    known = list(_known(drawing, seen.share))
    missed = [place for place in known if not _shows(seen, place)]
    if known and len(missed) == len(known) and seen.evenness > EVEN:
        yield faults.BLANK
    elif len(missed) > max(1, len(known) * HIDDEN) or any(place.reach >= PROBE_SIZE[1] for place in missed):
        yield missed[0].fault
    for group in _islands(drawing, seen.share):
        if sum(_shows(seen, place) for place in group) * 2 < len(group):
            yield group[0].fault
    yield from _colours(drawing, seen, rows)


def _shows(seen: Map, place: Known) -> bool:
    return seen.shows(place.colour, place.x, place.y, place.reach)


def _islands(drawing: Drawing, share: float) -> Iterator[list[Known]]:
    """List the islands whose fill is Japan's position on them, where they are large enough to be seen."""
    view, reach = drawing.view, ISLAND / drawing.view.metres_per_point * share
    if reach < ISLAND_REACH:
        return
    ground = read_ground(view, drawing.canvas)
    fills = dict(zip(ground.codes, fill_by_outline(drawing, ground), strict=True))
    for lonlat, fault, colour in ((ISLANDS, faults.NOT_JAPAN, fills[HOME]),
                                  (OPEN_LAND, faults.NOT_OPEN, drawing.canvas.palette.undetermined)):
        places = view.place(*np.array(lonlat).T)
        seen = places[view.holds(places, margin=reach / share)]
        yield [Known(fault, colour, *_points(view, place), reach) for place in seen[is_clear(drawing, seen)]]


def _known(drawing: Drawing, share: float) -> Iterator[Known]:
    """List places whose colour is known: the largest countries in view."""
    view, ground = drawing.view, read_ground(drawing.view, drawing.canvas)
    fills = dict(zip(ground.codes, fill_by_outline(drawing, ground), strict=True))
    large = sorted(ground.across.items(), key=lambda pair: -pair[1])[:PROBES]
    codes = [code for code, across in large if across / view.metres_per_point * share >= PROBE_SIZE[0]]
    places = view.place(*np.array([ground.labels[code] for code in codes]).reshape(-1, 2).T)
    on_land, inside = ground.at(places), view.holds(places)
    inside[inside] = is_clear(drawing, places[inside])
    for at, code in enumerate(codes):
        if inside[at] and on_land[at] == code:
            fault = faults.SHIFTED.format(words=read_countries()[code].name)
            reach = ground.across[code] / view.metres_per_point * share / 4
            yield Known(fault, fills[code], *_points(view, places[at]), min(reach, PROBE_SIZE[1]))


def _points(view: View, place: Numbers) -> tuple[float, float]:
    """Turn a place (metres) into points from the map's lower left corner."""
    x, y = place
    return (x - view.west) / view.metres_per_point, (y - view.south) / view.metres_per_point


def _colours(drawing: Drawing, seen: Map, rows: Mapping[Sign, Rows]) -> Iterator[Text]:
    """Look for the colour of each category of lines and marks that is surely in view."""
    palette = drawing.canvas.palette
    grounds = {Kind.LINE: palette.sea, Kind.POINT: palette.halo}
    found = dict[tuple[str, bool], bool]()
    for each in rows.values():
        is_wide = _width(each) * seen.share >= SOLID
        key = each.look.colour, is_wide
        if key not in found:
            found[key] = seen.has(each.look.colour, on="" if is_wide else grounds[each.kind])
        if not found[key] and each.seen(drawing.view, margin=REACH) >= FEW:
            yield faults.NO_INK.format(words=each.label)


def _width(rows: Rows) -> float:
    """Give how wide the ink of a line or mark is, in points."""
    if rows.kind == Kind.LINE:
        return CABLE_WIDTH * rows.look.width
    return HOLLOW_EDGE if rows.look.hollow else MARK_SIZE / 2
