"""Setting pages with typst: templates of ours, text as JSON, the fonts that come with the program, the same bytes.

Everything is handed over in memory. The templates import only each other, and a package could not be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import typst

from i18n.errors import AtlasError
from i18n.text import Text
from render.picture import fonts

TEMPLATES = Path(__file__).with_name("typst")
PARTS, TOLD, MAIN = "parts.typ", "told.json", "main.typ"
STANDARD: list[typst.PDFStandard] = ["ua-1"]
"""PDF/UA-1: tagged, titled, its language told, every picture in words; typst refuses a file that breaks it."""
NOT_SET = Text("PDF を組めません: {reason}", "The PDF cannot be set: {reason}")


def typeset(template: str, told: Mapping[str, object], pictures: Mapping[str, bytes]) -> bytes:
    """Set a template with what it is told and its pictures (SVG, by name) as a PDF; raises AtlasError."""
    names = {"fonts": list(fonts.style()["font.family"])}
    files = {
        MAIN: _template(template), PARTS: _template(PARTS), **pictures,
        TOLD: json.dumps({**told, **names}, ensure_ascii=False).encode(),
    }
    nowhere = TEMPLATES / "no_packages"
    try:
        content: bytes = typst.compile(  # type: ignore[call-overload]  # its types know of no files in memory
            files, format="pdf", root=TEMPLATES, font_paths=_fonts(), ignore_system_fonts=True,
            pdf_standards=STANDARD, package_path=nowhere, package_cache_path=nowhere)
    except typst.TypstError as error:
        raise AtlasError(NOT_SET.format(reason=error.message)) from error
    return content


@cache
def _template(name: str) -> bytes:
    return (TEMPLATES / name).read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Open the fonts of the pictures; of the folders that hold them, the templates name only those."""
    folders = sorted({str(path.parent) for path in fonts.files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
