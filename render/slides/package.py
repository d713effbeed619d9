"""The package of a presentation: slides laid into PowerPoint's parts; the same slides give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Shown
from pptx.util import Emu

from i18n.text import Lang
from i18n.words import APP
from render.repacked import repacked
from render.zipped import properties

EMU_PER_INCH = 914400
TITLE_ONLY = 5
"""The layout whose one placeholder is the title."""
MEMORY = "customXml/item1.xml"
"""Where PowerPoint keeps data that is not its own, also when it saves the file again."""
PROPERTIES = "docProps/custom.xml"
"""Where LibreOffice keeps it, which drops the other part."""
TREE = b"<p:spTree>", b"</p:spTree>"
GROUND = "<p:bg><p:bgPr><a:solidFill><a:srgbClr val='{colour}'/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"


@dataclass(frozen=True, slots=True)
class Page:
    """One slide: its shapes in DrawingML, and what stands in the speaker's notes."""

    shapes: str
    ground: str = ""  # the colour behind them, "" for the presentation's own
    notes: str = ""
    pictures: tuple[bytes, ...] = ()  # PNGs, which the shapes refer to by `picture_id`


def picture_id(at: int) -> str:
    """Give the name by which shapes refer to a slide's own picture; the first name is that of its layout."""
    return f"rId{at + 2}"


def package(pages: Sequence[Page], inches: tuple[float, float], *, memory: bytes, title: str) -> bytes:
    """Pack slides of this size into a presentation that remembers its view."""
    shown = Presentation()
    shown.slide_width, shown.slide_height = (Emu(round(side * EMU_PER_INCH)) for side in inches)
    own(shown, title)
    for page in pages:
        slide = shown.slides.add_slide(shown.slide_layouts[TITLE_ONLY])
        for picture in page.pictures:
            slide.part.get_or_add_image_part(BytesIO(picture))
        if page.notes:
            slide.notes_slide.notes_text_frame.text = page.notes
    remembered = Part(PackURI(f"/{MEMORY}"), "application/xml", shown.part.package, memory)
    shown.part.relate_to(remembered, RELATIONSHIP_TYPE.CUSTOM_XML)
    tell_properties(shown, memory)
    file = BytesIO()
    shown.save(file)
    laid = {f"ppt/slides/slide{at}.xml": page for at, page in enumerate(pages, 1)}
    return repacked(file.getvalue(), lambda name, part: _filled(part, laid[name]) if name in laid else part,
                    stored=MEMORY)


def tell_properties(shown: Shown, memory: bytes) -> None:
    """Write a memory among the properties of a presentation as well, beside those that it has."""
    package, usual = shown.part.package, PackURI(f"/{PROPERTIES}")
    had = next((each.target_part for each in package._rels.values()
                if each.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES), None)
    if had is None:
        told = Part(usual, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, package, properties(memory))
        package.relate_to(told, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    else:
        had._blob = properties(memory, had.blob)


def own(shown: Shown, title: str) -> None:
    """Give a presentation its title; take its author, its remark and the settings of a printer out of it."""
    about = shown.core_properties
    about.title, about.author, about.comments, about.last_modified_by = title, APP[Lang.EN], "", ""
    for name, relation in list(shown.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            shown.part.rels.pop(name)


def _filled(slide: bytes, page: Page) -> bytes:
    """Put shapes into a slide's tree in place of the placeholder that python-pptx laid there."""
    before, begin, rest = slide.partition(TREE[0])
    own, end, after = rest.rpartition(TREE[1])
    head, _sp, _placeholder = own.partition(b"<p:sp>")
    ground = GROUND.format(colour=page.ground) if page.ground else ""
    return b"".join((before, ground.encode(), begin, head, page.shapes.encode("utf-8"), end, after))
