"""A picture of a scene: title, legend, map and strip on one paper; `save` makes files of it."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from i18n.errors import AtlasError
from i18n.text import Text
from render.palette import BORDER_WIDTH
from render.picture.areas import areas_of, draw_areas
from render.picture.canvas import Box, Canvas
from render.picture.cuts import draw_cut
from render.picture.ground import draw_ground
from render.picture.labels import Label
from render.picture.legend import place_legend
from render.picture.lettering import draw_lettering
from render.picture.lines import draw_lines
from render.picture.margins import MARGIN, draw_stamp, draw_strip, draw_title
from render.picture.marks import draw_marks
from render.picture.view import View, build_view
from scene.paper import Paper
from scene.scene import Scene

NO_ROOM = Text(
    "題名と凡例で一杯になり、地図を描く場所がありません。画像を大きくするか、表示するものを減らしてください。",
    "Title and legend leave no room for the map: make the picture larger or show fewer layers.",
)


@dataclass(frozen=True)
class Drawing:
    """A scene on its paper: the figure, where the map lies on it (points) and what part of the world that is."""

    scene: Scene
    canvas: Canvas
    map: Box
    view: View
    labels: tuple[Label, ...]

    @property
    def figure(self) -> Figure:
        return self.canvas.figure


def draw(scene: Scene, paper: Paper) -> Drawing:
    """Draw a scene on a paper; raises AtlasError when title and legend leave no room for the map."""
    canvas, parts = Canvas(paper, scene.choice.look, scene.lang, scene.choice.ground), scene.choice.parts
    top = draw_stamp(canvas, scene.choice.stamp, canvas.height)
    top = draw_title(canvas, scene, top) if "title" in parts else top - MARGIN / 2
    bottom = draw_strip(canvas, scene) if "sources" in parts else MARGIN / 2
    inside = Box(MARGIN, bottom, canvas.width - 2 * MARGIN, max(top - bottom, MARGIN))
    box = place_legend(canvas, scene, inside) if "legend" in parts else inside
    if min(box.width, box.height) <= 0:
        raise AtlasError(NO_ROOM)
    view = build_view(scene, wide=box.width, high=box.height)
    return Drawing(scene, canvas, box, view, _draw_map(canvas, scene, box, view))


def _draw_map(canvas: Canvas, scene: Scene, box: Box, view: View) -> tuple[Label, ...]:
    axes = _axes(canvas, box, view)
    fills = {area.iso_a3: area.colour(canvas.palette) for area in areas_of(scene)}
    draw_ground(axes, canvas, view, fills, lined="graticule" in scene.choice.parts)
    draw_areas(axes, canvas, view, scene)
    lines = draw_lines(axes, canvas, view, scene)
    marks = draw_marks(axes, canvas, view, scene)
    draw_cut(axes, canvas, view, scene)
    return tuple(draw_lettering(axes, canvas, view, scene, box=box, marks=marks, lines=lines))


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
