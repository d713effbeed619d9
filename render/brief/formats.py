"""The formats that a document is written in; nothing heavy is imported with them."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a document is written as."""

    MD = "md"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def is_text(self) -> bool:
        """Tell whether it can be read where it is printed."""
        return self not in (Format.DOCX, Format.PDF)
