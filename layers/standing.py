"""Where a row stands that names countries but no point."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from shapely import MultiPoint

from geo.countries import read_outlines

HOME = "JPN"  # the side that all cooperation starts from, never its partner


def label_points() -> Mapping[str, tuple[float, float]]:
    """Give the point (lon, lat) at which each country is named on a map."""
    shapes = read_outlines()
    return dict(zip(shapes["iso_a3"], zip(shapes["label_lon"], shapes["label_lat"], strict=True), strict=True))


def abroad(countries: Iterable[str]) -> list[str]:
    """Leave Japan out of a row's countries, unless it stands there alone."""
    named = list(countries)
    return [code for code in named if code != HOME] or named


def at_labels(countries: Iterable[str]) -> MultiPoint:
    """Stand a row at the label points of its countries, Japan left out where others are named."""
    labels = label_points()
    return MultiPoint([labels[code] for code in abroad(countries)])
