"""Polygons made light for drawing, and how large they are: what nobody can see goes, every shape keeps its place."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.meridian import TURN, Geometries, recentre_all

FIRST = 0.0005
"""Degrees (about 55 m) that an outline may be off in the first round of thinning; each round lets it grow."""
STEP, COARSEST = 1.5, 32.0
SHARE = 24.0
"""No shape's outline may be off by more than this part of how far across it is."""


def sizes(shapes: Geometries) -> NDArray[np.float64]:
    """Measure polygons (WGS 84) so that they can be compared: in square degrees at the equator, on a sphere.

    Lambert's cylindrical equal-area projection keeps areas whatever the latitude.
    """
    flat = shapely.transform(
        shapes, lambda lonlat: np.column_stack([lonlat[:, 0], np.degrees(np.sin(np.radians(lonlat[:, 1])))]))
    return np.asarray(shapely.area(flat), dtype=np.float64)


def made_light(shapes: Geometries, most: int) -> tuple[Geometries, float]:
    """Thin polygons to so many vertices in all; give them and how far off they may be (degrees), 0 if untouched.

    Very many small ones may keep more: none loses what it is known by, however far the others go.
    """
    if shapely.get_num_coordinates(shapes).sum() <= most:
        return shapes, 0.0
    whole, light, far = _over_the_seam(shapes), shapes, 0.0
    while shapely.get_num_coordinates(light).sum() > most and far < COARSEST:
        far = STEP * far or FIRST
        light = thinned(whole, far)
    return light, far


def thinned(shapes: Geometries, far: float) -> Geometries:
    """Leave out vertices no further than `far` from the line without them, and parts that fold up then.

    A small shape is thinned less, so that it can be told what it was; of one that folds up, its largest part stays
    as a few corners.
    """
    west, south, east, north = np.nan_to_num(shapely.bounds(shapes)).T
    own = np.minimum(far, np.maximum(east - west, north - south) / SHARE)
    thin: Geometries = shapely.simplify(shapes, own, preserve_topology=False)
    gone = np.flatnonzero(shapely.is_empty(thin) & ~shapely.is_empty(shapes))
    thin[gone] = [_corners(shape) for shape in shapes[gone]]
    return thin


def _over_the_seam(shapes: Geometries) -> Geometries:
    """Put together what was cut at ±180°, its longitudes running on: thinned apart, the halves would no longer meet."""
    west, _south, east, _north = shapely.bounds(shapes).T
    cut, whole = (west == -TURN / 2) | (east == TURN / 2), shapes.copy()
    whole[cut] = recentre_all(shapes[cut], centre=TURN / 2)
    return whole


def _corners(shape: shapely.Geometry) -> shapely.Geometry:
    """Give the box around the largest part."""
    parts = shapely.get_parts(shape)
    largest: shapely.Geometry = shapely.envelope(parts[int(np.argmax(shapely.area(parts)))])
    return largest
