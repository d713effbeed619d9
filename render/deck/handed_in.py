"""An office file that was handed in: looked through part by part, and packed anew, before anything opens it.

A file's own list of parts may lie. What is opened is a new file of the parts as they were found.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE

from i18n import deck
from i18n.errors import AtlasError
from render.zipped import ON_ZIPS

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED, MOST_MEMBERS, MOST_RATIO = 200 * MEGABYTE, 2_000, 100
SMALL = 10 * MEGABYTE
"""What a file may unpack to whatever its ratio."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .ppt, .pot and every locked Office file begin."""
TYPES, MAIN = "[Content_Types].xml", "ppt/presentation.xml"
MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)")
XML = (".xml", ".rels", ".vml")
ON_FILES = (*ON_ZIPS, PythonPptxError, LookupError, AttributeError, TypeError, ArithmeticError, AssertionError)
"""What a broken file may raise inside python-pptx, which checks little."""


def looked_through(content: bytes) -> bytes:
    """Pack what was handed in anew, as a presentation; raises AtlasError, in one sentence, where it must not be opened.

    Refused is what is too large, locked, broken, with macros, or made to swell.
    """
    if len(content) > MOST_BYTES:
        raise AtlasError(deck.TOO_LARGE.format(size=f"{len(content) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE))
    if content.startswith(OLE):
        raise AtlasError(deck.OLD_OR_LOCKED)
    try:
        with ZipFile(BytesIO(content)) as book:
            _check_swelling(book.infolist(), len(content))
            parts = {member.filename: _read(book, member) for member in book.infolist()}
            if len(parts) < len(book.infolist()) or not {TYPES, MAIN} <= parts.keys():
                raise AtlasError(deck.BROKEN)
    except ON_ZIPS as error:
        raise AtlasError(deck.BROKEN) from error
    for name, part in parts.items():
        _check_part(name, part)
    return _packed(parts)


def _check_swelling(members: list[ZipInfo], packed: int) -> None:
    whole = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or whole > MOST_UNPACKED or whole > max(SMALL, MOST_RATIO * packed):
        raise AtlasError(deck.SWOLLEN.format(
            members=len(members), size=whole // MEGABYTE, most_members=MOST_MEMBERS, most=MOST_UNPACKED // MEGABYTE,
            ratio=MOST_RATIO))


def _read(book: ZipFile, member: ZipInfo) -> bytes:
    """Unpack a part no further than the list says it goes, by the two ways that can be stopped there."""
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise AtlasError(deck.BROKEN)
    with book.open(member) as opened:
        return opened.read(member.file_size + 1)


def _check_part(name: str, part: bytes) -> None:
    """Refuse macros, and declarations that an XML reader would follow, in whatever width of letters."""
    if MACROS.search(name.encode("utf-8", "replace")) or (name == TYPES and MACROS.search(part)):
        raise AtlasError(deck.MACROS)
    if name.lower().endswith(XML) and DECLARED.search(part.replace(b"\0", b"")):
        raise AtlasError(deck.BROKEN)


def _packed(parts: dict[str, bytes]) -> bytes:
    """Pack parts; python-pptx opens a template (.potx) only when it is declared as a presentation."""
    template, main = CONTENT_TYPE.PML_TEMPLATE_MAIN.encode(), CONTENT_TYPE.PML_PRESENTATION_MAIN.encode()
    out = BytesIO()
    with ZipFile(out, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part.replace(template, main) if name == TYPES else part)
    return out.getvalue()
