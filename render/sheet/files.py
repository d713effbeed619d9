"""Sheets as files: of what there is one, in which formats, and its bytes."""

from __future__ import annotations

from pathlib import Path

from analysis.digest.digest import digest
from analysis.document import Document
from i18n import sheet as phrases
from i18n.errors import AtlasError
from layers.rows import check_rows
from render.brief.formats import Format
from render.files import check_place, write_whole
from scene.choice import Choice
from scene.pages import OF_A_KIND, page_named

FORMATS = (Format.PDF, Format.DOCX)


def has_sheet(name: str) -> bool:
    """Tell whether a page has a sheet: those of countries, regions and fields do."""
    return page_named(name) == name and name.partition(":")[0] in OF_A_KIND


def sheet_of(name: str, choice: Choice) -> Document:
    """Write the short document of a sheet (`country:UZB`) under the filters of a choice.

    Raises AtlasError where there is none of it, or where a layer that the choice asks for cannot be read.
    """
    if not has_sheet(name):
        raise AtlasError(phrases.NO_SHEET.format(value=name))
    check_rows(choice.layers)
    return digest(name, choice)


def sheet_content(name: str, choice: Choice, format: Format) -> bytes:
    """Write a sheet as PDF or Word; raises AtlasError."""
    document = sheet_of(name, choice)
    if format == Format.DOCX:
        from render.sheet.word import sheet_docx

        return sheet_docx(document)
    from render.sheet.pdf import sheet_pdf

    return sheet_pdf(document)


def save_sheet(name: str, choice: Choice, out: Path) -> None:
    """Write a sheet to a file whose suffix says how; raises AtlasError."""
    suffix = out.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        known = ", ".join(f".{known}" for known in FORMATS)
        raise AtlasError(phrases.UNKNOWN_SUFFIX.format(file=out.name, known=known))
    check_place(out)
    write_whole(out, sheet_content(name, choice, Format(suffix)))
