"""Where land is: how far a point at sea stands off the coast, and how much of a line lies over land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from scipy import ndimage
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.countries import FINE_OUTLINES, read_outlines
from geo.files import kept
from geo.geodesy import LANDING_KM, Place, disc, length_km
from geo.sphere import RADIUS_KM, Floats

SIDE = 400  # cells of a tile's side: small enough to be drawn in some 20 ms, large enough that a sea is few tiles
CELL, CLOSE_CELL = 0.0125, 0.0025  # degrees: 1.4 km of latitude for the way, 0.3 km for harbours and narrows
FAR_KM, STEPS_PER_KM = 50, 5  # clearances are kept in steps of 0.2 km, 50 km at most
OPEN_SEA = np.full((SIDE, SIDE), FAR_KM * STEPS_PER_KM, np.uint8)  # one for all tiles without a coast
TURNS = (-360, 0, 360)  # a line with continuous longitudes meets land that stands in -180..180


@dataclass(frozen=True, eq=False)
class Land:
    """Land as small pieces (EPSG:4326, -180..180) in a search tree, looked at in cells of so many degrees.

    Hashed by identity, so that its tiles can be cached.
    """

    tree: shapely.STRtree
    cell: float = CELL

    @property
    def tile(self) -> float:
        """The side of a tile in degrees."""
        return self.cell * SIDE


@kept(FINE_OUTLINES, most=2)
def read_land() -> Land:
    """Read the land of the finest country outlines (Natural Earth 1:10m)."""
    return cut_land(list(read_outlines(fine=True).geometry))


def cut_land(outlines: list[BaseGeometry]) -> Land:
    """Cut outlines into pieces of few corners: a line is tested against a bay, not against Eurasia."""
    pieces: list[BaseGeometry] = []
    waiting: list[BaseGeometry] = [part for shape in outlines for part in shapely.get_parts(shape)]
    while waiting:
        shape = waiting.pop()
        if shapely.get_num_coordinates(shape) <= 200:
            pieces.append(shape)
        else:
            waiting += _halves(shape)
    return Land(shapely.STRtree(pieces))


def _halves(shape: BaseGeometry) -> list[BaseGeometry]:
    west, south, east, north = shape.bounds
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    if east - west > north - south:
        boxes = [(west, south, middle_x, north), (middle_x, south, east, north)]
    else:
        boxes = [(west, south, east, middle_y), (west, middle_y, east, north)]
    cut = [part for box in boxes for part in shapely.get_parts(shapely.clip_by_rect(shape, *box))]
    return [part for part in cut if part.geom_type == "Polygon" and part.area > 0]


@lru_cache(maxsize=8)
def close_up(land: Land) -> Land:
    """Give the same land in small cells, for short ways through narrows."""
    return Land(land.tree, CLOSE_CELL)


def clearance_km(land: Land, lonlat: Floats) -> Floats:
    """Give each point's distance to the nearest coast in km: 0 on land, FAR_KM at most; longitudes may run on."""
    east = (lonlat[:, 0] + 180) % 360 / land.tile
    north = (np.clip(lonlat[:, 1], -89.999, 89.999) + 90) / land.tile
    column, row = np.floor(east).astype(int), np.floor(north).astype(int)
    x, y = ((east - column) * SIDE).astype(int), ((north - row) * SIDE).astype(int)
    found = np.empty(len(lonlat))
    number = row * 100_000 + column
    for key in np.unique(number):
        here = number == key
        found[here] = _tile(land, *divmod(int(key), 100_000))[y[here], x[here]]
    return found / STEPS_PER_KM


@lru_cache(maxsize=700)
def _tile(land: Land, row: int, column: int) -> NDArray[np.uint8]:
    """Draw one tile of clearances, row 0 in the south."""
    west, south = column * land.tile - 180, row * land.tile - 90
    tall = np.radians(land.cell) * RADIUS_KM
    wide = tall * np.cos(np.radians(south + land.tile / 2))
    pad = int(FAR_KM / tall) + 1, int(min(FAR_KM / wide, 180 / land.cell)) + 1
    sea = _draw(land, west - pad[1] * land.cell, south - pad[0] * land.cell, pad)
    if sea.all():
        return OPEN_SEA
    away = ndimage.distance_transform_edt(sea, sampling=(tall, wide))[pad[0] : -pad[0], pad[1] : -pad[1]]
    steps = np.where(away > 0, np.clip(away, 1 / STEPS_PER_KM, FAR_KM) * STEPS_PER_KM, 0)
    return np.asarray(steps, dtype=np.uint8)


def _draw(land: Land, west: float, south: float, pad: tuple[int, int]) -> NDArray[np.bool_]:
    """Draw where sea is, in a tile and `pad` cells round it; every cell that an outline touches is land."""
    height, width = SIDE + 2 * pad[0], SIDE + 2 * pad[1]
    picture = Image.new("1", (width, height), 1)
    pen = ImageDraw.Draw(picture)
    for turn in TURNS:
        box = shapely.box(west - turn, south, west - turn + width * land.cell, south + height * land.cell)
        for index in land.tree.query(box):
            piece = land.tree.geometries[index]
            for ring, colour in [(piece.exterior, 0), *((hole, 1) for hole in piece.interiors)]:
                at = (shapely.get_coordinates(ring) - (west - turn, south)) / land.cell - 0.5
                pen.polygon([(float(x), float(y)) for x, y in at], fill=colour, outline=0)
    return np.asarray(picture, dtype=bool)


def land_km(land: Land, line: LineString, *, landings: Sequence[Place]) -> float:
    """Measure how much of a line lies over land, in km, leaving out LANDING_KM round each landing."""
    return length_km(over_land(land, line, landings=landings))


def over_land(land: Land, line: LineString, *, landings: Sequence[Place]) -> MultiLineString:
    """Cut out of a line what lies over land, leaving out LANDING_KM round each landing."""
    free = [translate(disc(place, LANDING_KM), turn) for place in landings for turn in TURNS]
    rest = line.difference(shapely.union_all(free)) if free else line
    found: list[LineString] = []
    for turn in TURNS:
        moved = translate(rest, turn)
        pieces = land.tree.geometries[land.tree.query(moved, predicate="intersects")]
        wet = shapely.get_parts(shapely.intersection(moved, pieces))
        found += [translate(part, -turn) for part in wet if isinstance(part, LineString) and not part.is_empty]
    return MultiLineString(found)
