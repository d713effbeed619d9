"""Scenes of queries, for the tests of what can be saved."""

from __future__ import annotations

from layers.registry import find_layers
from scene.grammar import read_choice
from scene.scene import Scene, build_scene

EVERYTHING = f"layers={','.join(find_layers())}&show=all&lang=en"
PAGE = "https://atlas.example/page"


def scene_of(query: str) -> Scene:
    """Build the scene of a query."""
    return build_scene(read_choice(query).choice)
