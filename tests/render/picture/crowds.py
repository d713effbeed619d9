"""A crowd for tests: a small layer that is told to be one, around three towns and a station by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layers.base import Layer
from layers.registry import bringing
from own import reading
from own.layer import layer_of
from own.question import Answers
from own.reading import read_own
from scene.grammar import read_choice
from scene.scene import Scene, build_scene
from tests.own.here import read_here

TOWNS = ((35.7, 139.7, "局", 400), (-6.2, 106.8, "所", 150), (13.7, 100.5, "局", 49), (-18.1, 178.4, "所", 1))
ROWS = sum(count for *_place, count in TOWNS)


def crowd() -> Layer:
    """Make the layer; each town's rows stand on one spot but for every fifth, which is of the other kind."""
    lines = [f"地点{number},{lat},{lon},{kind if number % 5 else '他'},{number % 97}"
             for lat, lon, kind, count in TOWNS for number in range(1, count + 1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_apart", read_here)
        own = read_own("\n".join(["名称,緯度,経度,種類,台数", *lines]).encode(), "局.csv", Answers())
    return replace(layer_of(own, title="無線局"), is_crowd=True)


def crowded(layer: Layer, query: str = "") -> Scene:
    """Build a scene of the crowd alone."""
    with bringing([layer]):
        return build_scene(read_choice(f"layers={layer.id}&{query}").choice)
