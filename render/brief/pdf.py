"""A document as a PDF: A4 pages to hand out, tagged and in words, its map as lines; it opens again as its view."""

from __future__ import annotations

from analysis.document import Document
from render.brief.remembered import remembered
from render.brief.told import told_of
from render.brief.typeset import typeset

TEMPLATE, MAP = "document.typ", "map.svg"


def to_pdf(document: Document, map: bytes = b"") -> bytes:
    """Write a document as a PDF, with its map (SVG) where one is given; the same document gives the same bytes."""
    told = told_of(document, map=MAP if map else "")
    return remembered(typeset(TEMPLATE, told, {MAP: map} if map else {}), document)
