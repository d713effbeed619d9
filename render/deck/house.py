"""The deck's own template: 16:9, the look's colours as a theme, the title at the left, footers on one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import SlideMaster
from pptx.util import Pt

from render.deck.area import Area
from render.deck.base import TITLES, Base, base_of
from render.palette import PALETTES, Palette
from render.slides.shapes import FONT

WIDE, HIGH = 960.0, 540.0
EDGE = 36.0
TITLE, TITLE_SIZE = Area(EDGE, 20, WIDE - 2 * EDGE, 40), 26.0
COVER, COVER_SIZE = Area(EDGE + 12, 90, WIDE - 2 * EDGE - 24, 96), 40.0
SUBTITLE, SUBTITLE_SIZE = Area(EDGE + 12, 190, WIDE - 2 * EDGE - 24, 40), 18.0
FEET: Mapping[PP_PLACEHOLDER, tuple[Area, str]] = {
    PP_PLACEHOLDER.DATE: (Area(EDGE, 514, 260, 16), "l"),
    PP_PLACEHOLDER.FOOTER: (Area(310, 514, 340, 16), "ctr"),
    PP_PLACEHOLDER.SLIDE_NUMBER: (Area(WIDE - EDGE - 160, 514, 160, 16), "r"),
}
FOOT_SIZE = 10.0
KEPT = ("Title Slide", "Title Only")
"""The layouts of python-pptx's own presentation that are ours too."""
ACCENT = {"official": "0017C1", "quiet": "33567A", "mono": "000000", "dark": "9DB7F9"}
SERIES = ("C24E00", "1B7F79", "8A4FA3", "8F6800", "5F6B7A")
"""The colours of bars after the first, which is the accent: the ground's colour is legible on each."""
OWN_SERIES = {
    "mono": ("8A8A8A", "3D3D3D", "767676", "595959", "262626"),
    "dark": ("F2A65A", "6CC9C1", "C9A0DC", "E6C35C", "B0BAC4"),
}


def house(look: str) -> Base:
    """Make our own presentation in a look."""
    file = Presentation()
    file.slide_width, file.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(file.slide_layouts):
        if layout.name not in KEPT:
            file.slide_layouts.remove(layout)
    master = file.slide_masters[0]
    _colour(master, look)
    _place_all(master)
    for layout in file.slide_layouts:
        _place_all(layout)
    return base_of(file, is_house=True)


def _colour(master: SlideMaster, look: str) -> None:
    """Set colours and faces of the theme; the ground of every slide is the theme's first light colour."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme, palette = etree.fromstring(part.blob), PALETTES[look]
    colours = _theme(palette, look)
    for slot in theme.find(f".//{qn('a:clrScheme')}"):
        name = etree.QName(slot).localname
        if name in colours:
            for old in list(slot):
                slot.remove(old)
            etree.SubElement(slot, qn("a:srgbClr")).set("val", colours[name])
    for face in theme.find(f".//{qn('a:fontScheme')}").iter(qn("a:latin"), qn("a:ea")):
        face.set("typeface", FONT)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _theme(palette: Palette, look: str) -> dict[str, str]:
    ink = {"dk1": palette.ink, "lt1": palette.paper, "dk2": palette.quiet_ink, "lt2": palette.sea}
    bars = ACCENT[look], *OWN_SERIES.get(look, SERIES)
    accents = {f"accent{at}": colour for at, colour in enumerate(bars, 1)}
    return {name: colour.lstrip("#").upper() for name, colour in (ink | accents).items()}


def _place_all(sheet: Any) -> None:
    """Set placeholders of a master or layout where ours stand; a body, which we have none of, fills the room."""
    is_cover = getattr(sheet, "name", "") == KEPT[0]
    for shape in sheet.placeholders:
        kind = shape.placeholder_format.type
        if kind in TITLES:
            area, size = (COVER, COVER_SIZE) if is_cover else (TITLE, TITLE_SIZE)
            _place(shape, area, size, "l", bold=True, anchor="b")
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            _place(shape, SUBTITLE, SUBTITLE_SIZE, "l", colour="tx2")
        elif kind in FEET:
            area, align = FEET[kind]
            _place(shape, area, FOOT_SIZE, align, colour="tx2", anchor="ctr")
        else:
            _place(shape, Area(EDGE, 84, WIDE - 2 * EDGE, 400), 16.0, "l")


def _place(
    shape: Any, area: Area, size: float, align: str, *, colour: str = "tx1", bold: bool = False, anchor: str = "t"
) -> None:
    for side, value in zip(("left", "top", "width", "height"), area.emu, strict=True):
        setattr(shape, side, value)
    body = shape._element.find(qn("p:txBody"))
    frame, style = body.find(qn("a:bodyPr")), body.find(qn("a:lstStyle"))
    for each in list(frame):
        frame.remove(each)
    for name, said in {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": anchor}.items():
        frame.set(name, said)
    for each in list(style):
        style.remove(each)
    space = nsdecls("a")
    style.append(parse_xml(
        f"<a:lvl1pPr {space} marL='0' indent='0' algn='{align}'><a:spcBef><a:spcPts val='0'/></a:spcBef><a:buNone/>"
        f"<a:defRPr sz='{round(size * 100)}' b='{int(bold)}'><a:solidFill><a:schemeClr val='{colour}'/></a:solidFill>"
        "</a:defRPr></a:lvl1pPr>"))

