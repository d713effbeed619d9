"""Zones that tests bring: one with a hole, a small one on it, one over the seam, one of two parts, one at a pole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from layers.base import Layer
from own.layer import layer_of
from own.question import Answers
from own.reading import read_own
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.own.made import collection, feature

Ring = list[list[float]]


def square(west: float, south: float, east: float, north: float) -> Ring:
    """Make the ring of a box."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def circle(lon: float, lat: float, radius: float, corners: int = 40) -> Ring:
    """Make a round ring, its last vertex its first."""
    turns = np.linspace(0, 2 * np.pi, corners)
    places = np.column_stack([lon + radius * np.cos(turns), lat + radius * np.sin(turns)])
    places[-1] = places[0]
    return [[round(float(x), 4), round(float(y), 4)] for x, y in places]


WITH_HOLE = feature("Polygon", [square(60, 38, 74, 46), square(64, 40, 67, 43)], name="調査区域", sort="調査")
ON_IT = feature("Polygon", [circle(69.3, 41.3, 1)], name="電波の届く範囲", sort="放送")
OVER_SEAM = feature("Polygon", [circle(178.4, -18, 6)], name="フィジー海域", sort="海域")
IN_PARTS = feature("MultiPolygon", [[circle(135, 35, 2)], [circle(141, 38, 2)]], name="二か所", sort="放送")
AT_POLE = feature("Polygon", [square(-180, 75, 180, 90)], name="北極域", sort="海域")
SPECK = feature("Polygon", [circle(-70.6, -33.4, 0.05)], name="小さな区域", sort="五")
EVERY = (ON_IT, WITH_HOLE, OVER_SEAM, IN_PARTS, AT_POLE, SPECK,
         feature("Polygon", [circle(20, 0, 5)], name="六", sort="六"),
         feature("Polygon", [circle(20, 20, 5)], name="七", sort="七"))
"""Their categories take one colour after the other, then the first with hatches."""


def zones(features: Sequence[Any] = EVERY, name: str = "区域.geojson") -> Layer:
    """Make the layer of these features; `tests.own.here.read_here` must stand in for the process that reads."""
    return layer_of(read_own(collection(*features), name, Answers()), title="区域")


def scene_with(brought: Layer, query: str = "layers=isdbt") -> Scene:
    """Build the scene of a query with a layer that stands beside ours."""
    choice = read_choice(query).choice
    return build_scene(replace(choice, layers=choice.layers | {brought.id}))
