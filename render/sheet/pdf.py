"""A sheet as a PDF: the best one that typst sets on one page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from analysis.document import Document
from i18n import sheet as phrases
from i18n.errors import AtlasError
from render.brief.remembered import remembered
from render.brief.told import told_of
from render.brief.typeset import typeset
from render.picture.kinds import FileKind
from render.sheet.map import Drawn, map_of_sheet, widest_caption
from render.sheet.sheet import STRIP, Sheet, tries

TEMPLATE, MAP = "sheet.typ", "map.svg"


def sheet_pdf(document: Document) -> bytes:
    """Write a short document as one A4 page; raises AtlasError where it cannot be."""
    sheet = fitted(document)
    return remembered(_set(sheet, map_of_sheet(document, sheet.map_height, FileKind.SVG)), document)


def fitted(document: Document) -> Sheet:
    """Give the best sheet of a document that takes one page; its map is only room while it is tried."""
    room = Drawn(caption=widest_caption(document))
    for sheet in tries(document):
        if len(PdfReader(BytesIO(_set(sheet, room))).pages) == 1:
            return sheet
    raise AtlasError(phrases.TOO_MUCH.format(title=document.title))


def _set(sheet: Sheet, map: Drawn) -> bytes:
    document = replace(sheet.document, sources=sheet.shown)
    told = told_of(document, map=MAP if map.content else "")
    beside = {"room": sheet.map_height if document.query else 0, "runs_on": sheet.runs_on, "remarks": sheet.remarks,
              "caption": map.caption, "strip": STRIP}
    return typeset(TEMPLATE, {**told, **beside}, {MAP: map.content} if map.content else {})
