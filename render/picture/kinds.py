"""The kinds of file that a picture can be; light, so that a command line can name them at once."""

from __future__ import annotations

from enum import StrEnum


class FileKind(StrEnum):
    """The kinds of file that a picture can be, by their suffix."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PPTX = "pptx"
