"""The nearest water to a place that stands too far inland."""

from __future__ import annotations

import numpy as np
import shapely

from geo.geodesy import LANDING_KM, Place, disc
from geo.land import Land, clearance_km
from geo.sphere import Floats

FARTHEST_KM = 200


def to_sea_km(land: Land, place: Place) -> int:
    """Measure how far a place is from water, to the km; 0 at sea."""
    rings = (_ring(place, km) for km in range(FARTHEST_KM))
    return next((km for km, ring in enumerate(rings) if (clearance_km(land, ring) > 0).any()), FARTHEST_KM)


def at_shore(land: Land, place: Place) -> Place:
    """Give the place itself, or the nearest water when it stands more than LANDING_KM inland."""
    km = to_sea_km(land, place)
    if km <= LANDING_KM:
        return place
    ring = _ring(place, km)
    lon, lat = ring[int(np.argmax(clearance_km(land, ring)))]
    return round(float(lon), 3), round(float(lat), 3)


def _ring(place: Place, km: int) -> Floats:
    return shapely.get_coordinates(disc(place, max(km, 0.01)))
