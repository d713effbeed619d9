"""What the tests of slides share: a file of a view, opened again, and LibreOffice's picture of it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from pptx import Presentation
from pptx.presentation import Presentation as Opened
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape

from render.picture.fonts import _japanese_font
from render.picture.kinds import FileKind
from render.picture.save import save
from scripts import office
from tests.render.picture.pictures import SLIDE, scene_of

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Yu Gothic</family><prefer><family>IPAexGothic</family></prefer></alias></fontconfig>
"""
NEAR, ALIKE = 2, 48
"""Pixels that an edge may lie apart, and how far colours may (of 255), and still be the same."""


def pptx_of(query: str) -> bytes:
    """Make the slide of a query."""
    return save(scene_of(query), SLIDE, FileKind.PPTX)


def opened(content: bytes) -> Opened:
    """Open a presentation."""
    return Presentation(BytesIO(content))


def shapes_in(shown: Opened) -> list[BaseShape]:
    """List the shapes of all slides, those in groups one by one."""
    found: list[BaseShape] = []
    for slide in shown.slides:
        for shape in slide.shapes:
            found += list(shape.shapes) if isinstance(shape, GroupShape) else [shape]
    return found


def painted(content: bytes, folder: Path) -> Image.Image:
    """Let LibreOffice print a presentation and paint its first page as large as a slide."""
    file, fonts = folder / "slide.pptx", folder / "fonts.conf"
    file.write_bytes(content)
    fonts.write_text(FONTS.format(folder=_japanese_font().parent, cache=folder / "cache"), "utf-8")
    page = pypdfium2.PdfDocument(office.save_as("pdf", file, folder, fonts=fonts))[0]
    image: Image.Image = page.render(scale=SLIDE.dpi / 72).to_pil().convert("RGB")
    return image.crop((0, 0, *SLIDE.sides))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Give the share of pixels of two pictures that have no like in the other one nearby."""
    return float((_unlike(one, other) | _unlike(other, one)).mean())


def _unlike(one: Image.Image, other: Image.Image) -> NDArray[np.bool_]:
    filters = (each(2 * NEAR + 1) for each in (ImageFilter.MinFilter, ImageFilter.MaxFilter))
    low, high = (np.asarray(other.filter(each)).astype(int) for each in filters)
    pixels = np.asarray(one).astype(int)
    return np.asarray(((pixels < low - ALIKE) | (pixels > high + ALIKE)).any(axis=2))
