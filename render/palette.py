"""Colours, widths and sizes of the ground under the facts; category colours stand with their layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One look: land is light and recedes, the sea is lighter, borders are thin, the facts carry the colour."""

    paper: str
    sea: str
    land: str
    japan: str  # Japan's own land, where no layer colours it
    undetermined: str  # areas that belong to no one in the Japanese view stay white
    border: str
    graticule: str
    ink: str
    quiet_ink: str
    halo: str
    chosen: str  # ring around what is selected
    stamp: str  # 取扱注意 and its like
    pale: float = 0.45  # opacity of a row whose status is old or whose date has passed
    grey: bool = False  # print categories as greys


PALETTES: Mapping[str, Palette] = {
    "official": Palette("#ffffff", "#eef4f9", "#e4e4de", "#cfd3d8", "#ffffff", "#a9a9a2", "#d6e2ec", "#333333",
                        "#5f5f5f", "#ffffff", "#0017c1", "#b3000f"),
    "quiet": Palette("#ffffff", "#ffffff", "#ededea", "#dfe2e5", "#ffffff", "#c9c9c4", "#eef1f4", "#4a4a4a",
                     "#686868", "#ffffff", "#0017c1", "#b3000f"),
    "mono": Palette("#ffffff", "#ffffff", "#e9e9e9", "#d5d5d5", "#ffffff", "#8c8c8c", "#e3e3e3", "#1a1a1a",
                    "#555555", "#ffffff", "#000000", "#1a1a1a", pale=0.7,
                    grey=True),
    "dark": Palette("#14202b", "#1b2a38", "#39464f", "#4a5a66", "#14202b", "#6e7c86", "#2a3b4a", "#f2f2f2",
                    "#c3ccd3", "#14202b", "#ffd43d", "#ff9b9b"),
}
BORDER_WIDTH = 0.4  # points
CABLE_WIDTH = 1.3
MARK_SIZE = 5.0  # points, the diameter of a mark
DASHES: Mapping[str, tuple[float, ...]] = {
    "solid": (),
    "dashdot": (6, 2, 1.5, 2),
    "dashed": (4, 2.5),
    "dotted": (1, 2),
}
