"""The kinds of file that a picture can be; light, so that a command line can name them at once."""

from __future__ import annotations

from enum import StrEnum


class FileKind(StrEnum):
    """The kinds of file that a picture can be; a plain slide is the picture itself on a slide."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PPTX = "pptx"
    PLAIN = "plain"

    @property
    def suffix(self) -> str:
        """Give what the name of such a file ends in."""
        return FileKind.PPTX.value if self is FileKind.PLAIN else self.value
