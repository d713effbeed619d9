"""A picture of a scene: title, legend, map and strips on one paper; `save` makes files of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text as Words

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture import tags
from render.picture.areas import draw_areas, fills_of
from render.picture.canvas import Box, Canvas
from render.picture.circles import draw_crowds
from render.picture.cuts import draw_cut
from render.picture.fonts import check_glyphs, style
from render.picture.ground import draw_ground
from render.picture.insets import draw_frame, insets_for, raise_inset
from render.picture.labels import Label
from render.picture.layout import Layout, build_layout
from render.picture.lettering import Lettering, set_lettering, write_lettering
from render.picture.lines import draw_lines
from render.picture.marks import draw_marks
from render.picture.surroundings import Edges
from render.picture.view import View
from scene.paper import Paper
from scene.scene import Scene

MARGINS = (tags.STAMP, tags.TITLE, tags.FOOT, tags.ROWS)
"""What the margins of a layout hold, from the top of the paper down to the map, then from its foot up."""


LEAST_TYPE = 1.2
"""Points: smaller letters are set wider than they are measured, and nobody can read them on paper."""
TOO_FINE = Text(
    "解像度 {dpi} dpi では紙面が {wide}×{high} cm しかなく、文字が読めません。"
    "解像度を下げるか、画像を大きくしてください。",
    "At {dpi} dpi the picture is only {wide} × {high} cm, too small for words: "
    "lower the dpi or make the picture larger.",
)


@dataclass(frozen=True)
class Drawing:
    """A scene on its paper: the figure, where everything lies on it and which names the map carries."""

    scene: Scene
    canvas: Canvas
    layout: Layout
    labels: tuple[Label, ...]

    @property
    def figure(self) -> Figure:
        return self.canvas.figure

    @property
    def map(self) -> Box:
        return self.layout.map

    @property
    def view(self) -> View:
        return self.layout.view

    @property
    def seen(self) -> Scene:
        """Give the scene with the rows in view and no others."""
        return self.layout.seen


def draw(scene: Scene, paper: Paper) -> Drawing:
    """Draw a scene on a paper; raises AtlasError when the map has no room or a character no glyph."""
    if paper.type_scale * float(style()["font.size"]) < LEAST_TYPE:
        wide, high = (side * 2.54 for side in paper.inches)
        raise AtlasError(TOO_FINE.format(dpi=paper.dpi, wide=f"{wide:.1f}", high=f"{high:.1f}"))
    canvas = Canvas(paper, scene.choice.look, scene.lang, scene.choice.ground)
    layout = build_layout(canvas, scene)
    for tag, margin in zip(MARGINS, (*layout.above, *layout.below), strict=False):  # below may be one or two
        with canvas.tagged(tag):
            margin.draw(canvas)
    layout.legend.draw(canvas)
    with canvas.tagged(tags.NAME):
        labels = _draw_map(canvas, scene, layout.map, layout.view)
    check_glyphs(words.get_text() for words in canvas.figure.artists if isinstance(words, Words))
    return Drawing(scene, canvas, layout, labels)


def _draw_map(canvas: Canvas, scene: Scene, box: Box, view: View) -> tuple[Label, ...]:
    """Draw the map into its box, with an inset where that names what the map has no room for; give all labels."""
    axes, lettering = _draw_facts(canvas, scene, box, view)
    if not view.is_world:
        draw_frame(canvas, box)
    for inset, beside in insets_for(lettering, view):
        above, within = _draw_facts(canvas, scene, inset.on(box), inset.view, taken=(inset.letter,))
        if not within.lost:
            raise_inset(canvas, box, inset, above)
            write_lettering(above, canvas, inset.view, scene, box=inset.on(box), lettering=within)
            write_lettering(axes, canvas, view, scene, box=box, lettering=beside)
            return (*beside.labels, *map(inset.moved, within.labels))
        above.remove()
    write_lettering(axes, canvas, view, scene, box=box, lettering=lettering)
    return lettering.labels


def _draw_facts(
    canvas: Canvas, scene: Scene, box: Box, view: View, *, taken: tuple[Edges, ...] = ()
) -> tuple[Axes, Lettering]:
    """Draw ground, areas, lines and marks into a box of the canvas; set the names, which are not yet written."""
    axes = _axes(canvas, box, view)
    fills = fills_of(scene, canvas.palette)
    draw_ground(axes, canvas, view, fills, lined="graticule" in scene.choice.parts)
    draw_areas(axes, canvas, view, scene)
    lines = draw_lines(axes, canvas, view, scene)
    marks = np.vstack([draw_crowds(axes, canvas, view, scene, box=box), draw_marks(axes, canvas, view, scene)])
    draw_cut(axes, canvas, view, scene)
    return axes, set_lettering(canvas, view, scene, box=box, marks=marks, lines=lines, taken=taken)


def _axes(canvas: Canvas, box: Box, view: View) -> Axes:
    """Lay the map's axes over a box of the canvas; the view has the box's proportions."""
    wide, high = canvas.width, canvas.height
    axes = canvas.figure.add_axes((box.left / wide, box.bottom / high, box.width / wide, box.height / high))
    axes.set_axis_off()
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    return axes
