"""Every phrase that the program can say, found in the constants of its modules."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import analysis
import commands
import desk
import geo
import i18n
import layers
import own
import render
import scene
import serve
import ui
from i18n.text import Text

PACKAGES = (i18n, geo, layers, scene, analysis, desk, own, render, ui, serve, commands)


def read_phrases() -> dict[str, Text]:
    """Give the phrases by where they stand and what they say in English."""
    return {
        f"{where}: {phrase.en}": phrase
        for module in _modules()
        for name, value in vars(module).items() if name.isupper()
        for where, phrase in _phrases(value, f"{module.__name__}.{name}")
    }


def _modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def _phrases(value: object, where: str) -> Iterator[tuple[str, Text]]:
    """Find the phrases in a constant, also inside its tuples and mappings."""
    if isinstance(value, Text):
        yield where, value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _phrases(part, where)
    elif isinstance(value, dict):
        yield from _phrases(list(value.values()), where)
