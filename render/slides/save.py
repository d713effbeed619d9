"""A view as a PowerPoint file of one slide: its countries, lines and words can be edited, or it is a picture."""

from __future__ import annotations

from render.picture.draw import Drawing
from render.picture.memory import packet_of
from render.slides.grouped import shapes_of
from render.slides.package import Page, package
from render.slides.plain import plain_page


def to_pptx(drawing: Drawing) -> bytes:
    """Make an editable slide of a drawing; it remembers its view as every picture does."""
    return _packed(drawing, Page(shapes_of(drawing), _ground(drawing)))


def to_plain(drawing: Drawing, png: bytes) -> bytes:
    """Make a slide that is the drawing's PNG; it remembers its view as well."""
    return _packed(drawing, plain_page(drawing, png, _ground(drawing)))


def _ground(drawing: Drawing) -> str:
    """Give the colour behind the shapes; a transparent picture takes the presentation's own."""
    canvas = drawing.canvas
    return canvas.palette.paper.lstrip("#").upper() if canvas.is_filled else ""


def _packed(drawing: Drawing, page: Page) -> bytes:
    scene = drawing.scene
    return package([page], drawing.canvas.paper.inches, memory=packet_of(scene), title=scene.title[scene.lang])
