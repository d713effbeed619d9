"""Many points at once on a sphere: fast vectors for searching; what is published is measured in `geo.geodesy`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RADIUS_KM = 6371.0088


def to_vectors(lonlat: Floats) -> Floats:
    """Turn longitudes and latitudes in degrees (n, 2) into unit vectors (n, 3)."""
    lon, lat = np.radians(lonlat[..., 0]), np.radians(lonlat[..., 1])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=-1)


def to_lonlat(vectors: Floats) -> Floats:
    """Turn vectors of any length (..., 3) into longitudes in -180..180 and latitudes (..., 2)."""
    x, y, z = vectors[..., 0], vectors[..., 1], vectors[..., 2]
    return np.stack([np.degrees(np.arctan2(y, x)), np.degrees(np.arctan2(z, np.hypot(x, y)))], axis=-1)


def angles(a: Floats, b: Floats) -> Floats:
    """Give the angle between unit vectors in radians, exact for small angles too."""
    half = np.linalg.norm(a - b, axis=-1) / 2
    return np.asarray(2 * np.arcsin(np.minimum(half, 1.0)), dtype=np.float64)


def between(a: Floats, b: Floats, fraction: Floats) -> Floats:
    """Give the unit vectors at a fraction of the way from a to b along the great circle."""
    angle = np.maximum(angles(a, b), 1e-12)[..., None]
    share = fraction[..., None]
    mixed = np.sin((1 - share) * angle) * a + np.sin(share * angle) * b
    return np.asarray(mixed / np.linalg.norm(mixed, axis=-1, keepdims=True), dtype=np.float64)


def frame(a: Floats, b: Floats) -> Floats:
    """Give the rotation (3, 3) that lays the great circle from a to b along an equator, a at longitude 0."""
    pole = np.cross(a, b)
    pole = pole / np.linalg.norm(pole)
    return np.stack([a, np.cross(pole, a), pole])
