"""How heavy a crowd makes the one file: which are taken along, and what a person is told before it is mailed.

A crowd that shows belongs to the map that is mailed; left out are only those with which mail would refuse the file.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import lru_cache

from layers.base import Layer
from layers.registry import find_layers, our_layers
from render.onefile.crowd import crowd_told
from render.onefile.told import table_columns
from render.web_crowd import crowd_of
from scene.scene import Scene
from scene.sieve import Sieve, read_sieve

SAMPLE = 2_000
MOST = 7_000_000
"""Bytes of the file, packed: as mail writes it, a third longer, it stays under the 10 MB that many servers allow."""
LIGHT = 2_000_000
"""Bytes, packed, up to which nobody need think of it."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes, about: of the file as it is saved, and packed."""

    whole: int
    packed: int

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.whole + other.whole, self.packed + other.packed)


ALONE = Weight(4_050_000, 1_200_000)
"""What the file weighs without any crowd; a test holds it near the truth."""


def taken(scene: Scene) -> tuple[tuple[Layer, ...], Weight]:
    """Give the crowds of a scene that go into the file, as many as it bears in their order, and its weight."""
    layers, weight = list[Layer](), ALONE
    for layer in _crowds(scene):
        more = weight + _weigh(layer.id)
        if more.packed <= MOST:
            layers.append(layer)
            weight = more
    return tuple(layers), weight


def left_out(scene: Scene) -> tuple[Layer, ...]:
    """Give the crowds of a scene with which the file would be too heavy."""
    held = {layer.id for layer in taken(scene)[0]}
    return tuple(layer for layer in _crowds(scene) if layer.id not in held)


def in_file(scene: Scene) -> list[Layer]:
    """List the layers beside ours that go into the file: all that were brought, of crowds those that show."""
    held = {layer.id for layer in taken(scene)[0]}
    return [layer for name, layer in find_layers().items()
            if name not in our_layers() and (not layer.is_crowd or name in held)]


def _crowds(scene: Scene) -> tuple[Layer, ...]:
    return tuple(sheet.layer for sheet in scene.sheets if sheet.layer.is_crowd)


@lru_cache(maxsize=8)  # a crowd's id tells of all that it says
def _weigh(layer_id: str) -> Weight:
    """Weigh some of a crowd's rows, taken evenly, for all of them."""
    sieve = read_sieve(find_layers()[layer_id])
    step = max(1, len(sieve.rows) // SAMPLE)
    some = Sieve(sieve.layer, sieve.rows.iloc[::step], {}, sieve.years[::step], {})
    held = [crowd_of(some.layer, some.rows), crowd_told(some, table_columns())]
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
    times = len(sieve.rows) / len(some.rows)
    return Weight(round(len(text) * times), round(len(zlib.compress(text)) * times))
