"""Templates for the tests, made by python-pptx as an office would have them, and ways to spoil them."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

MAIN = b"presentationml.presentation.main+xml"
RED = "C00000"


def template(*, wide: float = 13.333, high: float = 7.5, change: Callable[[Any], None] | None = None) -> bytes:
    """Make a template of this size (inches): python-pptx's own design, stretched, with a red accent and a slide."""
    file: Any = Presentation()
    share = Inches(wide) / file.slide_width
    file.slide_width, file.slide_height = Inches(wide), Inches(high)
    for sheet in (file.slide_masters[0], *file.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.find(f".//{qn('a:xfrm')}") is not None:
                shape.left, shape.width = round(shape.left * share), round(shape.width * share)
    _colour(file)
    slide = file.slides.add_slide(file.slide_layouts[5])
    slide.shapes.title.text = "見本"
    if change:
        change(file)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _colour(file: Any) -> None:
    part = file.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    theme.find(f".//{qn('a:accent1')}")[0].set("val", RED)
    part._blob = etree.tostring(theme)


def changed(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """Pack a file anew with parts changed, or left out where the change gives None; further parts are added."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
        for name, part in added.items():
            new.writestr(name, part)
    return out.getvalue()


def declared_as(content: bytes, kind: bytes) -> bytes:
    """Declare the main part as of another kind: `presentationml.template.main+xml` makes a .potx of it."""
    return changed(content, lambda name, part: part.replace(MAIN, kind) if name == "[Content_Types].xml" else part)


def without_title_only(file: Any) -> None:
    """Leave the layouts that have more than a title."""
    for layout in list(file.slide_layouts):
        if layout.name in ("Title Only", "Blank"):
            file.slide_layouts.remove(layout) if not layout.used_by_slides else None


def without_titles(file: Any) -> None:
    """Take the title out of every layout."""
    for layout in file.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (1, 3):
                shape._element.getparent().remove(shape._element)


def without_feet(file: Any) -> None:
    """Take date, footer and number out of every layout."""
    for layout in file.slide_layouts:
        for shape in list(layout.placeholders):
            if shape._element.find(f".//{qn('p:ph')}").get("type") in ("dt", "ftr", "sldNum"):
                shape._element.getparent().remove(shape._element)


def low_title(file: Any) -> None:
    """Let the title stand so low that no room is left."""
    for sheet in (file.slide_masters[0], *file.slide_layouts):
        for shape in sheet.placeholders:
            if shape.placeholder_format.type == 1:
                shape.left, shape.top, shape.width, shape.height = Pt(40), Pt(300), Pt(800), Pt(80)


def off_the_slide(file: Any) -> None:
    """Let the title of a layout begin left of the slide."""
    title = file.slide_layouts[5].placeholders[0]
    title.left, title.top, title.width, title.height = Pt(-40), Pt(20), Pt(800), Pt(60)


def linked(file: Any) -> None:
    """Let the master point to a page outside."""
    file.slide_masters[0].part.relate_to("https://example.invalid/logo.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)


def with_object(file: Any) -> None:
    """Let a layout hold an embedded object."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    layout = file.slide_layouts[5]
    held = Part(PackURI("/ppt/embeddings/oleObject1.bin"), "application/vnd.openxmlformats-officedocument.oleObject",
                layout.part.package, b"object")
    layout.part.relate_to(held, RELATIONSHIP_TYPE.OLE_OBJECT)


def pointing_to_a_slide(file: Any) -> None:
    """Let a layout hold a link to the first slide, as a button that leads back to the contents does."""
    file.slide_layouts[5].part.relate_to(file.slides[0].part, RELATIONSHIP_TYPE.SLIDE)


def numbered_alike(file: Any) -> None:
    """Give title and subtitle of the cover one number, as LibreOffice does."""
    for shape in file.slide_layouts[0].placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE:
            del shape._element.find(f".//{qn('p:ph')}").attrib["idx"]


def without_notes_place(file: Any) -> None:
    """Take the place for notes out of the master of notes pages."""
    for shape in list(file.notes_master.placeholders):
        shape._element.getparent().remove(shape._element)


def by(author: str) -> Callable[[Any], None]:
    """Let a file name who wrote it and what its slides are called."""

    def change(file: Any) -> None:
        file.core_properties.author = file.core_properties.last_modified_by = author

    return change


def linked_from_outside_its_parts(content: bytes) -> bytes:
    """Let the file itself, and none of its parts, point to another one."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="//example.invalid/x" TargetMode="External"/>'.encode()
    end = b"</Relationships>"
    return changed(content, lambda name, part: part.replace(end, link + end) if name == "_rels/.rels" else part)


def lying(content: bytes, *, swells_to: int) -> bytes:
    """Add a part that unpacks to more than the list of parts says, under a checksum that is right for what is said."""
    packer, said = zlib.compressobj(9, zlib.DEFLATED, -15), bytes(10)
    packed = packer.compress(bytes(swells_to)) + packer.flush()
    out = BytesIO(content)
    with ZipFile(out, "a", ZIP_STORED) as book:
        book.writestr("ppt/media/image9.bin", packed)
        part = book.getinfo("ppt/media/image9.bin")
        part.compress_type, part.file_size, part.CRC = ZIP_DEFLATED, len(said), zlib.crc32(said)
    return out.getvalue()


def unlisted(file: Any) -> None:
    """Leave a slide in the file that its list of slides does not name."""
    file.slides._sldIdLst.remove(file.slides._sldIdLst[0])


def of_kilometres(file: Any) -> None:
    """Make slides as wide as no program makes them."""
    file.part._element.find(qn("p:sldSz")).set("cx", "99999999999")


def crowded(file: Any) -> None:
    """Give a layout so many places that each slide would take minutes."""
    places = file.slide_layouts[1]._element.xpath(".//p:sp[.//p:ph]")
    for _ in range(300):
        places[0].getparent().append(deepcopy(places[-1]))
