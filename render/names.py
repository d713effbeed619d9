"""Which names a picture carries, the important ones first; where they are set is `render.labels`'s affair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from geo.countries import read_countries, read_marks
from layers.base import Kind
from render.areas import areas_of
from render.ground import Ground
from render.view import View
from scene.scene import Scene

WORLD_NAMES = 34
"""How many names a map of the world takes at most."""
TINY = 5.0
"""Points across: a country whose largest part is smaller is marked with a dot, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place (lon, lat); `room` is the points across of what it names, `weight` its importance."""

    text: str
    lon: float
    lat: float
    room: float
    weight: int
    iso_a3: str = ""

    @property
    def is_tiny(self) -> bool:
        return self.room < TINY


COLOURED, PARTNER, PLACE, MEMBER, AROUND = 0, 1, 2, 3, 4
"""Weights: coloured or chosen, with rows, a small place in a close-up, of the region asked for, the rest."""


def names_of(scene: Scene, view: View, ground: Ground) -> list[Name]:
    """List the names for a view, the most important first."""
    names = [name for code, weight in _ranked(scene, view) for name in _country(code, weight, scene, view, ground)]
    if view.is_close_up:
        names += [Name(mark.name[scene.lang], mark.lon, mark.lat, 0.0, PLACE) for mark in read_marks()]
        names.sort(key=lambda name: name.weight)
    return names[:WORLD_NAMES] if view.is_world else names


def _ranked(scene: Scene, view: View) -> list[tuple[str, int]]:
    """Rank the countries: a world map names those with facts, a nearer one all that it shows."""
    coloured = [*scene.selected, *sorted(scene.choice.country), *(area.iso_a3 for area in areas_of(scene))]
    ranks = dict.fromkeys(coloured, COLOURED)
    for code, _count in sorted(_partners(scene).items(), key=lambda pair: (-pair[1], pair[0])):
        ranks.setdefault(code, PARTNER)
    if not view.is_world:
        for code, country in read_countries().items():
            ranks.setdefault(code, MEMBER if country.region_id in scene.choice.region else AROUND)
    return sorted(ranks.items(), key=lambda pair: pair[1])


def _partners(scene: Scene) -> Counter[str]:
    """Count the rows that name each country."""
    cells = [cell for sheet in scene.sheets if sheet.layer.kind != Kind.AREA for cell in sheet.rows["iso_a3"]]
    return Counter(code for cell in cells for code in cell.split("|") if code)


def _country(code: str, weight: int, scene: Scene, view: View, ground: Ground) -> Iterator[Name]:
    country = read_countries().get(code)
    if country is None or code not in ground.labels:
        return
    room = ground.across[code] / view.metres_per_point
    # The middle of a scattered state is open sea, so its dot and its name go to the capital.
    lon, lat = country.capital_at if room < TINY and country.capital_at else ground.labels[code]
    yield Name(country.name[scene.lang], lon, lat, room, weight, code)
