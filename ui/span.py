"""The years that the year slider offers: those that the data holds."""

from __future__ import annotations

from layers.registry import find_layers
from scene.scene import readable


def years_on_offer() -> tuple[int, int]:
    """Give the first and last year of any dated row; the present decade when nothing can be read."""
    years = [int(year) for sieve in readable(find_layers()) for year in sieve.years if year]
    return (min(years), max(years)) if years else (2020, 2030)
