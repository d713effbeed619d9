"""The formats that a document is written in; nothing heavy is imported with them."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a document is written as."""

    MD = "md"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
