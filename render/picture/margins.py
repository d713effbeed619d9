"""The margins of a picture: title, date and filters above the map, the strip with sources below it."""

from __future__ import annotations

from collections.abc import Sequence

from render.caption import as_of, conditions, footnotes
from render.palette import BORDER_WIDTH
from render.picture.canvas import LINE_HEIGHT, Box, Canvas
from render.picture.fonts import style, width_of
from render.picture.ground import read_ground
from render.picture.view import build_view
from render.picture.wrap import fitted, wrapped
from scene.choice import STAMPS
from scene.scene import Scene

MARGIN = 20.0
"""Points left free at the edges of the paper."""
SHRINK = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
TITLE_LINES = 2
ABOVE_TITLE, BELOW_TITLE = 14.0, 7.0
STRIP_GAP = 6.0
STAMP_PAD, STAMP_GAP = 5.0, "   "


def draw_stamp(canvas: Canvas, stamp: Sequence[str], top: float) -> float:
    """Write the stamp line in its frame at the top right; give what height is left, all of it without a stamp."""
    if not stamp:
        return top
    size, room = float(style()["font.size"]), canvas.width - 2 * (MARGIN + STAMP_PAD)
    words = STAMP_GAP.join(STAMPS[piece][canvas.lang] if piece in STAMPS else piece for piece in stamp)
    size, lines = fitted(words, room, sizes=tuple(size * share for share in SHRINK), lines=1)
    wide = max(width_of(line, size) for line in lines) + 2 * STAMP_PAD
    high = len(lines) * size * LINE_HEIGHT + STAMP_PAD
    frame = Box(canvas.width - MARGIN - wide, top - STAMP_PAD - high, wide, high)
    canvas.swatch(frame, fill=False, edgecolor=canvas.palette.stamp, linewidth=BORDER_WIDTH * 2 * canvas.scale)
    canvas.write_lines(lines, frame.left + STAMP_PAD, frame.top - STAMP_PAD / 2, size=size,
                       colour=canvas.palette.stamp)
    return frame.bottom


def draw_title(canvas: Canvas, scene: Scene, top: float) -> float:
    """Write title, date and filters; give how high the map may reach. The title shrinks to two lines."""
    top, size = top - ABOVE_TITLE, style()["font.size"]
    date = as_of(scene)
    room = canvas.width - 2 * MARGIN - width_of(date, size) - MARGIN
    sizes = tuple(style()["axes.titlesize"] * share for share in SHRINK)
    title_size, lines = fitted(scene.title[scene.lang], room, sizes=sizes, lines=TITLE_LINES)
    canvas.write(date, canvas.width - MARGIN, top - title_size, size=size, align="right",
                 colour=canvas.palette.quiet_ink)
    top -= canvas.write_lines(lines, MARGIN, top, size=title_size)
    filters = wrapped(conditions(scene), size, canvas.width - 2 * MARGIN)
    top -= canvas.write_lines(filters, MARGIN, top, size=size, colour=canvas.palette.quiet_ink)
    return top - BELOW_TITLE


def draw_strip(canvas: Canvas, scene: Scene) -> float:
    """Write sources and credits at the foot; give how low the map may reach."""
    size, width = float(style()["figure.labelsize"]), canvas.width - 2 * MARGIN
    paragraphs = footnotes(scene, undetermined=_shows_undetermined(canvas, scene))
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, size, width)]
    top = MARGIN / 2 + len(lines) * size * LINE_HEIGHT + STRIP_GAP
    canvas.rule([MARGIN, canvas.width - MARGIN], [top, top], width=BORDER_WIDTH, color=canvas.palette.border)
    canvas.write_lines(lines, MARGIN, top - STRIP_GAP / 2, size=size, colour=canvas.palette.quiet_ink)
    return top + STRIP_GAP


def _shows_undetermined(canvas: Canvas, scene: Scene) -> bool:
    """Tell whether land left white may be in view, reckoned as if the map filled the paper."""
    view = build_view(scene, wide=canvas.width, high=canvas.height)
    ground = read_ground(view, canvas)
    return any(ground.kinds[index] == "undetermined" for index in ground.within(view))
