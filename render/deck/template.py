"""A template that was handed in: emptied of its slides and of what it tells of itself, its design kept."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File

from i18n import deck
from i18n.errors import AtlasError
from render.deck.area import Area
from render.deck.base import Base, area_of, base_of, is_used, placeholders_of, title_size
from render.deck.handed_in import ON_FILES, looked_through
from render.repacked import FIRST_DAY

EMU_A_CM = 360_000
MOST_CM = 142.24
"""56 inches, the widest and highest slide that the format allows (ECMA-376, ST_SlideSizeCoordinate)."""
MOST_PLACES = 100
"""Placeholders of a layout: python-pptx looks through all of them for each one that it copies."""
LIVING = re.compile(r"/(oleObject|control|activeX\w*|package|vbaProject|frame|attachedTemplate|audio|video|media|ink)$")
"""Kinds of parts that do something when they are opened, or hold a file of another program."""
UNWANTED = (RELATIONSHIP_TYPE.CUSTOM_XML, RELATIONSHIP_TYPE.COMMENT_AUTHORS, RELATIONSHIP_TYPE.TAGS,
            RELATIONSHIP_TYPE.SLIDE)
"""What a presentation carries that is no design: data, people, slides (of which not all need be in its list)."""
OF_ITSELF = (RELATIONSHIP_TYPE.CORE_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.THUMBNAIL)
"""What a file tells of itself: who wrote it, the titles of its slides, a picture of the first."""
SLIDES = (RELATIONSHIP_TYPE.SLIDE, RELATIONSHIP_TYPE.NOTES_SLIDE)
OF_SLIDES = ("p:custShowLst", "p:extLst", "p:smartTags", "p:custDataLst")
"""What a presentation says of slides that are gone."""


def open_template(content: bytes) -> Base:
    """Open a template without its slides; raises AtlasError, in one sentence, where it may not be used."""
    sound = looked_through(content)
    try:
        base = base_of(_opened(sound), is_house=False)
        package = base.file.part.package
        for part in (package, *package.iter_parts()):
            _check_links(part)
        _try(base_of(_opened(sound), is_house=False))
    except (*ON_FILES, etree.LxmlError) as error:
        raise AtlasError(deck.BROKEN) from error
    return base


def _opened(content: bytes) -> File:
    """Open a presentation, and take its slides and what belongs to them away."""
    file = Presentation(BytesIO(content))
    _check_extent(file)
    package = file.part.package
    for slide in list(file.slides._sldIdLst):
        file.slides._sldIdLst.remove(slide)
    for name in OF_SLIDES:
        for element in file.part._element.findall(qn(name)):
            file.part._element.remove(element)
    for rels, kinds in ((file.part.rels, UNWANTED), (package._rels, OF_ITSELF)):
        for key, rel in list(rels.items()):
            if rel.reltype in kinds:
                rels.pop(key)
    file.core_properties.modified = datetime(*FIRST_DAY)  # the ones made in their place name the hour
    _drop_poor_notes(file)
    for layout in (each for master in file.slide_masters for each in master.slide_layouts):
        _number_places(layout._element)
    return file


def _check_extent(file: File) -> None:
    """Refuse what PowerPoint could not make: slides of kilometres, and so many places that a slide takes minutes."""
    wide, high = ((side or 0) / EMU_A_CM for side in (file.slide_width, file.slide_height))
    if max(wide, high) > MOST_CM:
        raise AtlasError(deck.TOO_WIDE.format(wide=f"{wide:,.1f}", high=f"{high:,.1f}", most=MOST_CM))
    for layout in (each for master in file.slide_masters for each in master.slide_layouts):
        count = sum(1 for _ in layout._element.iter(qn("p:ph")))
        if count > MOST_PLACES:
            raise AtlasError(deck.MANY_PLACES.format(layout=layout.name[:60], count=count, most=MOST_PLACES))


def _number_places(layout: Any) -> None:
    """Number places apart: LibreOffice gives title and subtitle one number, and python-pptx goes by numbers alone."""
    taken = set[int]()
    for place in layout.iter(qn("p:ph")):
        if place.idx in taken:
            place.idx = max(taken) + 1
        taken.add(place.idx)


def _drop_poor_notes(file: File) -> None:
    """Drop a master of notes pages that has no place for notes; the usual one takes its place."""
    masters: dict[str, Any] = {key: rel.target_part for key, rel in file.part.rels.items()
                               if rel.reltype == RELATIONSHIP_TYPE.NOTES_MASTER}
    if all(master._element.xpath(".//p:ph[@type='body']") for master in masters.values()):
        return
    for key in masters:
        file.part.rels.pop(key)
    for listed in file.part._element.findall(qn("p:notesMasterIdLst")):
        file.part._element.remove(listed)


def _try(base: Base) -> None:
    """Lay a slide into each layout: python-pptx checks little, and what is broken shows only when it is used."""
    for layout in (base.cover, base.plain):
        title_size(layout)
        for placeholder in placeholders_of(layout):
            _check_place(layout, placeholder, base.size)
        slide = base.file.slides.add_slide(layout)
        slide.notes_slide.notes_text_frame.text = ""
    base.file.save(BytesIO())


def _check_place(layout: Any, placeholder: Any, size: tuple[float, float]) -> None:
    """Refuse a place that reaches off the slide: what stands in it would be cut off."""
    area = area_of(placeholder)
    if area is not None and is_used(placeholder) and not Area(0.0, 0.0, *size).holds(area):
        sides = {"wide": size[0], "high": size[1]}
        in_cm = {name: f"{side / 72 * 2.54:.1f}" for name, side in sides.items()}
        raise AtlasError(deck.OFF_SLIDE.format(layout=layout.name, place=placeholder.name, **in_cm))


def _check_links(part: Any) -> None:
    """Refuse a part that points outside the design, to a slide or to another file, or holds something that lives."""
    name = getattr(part, "partname", "/")
    for rel in part._rels.values():
        if rel.is_external or rel.reltype in SLIDES:
            target = rel.target_ref if rel.is_external else rel.target_part.partname
            raise AtlasError(deck.OUTSIDE.format(part=name, target=str(target)[:60]))
        if found := LIVING.search(rel.reltype):
            raise AtlasError(deck.ALIVE.format(part=name, kind=found[1]))
