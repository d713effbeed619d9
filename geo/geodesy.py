"""Lengths, areas and great circles on the WGS 84 ellipsoid, in km (GeographicLib through pyproj)."""

from __future__ import annotations

import math

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

GEOD = Geod(ellps="WGS84")
Place = tuple[float, float]
LANDING_KM = 15.0  # so far from a landing a cable may run over land: towns stand inland, and harbours are small


def length_km(line: BaseGeometry) -> float:
    """Measure a line or lines whose vertices are joined by geodesics."""
    return float(GEOD.geometry_length(line)) / 1000


def area_km2(polygon: BaseGeometry) -> float:
    """Measure a polygon or polygons, holes left out, whatever way their rings turn."""
    signed, _perimeter = GEOD.geometry_area_perimeter(shapely.orient_polygons(polygon))
    return abs(float(signed)) / 1e6


def distance_km(a: Place, b: Place) -> float:
    """Measure the shortest way between two places (lon, lat)."""
    _there, _back, metres = GEOD.inv(*a, *b)
    return float(metres) / 1000


def great_circle(a: Place, b: Place, *, step_km: float = 100.0) -> LineString:
    """Draw the shortest way from a to b, a vertex at most every step_km.

    Longitudes run on without a jump, so the line may leave -180..180; `geo.meridian` brings it back.
    """
    between = math.ceil(distance_km(a, b) / step_km) - 1
    middle = GEOD.npts(*a, *b, between) if between > 0 else []
    lons, lats = zip(a, *middle, b, strict=True)
    return LineString(np.column_stack([np.unwrap(lons, period=360), lats]))


def disc(place: Place, km: float) -> Polygon:
    """Draw a circle of so many km, with longitudes that run on round its centre."""
    lon, lat = place
    x, y, _ = GEOD.fwd(np.full(72, lon), np.full(72, lat), np.arange(0, 360, 5), np.full(72, km * 1000))
    return Polygon(np.column_stack([lon + (np.asarray(x) - lon + 180) % 360 - 180, y]))
