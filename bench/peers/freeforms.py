"""The outlines of a slide laid on one with python-pptx's own builder of freeforms, as its manual shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pptx import Presentation
from pptx.util import Emu

from render.picture import tags
from render.picture.draw import draw
from render.picture.save import alone
from render.slides.package import EMU_PER_INCH, TITLE_ONLY
from render.slides.slide import Slide, artists_of
from render.slides.trace import trace
from scene.scene import Scene
from tests.render.picture.pictures import SLIDE

Rings = list[list[list[int]]]


def outlines_of(scene: Scene) -> list[Rings]:
    """Give the rings of every outline of land (EMU) as our own slide has them."""
    with alone():
        slide = Slide(draw(scene, SLIDE))
        land = [artist for artist in artists_of(slide.drawing) if artist.get_label() == tags.LAND]
        return [[slide.placed(ring).round().astype(int).tolist() for ring in outline.rings]
                for artist in land for outline in trace(artist, slide.pixels, slide.dpi) if outline.rings]


def build(outlines: list[Rings], out: Path) -> None:
    """Build a slide of freeforms."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = (Emu(round(side * EMU_PER_INCH)) for side in SLIDE.inches)
    shapes = shown.slides.add_slide(shown.slide_layouts[TITLE_ONLY]).shapes
    for rings in outlines:
        (start, *first), *others = rings
        builder = shapes.build_freeform(*start)
        builder.add_line_segments([(x, y) for x, y in first])
        for begin, *ring in others:
            builder.move_to(*begin)
            builder.add_line_segments([(x, y) for x, y in ring])
        builder.convert_to_shape()
    shown.save(str(out))


if __name__ == "__main__":
    build(json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2]))
