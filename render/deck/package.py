"""The package of a deck: spreads laid into a presentation's layouts, packed so that the same deck is the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from io import BytesIO
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide
from pptx.util import Pt

from i18n.text import Lang
from i18n.words import APP
from render.deck.base import TITLES, Base, area_of, feet_of, title_of, title_size
from render.deck.blocks import NUMBER_SIGN
from render.deck.charts import add_chart
from render.deck.fitting import lines_of
from render.deck.house import FOOT_SIZE
from render.deck.spread import Spread
from render.repacked import repacked
from render.slides.package import own, tell_properties
from render.slides.shapes import LANGUAGES

TREE_END = b"</p:spTree>"
DATES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
NAMESPACES = nsdecls("a", "p")
INSETS = 14.4
"""Points that PowerPoint leaves free beside the words of a placeholder, both sides together."""
LEAST_TITLE = 14.0
LINE = 1.2
HOUSE_SIZE = f" sz='{round(FOOT_SIZE * 100)}'"
HOUSE_FACE = "<a:solidFill><a:schemeClr val='tx2'/></a:solidFill>"
"""Size and colour of our own footers, which LibreOffice does not take from the layout."""
FOOT_WORDS = {"dt": "date", "ftr": "app", "sldNum": "number"}


def packed(base: Base, spreads: Iterable[Spread], *, memory: bytes, title: str, lang: Lang) -> bytes:
    """Lay spreads into a presentation that remembers its view."""
    shapes = {}
    for at, spread in enumerate(spreads, 1):
        slide = base.file.slides.add_slide(base.cover if spread.is_cover else base.plain)
        _fill(slide, spread, base, at, lang)
        shapes[slide.part.partname.lstrip("/")] = spread.shapes.replace(NUMBER_SIGN, str(at)).encode("utf-8")
    own(base.file, title)
    place = _free_place(base)
    part = Part(PackURI(f"/{place}"), "application/xml", base.file.part.package, memory)
    base.file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    tell_properties(base.file, memory)
    file = BytesIO()
    base.file.save(file)
    return repacked(file.getvalue(), partial(_settled, shapes), stored=place)


def _fill(slide: Any, spread: Spread, base: Base, at: int, lang: Lang) -> None:
    """Fill the placeholders of a slide, add what needs parts of its own, and take empty placeholders away."""
    for shape in list(slide.placeholders):
        kind = shape.placeholder_format.type
        if kind in TITLES:
            _write_title(shape, spread.title, slide)
        elif spread.is_cover and spread.subtitle and kind == PP_PLACEHOLDER.SUBTITLE:
            shape.text_frame.text = spread.subtitle
        else:
            shape._element.getparent().remove(shape._element)
    for picture in spread.pictures:
        shown = slide.shapes.add_picture(BytesIO(picture.content), *picture.area.emu)
        shown.name = picture.named.name
        shown._element.nvPicPr.cNvPr.set("descr", picture.named.meaning)
    for chart in spread.charts:
        add_chart(slide, chart)
    _add_feet(slide, {"date": spread.date, "app": APP[lang], "number": str(at)}, lang, is_house=base.is_house)
    slide.notes_slide.notes_text_frame.text = spread.notes


def _write_title(shape: Any, words: str, slide: Slide) -> None:
    """Write a title in the layout's own size, or one that fits its place."""
    shape.text_frame.text = words
    placeholder = title_of(slide.slide_layout)
    area = area_of(placeholder) if placeholder is not None else None
    size = usual = title_size(slide.slide_layout)
    while area and size > LEAST_TITLE and (
            len(lines_of(words, size, area.width - INSETS)) * size * LINE > area.height):
        size -= 1
    if size < usual:
        shape.text_frame.paragraphs[0].runs[0].font.size = Pt(size)


def _add_feet(slide: Slide, words: dict[str, str], lang: Lang, *, is_house: bool) -> None:
    """Add date, footer and number where the layout has a place for them; place and style stay the layout's."""
    numbers = count(50)
    for shape in feet_of(slide.slide_layout):
        asked = shape._element.find(f".//{qn('p:ph')}")
        kind = asked.get("type")
        said = escape(words[FOOT_WORDS[kind]])
        size, colour = (HOUSE_SIZE, HOUSE_FACE) if is_house else ("", "")
        face = f"<a:rPr lang='{LANGUAGES[lang]}'{size}>{colour}</a:rPr>"
        text = (f"<a:fld id='{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}' type='slidenum'>{face}<a:t>{said}</a:t></a:fld>"
                if kind == "sldNum" else f"<a:r>{face}<a:t>{said}</a:t></a:r>")
        size = f" sz='{asked.get('sz')}'" if asked.get("sz") else ""
        place = f" idx='{asked.get('idx')}'" if asked.get("idx") else ""
        slide.shapes._spTree.append(parse_xml(
            f"<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id='{next(numbers)}' name='{escape(shape.name)}'/><p:cNvSpPr>"
            f"<a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph type='{kind}'{size}{place}/></p:nvPr></p:nvSpPr><p:spPr/>"
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>"))


def _free_place(base: Base) -> str:
    """Name the memory's part; a template may have one of that name that hangs on another part."""
    taken = {str(part.partname) for part in base.file.part.package.iter_parts()}
    return next(place for at in count(1) if f"/{(place := f'customXml/item{at}.xml')}" not in taken)


def _settled(shapes: dict[str, bytes], name: str, part: bytes) -> bytes:
    """Lay shapes into a slide; take the clock out of a workbook."""
    if name in shapes:
        before, end, after = part.rpartition(TREE_END)
        return b"".join((before, shapes[name], end, after))
    return repacked(part, _undated) if name.endswith(".xlsx") else part


def _undated(_name: str, part: bytes) -> bytes:
    return DATES.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
