"""The presentation that a deck is laid into: its two layouts, found by their placeholders, and the room on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from i18n import deck
from i18n.errors import AtlasError
from render.deck.area import GAP, Area, Room
from render.slides.shapes import EMU_PER_POINT

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
FEET = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
FEET_NAMES = ("dt", "ftr", "sldNum")
LEAST_ROOM = 480.0, 290.0
"""Points between title and footers that a map with its facts needs."""
EDGE = 24.0
"""Points kept free at the edges of a slide where a template has nothing to go by."""
USUAL_TITLE = 32.0


@dataclass(frozen=True)
class Base:
    """A presentation without slides, the layout of its cover and of all other slides, and their room."""

    file: Presentation
    cover: SlideLayout
    plain: SlideLayout
    room: Room
    is_house: bool  # our own, not a template that was handed in

    @property
    def size(self) -> tuple[float, float]:
        return _points(self.file.slide_width), _points(self.file.slide_height)


def base_of(file: Presentation, *, is_house: bool) -> Base:
    """Find layouts and room of a presentation; raises AtlasError where it has no title or too little room."""
    layouts = [layout for master in file.slide_masters for layout in master.slide_layouts if title_of(layout)]
    if not layouts:
        raise AtlasError(deck.NO_TITLE)
    plain = min(layouts, key=_others)
    cover = min(layouts, key=lambda layout: (not _has_subtitle(layout), _others(layout)))
    size = _points(file.slide_width), _points(file.slide_height)
    room = Room(_body(plain, size), own_feet=bool(lacking_feet(plain)))
    return Base(file, cover if _has_subtitle(cover) else plain, plain, room, is_house)


def placeholders_of(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """List the placeholders of a layout."""
    found: Any = layout.placeholders
    return list(found)


def is_used(placeholder: LayoutPlaceholder) -> bool:
    """Tell whether a slide of a deck says something in a placeholder: title, subtitle and footers."""
    return _kind(placeholder) in (*TITLES, *FEET, PP_PLACEHOLDER.SUBTITLE)


def title_of(layout: SlideLayout) -> LayoutPlaceholder | None:
    """Give the placeholder of a layout's title."""
    return next((each for each in placeholders_of(layout) if _kind(each) in TITLES), None)


def feet_of(layout: SlideLayout) -> list[LayoutPlaceholder]:
    """List the placeholders of date, footer and number."""
    return [each for each in placeholders_of(layout) if _kind(each) in FEET]


def lacking_feet(layout: SlideLayout) -> tuple[str, ...]:
    """Name the footers that a layout has no place for, as DrawingML does: dt, ftr, sldNum."""
    kinds = [_kind(each) for each in feet_of(layout)]
    return tuple(name for name, kind in zip(FEET_NAMES, FEET, strict=True) if kind not in kinds)


def area_of(shape: BaseShape) -> Area | None:
    """Give where a placeholder stands, itself or as its master has it."""
    sides = shape.left, shape.top, shape.width, shape.height
    if any(side is None for side in sides):
        return None
    return Area(*(_points(side) for side in sides))


def title_size(layout: SlideLayout) -> float:
    """Give the size (points) that a layout's title is set in: its own, else its master's."""
    placeholder = title_of(layout)
    found = [] if placeholder is None else [placeholder._element]
    style = layout.slide_master._element.find(f".//{qn('p:titleStyle')}")
    for element in (*found, *([style] if style is not None else [])):
        for level in element.iter(qn("a:lvl1pPr")):
            face = level.find(qn("a:defRPr"))
            if face is not None and face.get("sz"):
                return int(face.get("sz")) / 100
    return USUAL_TITLE


def _kind(shape: LayoutPlaceholder) -> PP_PLACEHOLDER:
    return shape.placeholder_format.type


def _has_subtitle(layout: SlideLayout) -> bool:
    return any(_kind(each) == PP_PLACEHOLDER.SUBTITLE for each in placeholders_of(layout))


def _others(layout: SlideLayout) -> int:
    """Count the placeholders of a layout besides title and footers, a cover's title as one that does not fit."""
    kinds = [_kind(each) for each in placeholders_of(layout)]
    return sum(kind not in (*FEET, PP_PLACEHOLDER.TITLE) for kind in kinds)


def _body(layout: SlideLayout, size: tuple[float, float]) -> Area:
    """Give the room between title and footers, as wide as the title or, where that is narrow, as the slide."""
    title = title_of(layout)
    head = (area_of(title) if title is not None else None) or Area(EDGE, EDGE, size[0] - 2 * EDGE, 2 * EDGE)
    low = min([area.top for area in _feet_below(layout, head)], default=size[1] - EDGE)
    edge = max(EDGE, head.left) if head.width >= size[0] * 0.6 else EDGE
    right = min(size[0] - EDGE, max(head.right, size[0] - edge))
    body = Area(edge, head.bottom + GAP / 2, right - edge, low - head.bottom - GAP)
    if body.width < LEAST_ROOM[0] or body.height < LEAST_ROOM[1]:
        sides = {"wide": body.width, "high": body.height, "least_wide": LEAST_ROOM[0], "least_high": LEAST_ROOM[1]}
        in_cm = {name: f"{max(side, 0) / 72 * 2.54:.1f}" for name, side in sides.items()}
        raise AtlasError(deck.NO_ROOM.format(**in_cm))
    return body


def _feet_below(layout: SlideLayout, head: Area) -> Iterator[Area]:
    areas = (area_of(each) for each in feet_of(layout))
    return (area for area in areas if area is not None and area.top >= head.bottom)


def _points(emu: int | None) -> float:
    return int(emu or 0) / EMU_PER_POINT
