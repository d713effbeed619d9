"""Thin outlines for a file size: no vertex more than a map needs, no island lost, borders still shared.

shapely's coverage_simplify takes one tolerance a call, so parts are thinned in groups: parts that share a border
together, islands by their size (small ones keep more of their shape), and with more care where maps zoom in.
"""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geodesy import area_km2
from geo.tables import read_table

CARE = ((20_000.0, 1.0), (1_000.0, 2 / 3), (20.0, 1 / 3), (0.0, 1 / 12))
"""Islands of at least so many km² take this share of the tolerance."""
CLOSE_UP = 1 / 2
"""What Japan and the Pacific islands take of it beside: they are looked at from near."""
POLAR = 2.0
"""What lies beyond 60° takes of it: a degree of longitude is half as long there."""
POLAR_CIRCLE = 60.0
DIGITS, ISLET_DIGITS, CLEAN_DIGITS = 3, 5, 6


def thin(parts: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """Thin parts (polygon_id, geometry; a clean coverage); tolerance in degrees, for the largest parts."""
    shapes: NDArray[Any] = np.array(parts.geometry.values, dtype=object)
    shares = _shares(parts, shapes)
    for share in np.unique(shares):
        group = shares == share
        shapes[group] = shapely.coverage_simplify(shapes[group], tolerance * share)
    # Rounding and the groups' own ways can let an islet meet a coast; the smaller one wins the overlap.
    clean = shapely.coverage_clean(_rounded(shapes), merge_strategy="min_area")
    exact = shapely.transform(clean, lambda lonlat: np.round(lonlat, CLEAN_DIGITS))
    return parts.set_geometry(exact, crs=parts.crs)


def _shares(parts: gpd.GeoDataFrame, shapes: NDArray[Any]) -> NDArray[np.float64]:
    """Give each part's share of the tolerance."""
    areas = np.array([area_km2(shape) for shape in shapes])
    least, share = map(np.array, zip(*CARE, strict=True))
    shares = share[np.argmax(areas[:, None] >= least, axis=1)]
    shares[parts["polygon_id"].isin(_seen_from_near())] *= CLOSE_UP
    shares[np.abs(shapely.get_y(shapely.centroid(shapes))) > POLAR_CIRCLE] *= POLAR
    shares[_sharing_a_border(shapes)] = 1.0
    return shares


def _seen_from_near() -> set[str]:
    countries = read_table("country_regions.csv")
    oceania = set(countries["iso_a3"][countries["region_id"] == "oceania"]) - {"AUS", "NZL"}
    return oceania | {"JPN", "XKR"}


def _sharing_a_border(shapes: NDArray[Any]) -> NDArray[np.bool_]:
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    sharing = np.zeros(len(shapes), dtype=bool)
    sharing[one[one != other]] = True
    return sharing


def _rounded(shapes: NDArray[Any]) -> NDArray[Any]:
    """Round to DIGITS (0.001° is about 100 m); an islet that would collapse keeps more of them."""
    rounded = shapely.transform(shapes, lambda lonlat: np.round(lonlat, DIGITS))
    finer = shapely.transform(shapes, lambda lonlat: np.round(lonlat, ISLET_DIGITS))
    collapsed = ~shapely.is_valid(rounded) | (shapely.area(rounded) == 0)
    kept: NDArray[Any] = np.where(collapsed & ~_sharing_a_border(shapes), finer, rounded)
    return kept
