"""The list of layers: every module here that defines LAYER, in the layers' own order."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

import layers
from layers.base import Layer


@cache
def find_layers() -> Mapping[str, Layer]:
    """Import the modules of this package and collect their LAYER by id."""
    modules = [import_module(f"layers.{found.name}") for found in pkgutil.iter_modules(layers.__path__)]
    declared: list[Layer] = [module.LAYER for module in modules if hasattr(module, "LAYER")]
    return {layer.id: layer for layer in sorted(declared, key=lambda layer: layer.order)}
