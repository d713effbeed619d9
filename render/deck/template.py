"""A template that was handed in: looked through before it is opened, emptied of its slides, its design kept."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File

from i18n import deck
from i18n.errors import AtlasError
from render.deck.base import Base, base_of

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED, MOST_MEMBERS, MOST_RATIO = 200 * MEGABYTE, 2_000, 100
SMALL = 10 * MEGABYTE
"""What a file may unpack to whatever its ratio."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .ppt, .pot and every locked Office file begin."""
TEMPLATE = CONTENT_TYPE.PML_TEMPLATE_MAIN
MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)")
LIVING = re.compile(r"/(oleObject|control|activeX\w*|package|vbaProject|frame|attachedTemplate|audio|video|media|ink)$")
"""Kinds of parts that do something when they are opened, or hold a file of another program."""
UNWANTED = (RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.COMMENT_AUTHORS, RELATIONSHIP_TYPE.TAGS)
"""What a presentation carries that is no design: data, people."""
OF_SLIDES = ("p:custShowLst", "p:extLst", "p:smartTags", "p:custDataLst")
"""What a presentation says of slides that are gone."""


def open_template(content: bytes) -> Base:
    """Open a template without its slides; raises AtlasError, in one sentence, where it may not be used."""
    _look_through(content)
    try:
        file = _opened(content)
        base = base_of(file, is_house=False)
    except (PythonPptxError, BadZipFile, KeyError, ValueError, AttributeError, etree.LxmlError) as error:
        raise AtlasError(deck.BROKEN) from error
    for part in file.part.package.iter_parts():
        _check_links(part)
    return base


def _look_through(content: bytes) -> None:
    """Refuse what must not be unpacked: too large, locked, broken, with macros, or made to swell."""
    if len(content) > MOST_BYTES:
        raise AtlasError(deck.TOO_LARGE.format(size=f"{len(content) / MEGABYTE:.1f}", most=MOST_BYTES // MEGABYTE))
    if content.startswith(OLE):
        raise AtlasError(deck.OLD_OR_LOCKED)
    try:
        with ZipFile(BytesIO(content)) as book:
            _check_swelling(book.infolist(), len(content))
            _check_members(book)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise AtlasError(deck.BROKEN) from error


def _check_swelling(members: list[ZipInfo], packed: int) -> None:
    whole = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or whole > MOST_UNPACKED or whole > max(SMALL, MOST_RATIO * packed):
        raise AtlasError(deck.SWOLLEN.format(
            members=len(members), size=whole // MEGABYTE, most_members=MOST_MEMBERS, most=MOST_UNPACKED // MEGABYTE,
            ratio=MOST_RATIO))


def _check_members(book: ZipFile) -> None:
    """Read every part once: whole, without macros and without declarations that an XML reader would follow."""
    names = book.namelist()
    if "[Content_Types].xml" not in names or "ppt/presentation.xml" not in names:
        raise AtlasError(deck.BROKEN)
    for name in names:
        part = book.read(name)
        if MACROS.search(name.encode()) or (name == "[Content_Types].xml" and MACROS.search(part)):
            raise AtlasError(deck.MACROS)
        if name.endswith((".xml", ".rels", ".vml")) and DECLARED.search(part):
            raise AtlasError(deck.BROKEN)


def _opened(content: bytes) -> File:
    """Open a presentation or template as a presentation, and take its slides and what belongs to them away."""
    file = Presentation(BytesIO(_as_presentation(content)))
    slides = file.slides._sldIdLst
    for slide in list(slides):
        file.part.drop_rel(slide.rId)
        slides.remove(slide)
    for name in OF_SLIDES:
        for element in file.part._element.findall(qn(name)):
            file.part._element.remove(element)
    for key, rel in list(file.part.rels.items()):
        if rel.reltype in UNWANTED:
            file.part.rels.pop(key)
    return file


def _as_presentation(content: bytes) -> bytes:
    """Change the content type of a template (.potx) to that of a presentation, which is what python-pptx opens."""
    with ZipFile(BytesIO(content)) as book:
        types = book.read("[Content_Types].xml")
        if TEMPLATE.encode() not in types:
            return content
        out = BytesIO()
        with ZipFile(out, "w") as new:
            for member in book.infolist():
                part = book.read(member)
                is_types = member.filename == "[Content_Types].xml"
                new.writestr(member, part.replace(TEMPLATE.encode(), CONTENT_TYPE.PML_PRESENTATION_MAIN.encode())
                             if is_types else part)
    return out.getvalue()


def _check_links(part: Part) -> None:
    """Refuse a part that points outside the file or holds something that is alive."""
    for rel in part.rels.values():
        if rel.is_external:
            raise AtlasError(deck.OUTSIDE.format(part=part.partname, target=str(rel.target_ref)[:60]))
        if found := LIVING.search(rel.reltype):
            raise AtlasError(deck.ALIVE.format(part=part.partname, kind=found[1]))

