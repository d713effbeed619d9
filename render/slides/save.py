"""A view as a PowerPoint file: one slide whose countries, lines and words can be edited."""

from __future__ import annotations

from render.picture.draw import Drawing
from render.picture.memory import packet_of
from render.slides.package import Page, package
from render.slides.slide import shapes_of


def to_pptx(drawing: Drawing) -> bytes:
    """Make an editable slide of a drawing; it remembers its view as every picture does."""
    scene, canvas = drawing.scene, drawing.canvas
    ground = canvas.palette.paper.lstrip("#").upper() if canvas.is_filled else ""
    return package([Page(shapes_of(drawing), ground)], canvas.paper.inches, memory=packet_of(scene),
                   title=scene.title[scene.lang])
