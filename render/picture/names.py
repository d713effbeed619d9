"""Which names a picture carries, the important ones first; where they are set is `render.picture.labels`'s affair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from geo.countries import Country, read_countries, read_marks
from geo.tables import split
from layers.base import Kind
from render.picture.areas import areas_of
from render.picture.fonts import style, width_of
from render.picture.ground import Ground
from render.picture.view import View
from render.picture.zones_laid import middles_of
from scene.scene import Scene
from scene.sheet import Sheet

WORLD_PARTNERS = 12
"""How many countries a map of the world names besides the coloured and the Pacific ones: those with the most rows."""
PACIFIC = "pacific_island"
TINY = 5.0
"""Points across: a country whose largest part is smaller is marked with a dot, so that it can be seen."""
WORTH_A_NAME = 40.0
"""Points across: a country whose middle is out of view is named if so much of it is in view."""
RIM = 8.0
"""Degrees before the horizon of a globe: what is only around the places asked for has no name there."""
NAMED_ROWS, ROW_WIDTH = 12, 205.0
"""A close-up names the points of a layer when there are no more in all and no name is wider (points)."""

COLOURED, PARTNER, PLACE, BEYOND, MEMBER, AROUND = range(6)
"""Weights: coloured, chosen or asked for by the territory policy; with rows; a point; coloured or with rows, but
outside the region asked for; of that region; the rest."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place (metres); `room` is the points across of what it names, `weight` its importance."""

    text: str
    x: float
    y: float
    room: float
    weight: int
    iso_a3: str = ""
    is_dotted: bool = False


def names_of(scene: Scene, view: View, ground: Ground) -> list[Name]:
    """List the names for a view: the important first, then the large, whose place is on their own land."""
    known = read_countries()
    names = [name for code, weight in _ranks(scene, view, ground).items() if code in known and code in ground.labels
             if (name := _country(known[code], weight, scene, view, ground))]
    if view.is_close_up:
        names += [*_marks(scene, view), *_rows(scene, view, ground)]
    return sorted(names, key=lambda name: (name.weight, -name.room))


def _ranks(scene: Scene, view: View, ground: Ground) -> dict[str, int]:
    """Rank the countries: a world map names those with facts, a nearer one all that it shows."""
    ranks = dict.fromkeys([*scene.selected, *sorted(scene.choice.country)], COLOURED)
    known, regions = read_countries(), scene.choice.region
    asked = {code for code, country in known.items() if not regions or country.region_id in regions}
    for code in (area.iso_a3 for area in areas_of(scene)):
        ranks.setdefault(code, COLOURED if code in asked else BEYOND)
    partners = _partners(scene)
    ahead = [code for code in partners if code in ground.labels and view.holds(view.place(*ground.labels[code]))[0]]
    for code in _most(partners, ahead) if view.is_world else partners:
        ranks.setdefault(code, PARTNER if code in asked else BEYOND)
    if not view.is_world:
        for code in known:
            ranks.setdefault(code, MEMBER if regions and code in asked else AROUND)
    return ranks


def _most(partners: Counter[str], ahead: list[str]) -> list[str]:
    """Choose whom of those in sight a map of the world names: every Pacific island, and those with the most rows."""
    known = read_countries()
    islands = [code for code in ahead if code in known and PACIFIC in known[code].groups]
    others = sorted(set(ahead) - set(islands), key=lambda code: (-partners[code], code))
    return [*islands, *others[:WORLD_PARTNERS]]


def _partners(scene: Scene) -> Counter[str]:
    """Count the rows that name each country."""
    found = Counter[str]()
    for sheet in scene.sheets:
        if sheet.layer.kind != Kind.AREA:
            for cell, count in Counter(sheet.rows["iso_a3"].tolist()).items():
                found.update(dict.fromkeys(split(cell), count))
    return found


def _country(country: Country, weight: int, scene: Scene, view: View, ground: Ground) -> Name | None:
    code = country.iso_a3
    room = ground.across[code] / view.metres_per_point
    tiny = room < TINY
    at = view.place(*ground.labels[code])
    if tiny and country.capital_at and ground.at(at) != [code]:
        # The middle of a scattered state is open sea, so its dot and its name go to the capital.
        at = view.place(*country.capital_at)
    if weight == AROUND and view.is_edge(at, degrees=RIM)[0]:
        return None
    if not view.holds(at)[0]:
        return None if tiny else _in_part(country, weight, scene, view, ground)
    x, y = at[0]
    return Name(country.name[scene.lang], x, y, room, weight, code, tiny)


def _in_part(country: Country, weight: int, scene: Scene, view: View, ground: Ground) -> Name | None:
    """Name a country whose middle is out of view in the middle of its largest part that is in view."""
    shape = ground.shapes[ground.codes.index(country.iso_a3)]
    seen = shapely.get_parts(shapely.clip_by_rect(shape, view.west, view.south, view.east, view.north))
    if not len(seen):
        return None
    largest = max(seen, key=lambda part: part.area)
    middle = shapely.maximum_inscribed_circle(largest, tolerance=4 * view.metres_per_point)
    room = 2 * middle.length / view.metres_per_point
    if room < WORTH_A_NAME:
        return None
    x, y = middle.coords[0]
    return Name(country.name[scene.lang], x, y, room, weight, country.iso_a3)


def _marks(scene: Scene, view: View) -> Iterator[Name]:
    """Name the small places that the territory policy asks for."""
    for mark in read_marks():
        at = view.place(mark.lon, mark.lat)
        if view.holds(at)[0]:
            x, y = at[0]
            yield Name(mark.name[scene.lang], x, y, 0.0, COLOURED, mark.iso_a3, True)


def _rows(scene: Scene, view: View, ground: Ground) -> Iterator[Name]:
    """Name the points or zones of a layer where they are few and their names are short."""
    size = style()["font.size"]
    for sheet in scene.sheets:
        if sheet.layer.kind not in PLACED or len(sheet.rows) > NAMED_ROWS:
            continue
        names = list(sheet.rows[f"name_{scene.lang}"])
        if all(width_of(name, size) <= ROW_WIDTH for name in names):
            yield from PLACED[sheet.layer.kind](names, sheet, view, ground)


def _points(names: Sequence[str], sheet: Sheet, view: View, _ground: Ground) -> Iterator[Name]:
    for name, shape in zip(names, sheet.rows.geometry, strict=True):
        places = view.place(*shapely.get_coordinates(shape).T)
        yield from (Name(name, x, y, 0.0, PLACE) for x, y in places[view.holds(places)])


def _zones(names: Sequence[str], sheet: Sheet, view: View, ground: Ground) -> Iterator[Name]:
    """Name zones in their middle, as a place of whatever country lies there."""
    for row, x, y, room in middles_of(sheet, view):
        yield Name(names[row], x, y, room, PLACE, ground.at(np.array([[x, y]]))[0])


PLACED = {Kind.POINT: _points, Kind.ZONE: _zones}
