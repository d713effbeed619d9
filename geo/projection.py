"""The map projections on offer, and shapes drawn in them (metres)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import LineString, MultiLineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.globe import RADIUS, disc, onto_globe
from geo.meridian import recentre_all
from i18n.text import Text

DENSE = 1.0
"""Degrees between vertices before projecting: curves look like curves up to a wall poster."""
MERCATOR_EDGE = 85.0
"""Degrees of latitude where Mercator, which has no poles, is cut."""

FAR = 1080.0
"""Degrees beyond which no longitude runs on."""


@dataclass(frozen=True)
class Projection:
    """A projection; `proj` is its PROJ definition, `whole` says that it shows the poles.

    A globe shows one side of the world, and its centre has a latitude too; the others stand upright.
    """

    id: str
    name: Text
    proj: str
    whole: bool
    is_globe: bool = False

    @property
    def edge(self) -> float:
        """The highest latitude on the map."""
        return 90.0 if self.whole else MERCATOR_EDGE


_ALL = (
    Projection("equal_earth", Text("イコールアース図法", "Equal Earth"), "eqearth", True),
    Projection("plate_carree", Text("正距円筒図法", "Plate Carrée"), "eqc", True),
    Projection("robinson", Text("ロビンソン図法", "Robinson"), "robin", True),
    Projection("mercator", Text("メルカトル図法", "Mercator"), "merc", False),
    Projection("orthographic", Text("正射図法(地球儀)", "Orthographic (globe)"), "ortho", True, is_globe=True),
)
PROJECTIONS: Mapping[str, Projection] = MappingProxyType({each.id: each for each in _ALL})


@lru_cache(maxsize=64)
def transformer(projection: Projection, centre: float, centre_lat: float = 0.0) -> Transformer:
    """Give WGS 84 (lon, lat) -> metres; +over keeps the map's two edges, centre-180 and centre+180, apart.

    A globe is a sphere, and what is behind it becomes inf.
    """
    target = f"+proj={projection.proj} +lon_0={centre} +datum=WGS84 +units=m +over +no_defs"
    if projection.is_globe:
        target = f"+proj={projection.proj} +lon_0={centre} +lat_0={centre_lat} +R={RADIUS} +units=m +no_defs"
    return Transformer.from_crs("EPSG:4326", target, always_xy=True)


def lay_out(
    geometries: Iterable[BaseGeometry], projection: Projection, *, centre: float, centre_lat: float = 0.0
) -> NDArray[Any]:
    """Project geometries (degrees, -180..180 or running on) about a centre; metres, same order, cut where it ends."""
    if projection.is_globe:
        shapes: NDArray[Any] = np.array(list(geometries), dtype=object)
        return onto_globe(shapely.segmentize(shapes, DENSE), lon=centre, lat=centre_lat)
    return project(recentre_all(geometries, centre=centre), projection, centre=centre)


def project(geometries: Iterable[BaseGeometry], projection: Projection, *, centre: float) -> NDArray[Any]:
    """Project geometries, on no globe, that `recentre_all` brought to the same centre; metres, same order."""
    shapes: NDArray[Any] = np.array(list(geometries), dtype=object)
    if not projection.whole:
        shapes = _clipped(shapes, projection.edge)
    to_metres = transformer(projection, centre).transform
    projected: NDArray[Any] = shapely.transform(
        shapely.segmentize(shapes, DENSE),
        lambda lonlat: np.column_stack(to_metres(lonlat[:, 0], lonlat[:, 1])),
    )
    return projected


def outline(projection: Projection, centre: float) -> Polygon:
    """Draw the edge of the world, or of the globe."""
    if projection.is_globe:
        return disc()
    world: Polygon = project([_world(projection, centre)], projection, centre=centre)[0]
    return world


def graticule(projection: Projection, centre: float, step: float, *, centre_lat: float = 0.0) -> MultiLineString:
    """Draw meridians and parallels at the multiples of step (degrees)."""
    west, south, east, north = _world(projection, centre).bounds
    lons = np.arange(0, 360, step) if projection.is_globe else _multiples(west, east, step)
    meridians = [LineString([(lon, south), (lon, north)]) for lon in lons]
    parallels = [LineString([(west, lat), (east, lat)]) for lat in _multiples(south, north, step)]
    drawn = lay_out(meridians + parallels, projection, centre=centre, centre_lat=centre_lat)
    return MultiLineString(list(shapely.get_parts(drawn)))


def _world(projection: Projection, centre: float) -> Polygon:
    return box(centre - 180, -projection.edge, centre + 180, projection.edge)


def _multiples(low: float, high: float, step: float) -> NDArray[np.float64]:
    """Give the multiples of step strictly between low and high."""
    every = np.arange(np.floor(low / step), np.ceil(high / step) + 1) * step
    inside: NDArray[np.float64] = every[(every > low) & (every < high)]
    return inside


def _clipped(shapes: NDArray[Any], edge: float) -> NDArray[Any]:
    """Cut off what lies nearer to the poles than the map goes."""
    _west, south, _east, north = shapely.bounds(shapes).T
    beyond = (south < -edge) | (north > edge)
    shapes[beyond] = shapely.intersection(shapes[beyond], box(-FAR, -edge, FAR, edge))
    return shapes
