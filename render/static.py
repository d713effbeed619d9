"""Pictures of a scene, drawn on the server without a browser: title, legend, map and strip on one paper."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text as Words

from i18n.errors import AtlasError
from i18n.text import Text
from render.areas import areas_of, draw_areas
from render.canvas import Box, Canvas
from render.caption import remembered
from render.cuts import draw_cut
from render.fonts import check_glyphs
from render.ground import draw_ground
from render.legend import place_legend
from render.lettering import draw_lettering
from render.lines import draw_lines
from render.margins import MARGIN, draw_strip, draw_title
from render.marks import draw_marks
from render.palette import BORDER_WIDTH
from render.view import View, build_view
from scene.grammar import write_choice
from scene.paper import Paper
from scene.scene import Scene

DRAWING = Lock()
"""Matplotlib's fonts are not safe between threads, and one server draws for several people at once."""
NO_ROOM = Text(
    "題名と凡例で一杯になり、地図を描く場所がありません。画像を大きくするか、表示するものを減らしてください。",
    "Title and legend leave no room for the map: make the picture larger or show fewer layers.",
)
PACKING = 4
"""How hard zlib works: a file is a tenth larger than at its best and saved in half the time."""


def draw(scene: Scene, paper: Paper) -> Figure:
    """Draw a scene on a paper."""
    canvas = Canvas(paper, scene.choice.look, scene.lang)
    top, bottom = draw_title(canvas, scene), draw_strip(canvas, scene)
    inside = Box(MARGIN, bottom, canvas.width - 2 * MARGIN, max(top - bottom, MARGIN))
    _draw_map(canvas, scene, place_legend(canvas, scene, inside))
    return canvas.figure


def save_png(scene: Scene, paper: Paper) -> bytes:
    """Draw a scene as a PNG that remembers its view; raises AtlasError when a character has no glyph."""
    file = BytesIO()
    with DRAWING:
        figure = draw(scene, paper)
        check_glyphs(words.get_text() for words in figure.artists if isinstance(words, Words))
        figure.savefig(file, format="png", dpi=paper.dpi, facecolor=figure.get_facecolor(),
                       metadata=remembered(scene, write_choice(scene.choice)),
                       pil_kwargs={"compress_level": PACKING})
    return file.getvalue()


def _draw_map(canvas: Canvas, scene: Scene, box: Box) -> None:
    if min(box.width, box.height) <= 0:
        raise AtlasError(NO_ROOM)
    view = build_view(scene, wide=box.width, high=box.height)
    axes = _axes(canvas, box, view)
    draw_ground(axes, canvas, view, {area.iso_a3: area.colour(canvas.palette) for area in areas_of(scene)})
    draw_areas(axes, canvas, view, scene)
    lines = draw_lines(axes, canvas, view, scene)
    marks = draw_marks(axes, canvas, view, scene)
    draw_cut(axes, canvas, view, scene)
    draw_lettering(axes, canvas, view, scene, box=box, marks=marks, lines=lines)


def _axes(canvas: Canvas, box: Box, view: View) -> Axes:
    """Lay the map's axes over a box of the canvas; the view has the box's proportions."""
    wide, high = canvas.width, canvas.height
    axes = canvas.figure.add_axes((box.left / wide, box.bottom / high, box.width / wide, box.height / high))
    axes.set_axis_off()
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    if not view.is_world:
        canvas.add(Rectangle((box.left, box.bottom), box.width, box.height, fill=False, zorder=9,
                             edgecolor=canvas.palette.border, linewidth=BORDER_WIDTH * 2 * canvas.scale))
    return axes
