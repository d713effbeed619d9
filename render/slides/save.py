"""Views as PowerPoint files: one editable slide, or one with the picture as it is."""

from __future__ import annotations

from render.picture.draw import Drawing
from render.picture.memory import packet_of
from render.slides.package import Page, package
from render.slides.slide import shapes_of


def to_pptx(drawing: Drawing) -> bytes:
    """Make an editable slide of a drawing; it remembers its view as every picture does."""
    scene = drawing.scene
    return package([Page(shapes_of(drawing))], drawing.canvas.paper.inches, memory=packet_of(scene),
                   title=scene.title[scene.lang])
