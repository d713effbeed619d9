"""The layout of a picture: what stands where on its paper, settled before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from i18n.errors import AtlasError
from i18n.text import Text
from render.caption import footnotes
from render.picture.canvas import Box, Canvas
from render.picture.legend import Block, blocks_of
from render.picture.margins import MARGIN, STRIP_SHARE, Margin, set_stamp, set_strip, set_title
from render.picture.placement import Placement, place_legend
from render.picture.rows_strip import ROWS_SHARE, set_rows
from render.picture.seen import seen, shows_undetermined
from render.picture.view import View, build_view
from scene.scene import Scene

NO_ROOM = Text(
    "題名と凡例で一杯になり、地図を描く場所がありません。画像を大きくするか、表示するものを減らしてください。",
    "Title and legend leave no room for the map: make the picture larger or show fewer layers.",
)
ROUNDS = 3
"""How often the foot is set for the map that it left room for; what is below the map decides what is on it."""


@dataclass(frozen=True)
class Layout:
    """Where title, legend, map and strips stand; `seen` is the scene with the rows that the map shows."""

    above: tuple[Margin, ...]
    below: tuple[Margin, ...]
    legend: Placement
    view: View
    seen: Scene

    @property
    def map(self) -> Box:
        return self.legend.map

    @property
    def foot(self) -> float:
        return max(margin.edge for margin in self.below)


def build_layout(canvas: Canvas, scene: Scene) -> Layout:
    """Lay a scene out on its paper; raises AtlasError when title and legend leave no room for the map.

    The strips name what the map shows, and the map takes what the strips leave: the first round leaves room for all
    rows, which always does; the next ones leave what the one before was seen to need, as long as that does.
    """
    above, legend = _above(canvas, scene), blocks_of(scene) if "legend" in scene.choice.parts else []
    room = max(margin.edge for margin in _below(canvas, scene, every=scene.count, undetermined=True))
    best = laid = _around(canvas, scene, above, legend, room)
    for _round in range(ROUNDS):
        if laid.foot == room:
            break
        room = laid.foot
        laid = _around(canvas, scene, above, legend, room)
        best = laid if laid.foot <= room else best
    return best


def _above(canvas: Canvas, scene: Scene) -> tuple[Margin, ...]:
    stamp = set_stamp(canvas, scene.choice.stamp, canvas.height)
    titled = "title" in scene.choice.parts
    return stamp, set_title(canvas, scene, stamp.edge) if titled else Margin(stamp.edge - MARGIN / 2)


def _around(canvas: Canvas, scene: Scene, above: tuple[Margin, ...], blocks: Sequence[Block], foot: float) -> Layout:
    """Lay the map out above a foot so high (points), find the rows that it shows and set the strips for them."""
    box = Box(MARGIN, foot, canvas.width - 2 * MARGIN, max(above[-1].edge - foot, MARGIN))
    legend = place_legend(scene, blocks, box)
    if min(legend.map.width, legend.map.height) <= 0:
        raise AtlasError(NO_ROOM)
    view = build_view(scene, wide=legend.map.width, high=legend.map.height)
    shown = seen(scene, view, canvas)
    below = _below(canvas, shown, every=scene.count, undetermined=shows_undetermined(view, canvas))
    return Layout(above, below, legend, view, shown)


def _below(canvas: Canvas, scene: Scene, *, every: int, undetermined: bool) -> tuple[Margin, ...]:
    """Set the strips for the rows of a scene: sources at the foot, the list of rows above them."""
    foot, parts = Margin(MARGIN / 2), scene.choice.parts
    if "sources" in parts:
        notes = footnotes(scene, every=every, undetermined=undetermined)
        foot = set_strip(canvas, notes, most=canvas.height * STRIP_SHARE)
    if "rows" not in parts or not scene.count:
        return (foot,)
    return foot, set_rows(canvas, scene, bottom=foot.edge, most=canvas.height * ROWS_SHARE)
