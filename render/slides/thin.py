"""Outlines made light for a small map: what nobody can see on it is left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from render.arrays import Numbers


def thinned(rings: Sequence[Numbers], far: float) -> list[Numbers]:
    """Leave out points that lie no further than `far` from the line without them, and rings smaller than that.

    The largest ring stays whatever its size: every outline is drawn.
    """
    if not far:
        return list(rings)
    largest = max(map(_extent, rings))
    return [_thin(ring, far) for ring in rings if _extent(ring) >= min(far, largest)]


def _extent(ring: Numbers) -> float:
    return float(np.ptp(ring, axis=0).max())


def _thin(ring: Numbers, far: float) -> Numbers:
    """Thin a ring or line; one that would fold up stays as it is."""
    is_ring = len(ring) > 3 and bool((ring[0] == ring[-1]).all())
    if len(ring) < 3:
        return ring
    found: Numbers = shapely.get_coordinates(shapely.simplify(shapely.linestrings(ring), far))
    return found if len(found) >= (4 if is_ring else 2) else ring
