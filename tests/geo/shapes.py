"""Shapes for property tests: polygons and lines anywhere on a world that goes round more than once."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import LineString, Polygon

longitudes = st.floats(-540, 540, allow_nan=False).map(lambda lon: round(lon, 4))
latitudes = st.floats(-80, 80, allow_nan=False).map(lambda lat: round(lat, 4))
centres = st.floats(-180, 180, allow_nan=False).map(lambda lon: round(lon, 2))


@st.composite
def polygons(draw: st.DrawFn) -> Polygon:
    """Draw a star-shaped polygon of up to 100° × 16°, with a hole in every other one."""
    radii = draw(st.lists(st.floats(0.2, 1), min_size=3, max_size=12))
    wide = draw(st.floats(0.01, 50))
    angles = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    ring = np.column_stack([np.cos(angles) * radii * np.array(wide), np.sin(angles) * radii * np.array(8.0)])
    star = Polygon(ring + np.array([draw(longitudes), draw(latitudes)]))
    if not draw(st.booleans()):
        return star
    hole = affinity.scale(star, 0.3, 0.3, origin=tuple(np.mean(star.exterior.coords[:-1], axis=0)))
    return Polygon(star.exterior, [hole.exterior]) if star.contains_properly(hole) else star


@st.composite
def lines(draw: st.DrawFn) -> LineString:
    """Draw a line that runs on without a jump, round the world and back if it likes."""
    steps = draw(st.lists(st.floats(-170, 170).map(lambda step: round(step, 3)), min_size=1, max_size=8))
    lons = np.cumsum([draw(longitudes), *steps])
    lats = draw(st.lists(latitudes, min_size=len(lons), max_size=len(lons)))
    return LineString(np.column_stack([lons, lats]))
