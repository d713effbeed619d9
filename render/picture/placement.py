"""Where a legend stands, beside the map or below it, and in how many columns: so that the map comes out large."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from render.picture.canvas import Box, Canvas
from render.picture.legend import BLOCK_GAP, COLUMN_GAP, Block, column_width, draw_legend, height_of
from render.picture.view import build_view
from scene.scene import Scene

NARROWER = (155.0, 145.0, 135.0)
"""Widths of columns that are tried where a legend takes several beside the map."""


@dataclass(frozen=True)
class Placement:
    """A legend in its place: the map's box, and its own with the stacks of blocks in it, each a column wide."""

    map: Box
    box: Box
    stacks: tuple[Sequence[Block], ...] = ()
    column: float = 0.0
    columns: int = 1  # in which the blocks of a stack are set

    def draw(self, canvas: Canvas) -> None:
        for number, stack in enumerate(self.stacks):
            left = self.box.left + number * (self.column + COLUMN_GAP)
            draw_legend(canvas, replace(self.box, left=left), stack, column=self.column, columns=self.columns)


def place_legend(scene: Scene, blocks: Sequence[Block], box: Box) -> Placement:
    """Place a legend beside the map or below it, where the map comes out larger."""
    if not blocks:
        return Placement(box, box)
    column = column_width(blocks)
    beside, below = _beside(blocks, box, column), _below(blocks, box, column)
    if beside and len(beside.stacks) > 1:
        beside = min((beside, *_narrower(blocks, box, column)), key=lambda each: _coarseness(scene, each.map))
    return beside if beside and _coarseness(scene, beside.map) <= _coarseness(scene, below.map) else below


def _below(blocks: Sequence[Block], box: Box, column: float) -> Placement:
    """Lay a legend in rows under the map."""
    columns = min(len(blocks), max(1, int((box.width + COLUMN_GAP) // (column + COLUMN_GAP))))
    high = height_of(blocks, column=column, columns=columns)
    strip = Box(box.left, box.bottom, box.width, high - BLOCK_GAP)
    return Placement(Box(box.left, box.bottom + high, box.width, box.height - high), strip, (blocks,), column, columns)


def _beside(blocks: Sequence[Block], box: Box, column: float) -> Placement | None:
    """Stack a legend left of the map; None where a block is higher than that."""
    stacks = _stacks(blocks, column=column, high=box.height)
    wide = len(stacks) * (column + COLUMN_GAP)
    beside = Box(box.left + wide, box.bottom, box.width - wide, box.height)
    return Placement(beside, box, tuple(stacks), column) if stacks else None


def _narrower(blocks: Sequence[Block], box: Box, column: float) -> Iterator[Placement]:
    """Give what narrower columns make of a legend that takes several: their words run over more lines."""
    for narrow in NARROWER:
        if narrow < column and (placed := _beside(blocks, box, narrow)):
            yield placed


def _stacks(blocks: Sequence[Block], *, column: float, high: float) -> list[list[Block]]:
    """Stack the blocks, in their order, into columns of this height; none where a block is higher."""
    stacks: list[list[Block]] = [[]]
    for block in blocks:
        if height_of([*stacks[-1], block], column=column, columns=1) > high:
            stacks.append([])
        stacks[-1].append(block)
    return stacks if all(height_of(stack, column=column, columns=1) <= high for stack in stacks) else []


def _coarseness(scene: Scene, box: Box) -> float:
    """Give the metres to a point of the map that a box would hold."""
    if min(box.width, box.height) <= 0:
        return math.inf
    return build_view(scene, wide=box.width, high=box.height).metres_per_point
