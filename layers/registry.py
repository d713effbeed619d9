"""The list of layers: every module here that defines LAYER, in the layers' own order, then those that a person brought.

What a person brought stands beside ours in that person's context alone: another session, on another thread, knows
nothing of it. What is kept for everybody (search index, static files) asks for `our_layers`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from types import MappingProxyType

import layers
from layers.base import Layer

BESIDE: ContextVar[Mapping[str, Layer] | None] = ContextVar("BESIDE", default=None)
"""All layers of a context into which somebody brought one; None where there are only ours."""


def find_layers() -> Mapping[str, Layer]:
    """Give the layers that can be shown here by id: ours, and what was brought into this context."""
    return BESIDE.get() or our_layers()


@cache
def our_layers() -> Mapping[str, Layer]:
    """Import the modules of this package and collect their LAYER by id."""
    modules = [import_module(f"layers.{found.name}") for found in pkgutil.iter_modules(layers.__path__)]
    declared: list[Layer] = [module.LAYER for module in modules if hasattr(module, "LAYER")]
    return MappingProxyType({layer.id: layer for layer in sorted(declared, key=lambda layer: layer.order)})


def bring(brought: Sequence[Layer]) -> None:
    """Let these layers, and no others brought before, stand beside ours from here on in this context."""
    standing = find_layers()
    if len(standing) == len(our_layers()) + len(brought) and all(standing.get(each.id) is each for each in brought):
        return  # a page asks some hundred times a run
    BESIDE.set(MappingProxyType({**our_layers(), **{layer.id: layer for layer in brought}}) if brought else None)


@contextmanager
def bringing(brought: Sequence[Layer]) -> Iterator[None]:
    """Let these layers stand beside ours in this block."""
    token = BESIDE.set(BESIDE.get())
    try:
        bring(brought)
        yield
    finally:
        BESIDE.reset(token)
