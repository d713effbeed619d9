"""Thin outlines for a file size: no vertex more than a map needs, no island lost, borders still shared.

shapely's coverage_simplify takes one tolerance a call, so parts are thinned in groups: what shares a border
together, islands by their size (small ones keep more of their shape), and with more care where maps zoom in.
"""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geodesy import area_km2
from geo.meridian import Geometries
from geo.tables import read_table

CARE = ((20_000.0, 1.0), (1_000.0, 2 / 3), (20.0, 1 / 3), (0.0, 1 / 12))
"""Islands of at least so many km² take this share of the tolerance."""
CLOSE_UP = 1 / 2
"""What Japan and the Pacific islands take of it beside: they are looked at from near."""
POLAR = 2.0
"""What lies beyond 60° takes of it: a degree of longitude is half as long there."""
POLAR_CIRCLE = 60.0
DIGITS, ISLET_DIGITS = 3, 5
"""Decimals of a degree (0.001° is about 100 m), and those of an islet that would collapse with fewer."""
ISLET = 0.01
"""Square degrees (about 100 km²)."""


def thin(parts: gpd.GeoDataFrame, tolerance: float) -> gpd.GeoDataFrame:
    """Thin parts (polygon_id, geometry; a clean coverage); tolerance in degrees, for the largest parts."""
    shapes: Geometries = np.array(parts.geometry.values, dtype=object)
    shares = _shares(parts)
    for share in np.unique(shares):
        group = shares == share
        shapes[group] = shapely.coverage_simplify(shapes[group], tolerance * float(share))
    # Rounding and the groups' own ways can let an islet meet a coast; the smaller one wins the overlap.
    return parts.set_geometry(clean(_shortened(shapes), overlaps_to="min_area"), crs=parts.crs)


def clean(shapes: Geometries, *, overlaps_to: str = "longest_border") -> Geometries:
    """Make polygons a clean coverage: no overlap, the same vertices on both sides of a border."""
    # GEOS divides by zero on the way, harmlessly; types-shapely 2.1 does not know this function of 2.2 yet.
    with np.errstate(invalid="ignore"):
        coverage: Geometries = shapely.coverage_clean(  # type: ignore[attr-defined]
            shapes, merge_strategy=overlaps_to
        )
    return coverage


def rounded(shapes: Geometries, digits: int) -> Geometries:
    """Round all coordinates."""
    result: Geometries = shapely.transform(shapes, lambda lonlat: np.round(lonlat, digits))
    return result


def _shares(parts: gpd.GeoDataFrame) -> NDArray[np.float64]:
    """Give each part's share of the tolerance: one for all parts of a land, since they share borders."""
    lands = shapely.get_parts(shapely.union_all(parts.geometry.values))
    areas = np.array([area_km2(land) for land in lands])
    shares = np.select([areas >= least for least, _share in CARE], [share for _least, share in CARE])
    shares[np.abs(shapely.get_y(shapely.centroid(lands))) > POLAR_CIRCLE] *= POLAR
    land = _land_of(parts, lands)
    near = parts["polygon_id"].isin(_seen_from_near())
    shares[np.unique(land[near])] *= CLOSE_UP
    return shares[land]


def _land_of(parts: gpd.GeoDataFrame, lands: Geometries) -> NDArray[np.intp]:
    """Give the index of the land (island or continent) that each part belongs to."""
    inside = shapely.point_on_surface(parts.geometry.values)
    part, land = shapely.STRtree(lands).query(inside, predicate="intersects")
    in_order: NDArray[np.intp] = land[np.argsort(part)]
    return in_order


def _seen_from_near() -> set[str]:
    countries = read_table("country_regions.csv")
    oceania = set(countries["iso_a3"][countries["region_id"] == "oceania"]) - {"AUS", "NZL"}
    return oceania | {"JPN", "XKR", "XSS"}


def _shortened(shapes: Geometries) -> Geometries:
    """Round to DIGITS; an islet that would collapse keeps more of them."""
    short = rounded(shapes, DIGITS)
    collapsed = ~shapely.is_valid(short) | (shapely.area(short) == 0)
    islets = collapsed & (shapely.area(shapes) < ISLET)
    short[islets] = rounded(shapes[islets], ISLET_DIGITS)
    return short
