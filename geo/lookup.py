"""Which country a place is in, or nearest to."""

from __future__ import annotations

import math

import geopandas as gpd
import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import Point, box

from geo.meridian import wrap

KM_IN_A_DEGREE = 110.5
"""The shortest degree of a meridian: a box made with it holds all that lies within so many km."""
ALMOST_A_POLE = 89.0
"""Degrees of latitude: from here on every longitude is near."""


class Lookup:
    """Countries by place; made once of `geo.countries.read_outlines` and asked often."""

    def __init__(self, outlines: gpd.GeoDataFrame) -> None:
        countries = outlines[outlines["iso_a3"] != ""]
        parts, owners = shapely.get_parts(countries.geometry.to_numpy(), return_index=True)
        self._parts = parts
        self._codes = countries["iso_a3"].to_numpy()[owners]
        self._tree = shapely.STRtree(parts)

    def country_at(self, lon: float, lat: float) -> str | None:
        """Give the iso_a3 of the country that a place lies in; None at sea or where none holds."""
        found = self._tree.query(Point(wrap(lon, centre=0), lat), predicate="intersects")
        return str(self._codes[found.min()]) if len(found) else None

    def nearest_country(self, lon: float, lat: float, *, within_km: float) -> str | None:
        """Give the iso_a3 of the country whose land is nearest, 0 km when inside; None beyond within_km."""
        inside = self.country_at(lon, lat)
        near = self._near(lon, lat, within_km)
        if inside or not len(near):
            return inside
        # Distances from the centre of an azimuthal equidistant map are true, and it has no seam nearby.
        here = f"+proj=aeqd +lon_0={lon} +lat_0={lat} +datum=WGS84 +units=km"
        to_km = Transformer.from_crs("EPSG:4326", here, always_xy=True).transform
        around = shapely.transform(self._parts[near], lambda at: np.column_stack(to_km(at[:, 0], at[:, 1])))
        km = shapely.distance(around, Point(0, 0))
        return str(self._codes[near[km.argmin()]]) if km.min() <= within_km else None

    def _near(self, lon: float, lat: float, within_km: float) -> np.ndarray:
        """Give the parts whose box comes so near, looked for on both sides of 180°."""
        high = within_km / KM_IN_A_DEGREE
        farthest = min(abs(lat) + high, ALMOST_A_POLE)
        wide = min(high / math.cos(math.radians(farthest)), 180.0)
        west = wrap(lon, centre=0)
        boxes = [box(at - wide, lat - high, at + wide, lat + high) for at in (west - 360, west, west + 360)]
        return np.unique(self._tree.query(boxes)[1])
