"""The fan: several marks at one place stand side by side around it, like the seeds of a sunflower."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from render.arrays import Numbers

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
SPACING = 0.68
"""Chosen so that no two seeds are nearer than one mark (H. Vogel, Mathematical Biosciences 44, 1979)."""


ALONE, BESIDE = 2.0, 1.7
"""The ring around one mark, and what it adds to the way across several, in diameters of a mark."""


def offsets(count: int) -> Numbers:
    """Give where `count` marks stand around their common place, in diameters of a mark; one stands on it."""
    if count == 1:
        return np.zeros((1, 2))
    seeds = np.arange(count)
    radii, angles = SPACING * np.sqrt(seeds + 0.5), GOLDEN_ANGLE * seeds
    around = np.column_stack([radii * np.cos(angles), radii * np.sin(angles)])
    centred: Numbers = around - around.mean(axis=0)
    return centred


@dataclass(frozen=True, slots=True)
class Ring:
    """What is drawn around vague marks: its centre, in the places' unit, and its diameter in diameters of a mark."""

    centre: tuple[float, float]
    across: float


def fanned(places: Numbers, *, diameter: float, vague: Sequence[bool] = ()) -> Numbers:
    """Move marks that would hide each other apart; places and diameter in one unit, order kept.

    The first of a group gives its place; whatever lies less than half a diameter from it joins the group.
    The vague ones of a group stand in its middle, so that one ring holds them and no other.
    """
    moved = places.copy()
    for group in _groups(places, reach=diameter / 2):
        inner_first = sorted(group, key=lambda number: not vague[number]) if vague else group
        moved[inner_first] = places[group[0]] + offsets(len(group)) * diameter
    return moved


def rings(places: Numbers, moved: Numbers, *, diameter: float, vague: Sequence[bool]) -> list[Ring]:
    """Give one ring around the vague marks of each group that was fanned out."""
    groups = ([number for number in group if vague[number]] for group in _groups(places, reach=diameter / 2))
    return [_around(moved[group] / diameter, diameter) for group in groups if group]


def _around(marks: Numbers, diameter: float) -> Ring:
    centre = marks.mean(axis=0)
    far = float(np.hypot(*(marks - centre).T).max())
    x, y = centre * diameter
    return Ring((float(x), float(y)), ALONE if len(marks) == 1 else 2 * far + BESIDE)


def _groups(places: Numbers, *, reach: float) -> list[list[int]]:
    groups: list[list[int]] = []
    for number, place in enumerate(places):
        firsts = places[[group[0] for group in groups]] if groups else np.empty((0, 2))
        near = np.flatnonzero(np.hypot(*(firsts - place).T) < reach)
        if len(near):
            groups[int(near[0])].append(number)
        else:
            groups.append([number])
    return groups
