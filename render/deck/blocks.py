"""The text boxes of a slide: subtitle and stamp above, facts in columns, notes of the map, sources at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from i18n import deck
from i18n.text import Lang
from i18n.words import APP
from render.caption import stamp_line
from render.deck.area import GAP, Area, columns
from render.deck.fitting import (
    BEFORE_HEADING,
    BEFORE_LINE,
    HANG,
    Fitted,
    Item,
    Part,
    balanced,
    label_column,
    lines_of,
    part_height,
    wide,
)
from render.deck.spread import Setting
from render.deck.telling import Origin
from render.deck.words import BULLET, Run, Said, cites_of, rule, text_box
from render.palette import PALETTES
from render.picture.canvas import LINE_HEIGHT
from render.slides.shapes import Named

SUBTITLE_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
STAMP_SIZE, STAMP_PAD, STAMP_SHARE = 12.0, 6.0, 0.7
"""Size and padding of the stamp line, and the share of the head beyond which it is set smaller; it is never cut."""
FOOT_SIZES = (10.0, 9.0)
NUMBER_SIGN = "‹#›"
"""Stands for the number of a slide, which is known when the deck is put together."""
BETWEEN_SOURCES = "  "


def head(numbers: Iterator[int], subtitle: str, setting: Setting) -> Iterator[str]:
    """Write the stamp at the right of the head, and the subtitle left of it."""
    area = setting.room.head
    if setting.choice.stamp:
        stamp, box = stamp_of(next(numbers), setting, area)
        yield stamp
        area = area.cut(right=box.width + GAP)
    if subtitle:
        size = next((each for each in SUBTITLE_SIZES if len(lines_of(subtitle, each, area.width)) <= 1),
                    SUBTITLE_SIZES[-1])
        said = Said((Run(_shortened(subtitle, size, area.width), size, setting.quiet),))
        yield text_box(next(numbers), Named(deck.SUBTITLE[setting.lang]), area, [said], setting.lang, anchor="ctr")


def stamp_of(number: int, setting: Setting, area: Area) -> tuple[str, Area]:
    """Write the stamp line in its frame at the right end of an area; give its box."""
    words = stamp_line(setting.choice.stamp, setting.lang)
    size = STAMP_SIZE
    while wide(words, size) + 2 * STAMP_PAD > area.width * STAMP_SHARE and size > FOOT_SIZES[-1]:
        size -= 0.5
    across = wide(words, size) + 2 * STAMP_PAD
    box = Area(area.right - across, area.top, across, area.height)
    colour = PALETTES[setting.choice.look].stamp.lstrip("#").upper()
    said = Said((Run(words, size, colour),), align="ctr")
    named = Named(deck.STAMP[setting.lang])
    return text_box(number, named, box, [said], setting.lang, anchor="ctr", frame=colour), box


def facts(numbers: Iterator[int], fitted: Fitted, area: Area, setting: Setting, *, count: int = 1) -> Iterator[str]:
    """Write the parts that fit, each a text box, one under the other in so many columns; then what is left out."""
    places = columns(area, count)
    size, bottom = fitted.size, area.top
    room = area.height - (size * (LINE_HEIGHT + BEFORE_HEADING) if fitted.more else 0.0)
    place = places[0]
    for place, stack in zip(places, balanced(fitted.parts, size, places[0].width, room, count), strict=False):
        bottom = place.top
        for part in stack:
            high = part_height(part, size, place.width)
            box = Area(place.left, bottom, place.width, high)
            named = Named(part.heading or deck.FACTS[setting.lang])
            yield text_box(next(numbers), named, box, list(_said(part, size, place.width, setting)), setting.lang)
            bottom += high + BEFORE_HEADING * size
    if fitted.more:
        box = Area(place.left, bottom, place.width, size * LINE_HEIGHT)
        said = [Said((Run(fitted.more, size, setting.quiet),))]
        yield text_box(next(numbers), Named(fitted.more), box, said, setting.lang)


def _said(part: Part, size: float, width: float, setting: Setting) -> Iterator[Said]:
    if part.heading:
        yield Said((Run(part.heading, size, "accent1", bold=True),))
    column = label_column(part, size, width)
    for item in part.items:
        yield _line(item, size, column, setting)


def _line(item: Item, size: float, column: float, setting: Setting) -> Said:
    before = BEFORE_LINE * size
    cites = cites_of(item.cites, size, setting.quiet)
    value = Run(item.text, size)
    if item.label and column:
        return Said((Run(f"{item.label}\t", size, setting.quiet), value, *cites), column, before, tab=True)
    if item.label:
        return Said((Run(f"{item.label}: ", size, setting.quiet), value, *cites), 0.0, before)
    return Said((value, *cites), HANG * size if item.bullet else 0.0, before, bullet=BULLET if item.bullet else "")


def map_note(number: int, note: str, area: Area, size: float, setting: Setting) -> str:
    """Write the notes under a map."""
    said = [Said((Run(note, size, setting.quiet),))]
    return text_box(number, Named(deck.MAP_NOTES[setting.lang]), area, said, setting.lang)


def foot(numbers: Iterator[int], sources: Sequence[Origin], setting: Setting) -> Iterator[str]:
    """Write the numbered sources at the foot, as many as there is room for; the others are counted."""
    if not sources:
        return
    area = setting.room.foot
    yield rule(next(numbers), deck.RULE[setting.lang], area, setting.line)
    box = area.cut(top=3)
    size, words = fitting_sources(sources, box, setting.lang)
    heading = Run(f"{deck.SOURCES[setting.lang]} ", size, setting.quiet, bold=True)
    said = [Said((heading, Run(words, size, setting.quiet)))]
    yield text_box(next(numbers), Named(deck.SOURCES[setting.lang]), box, said, setting.lang)


def own_feet(
    numbers: Iterator[int], lacks: Sequence[str], area: Area, date: str, setting: Setting
) -> Iterator[str]:
    """Write the footers that a template has no place for: date left, name in the middle, number right."""
    said = {"dt": (date, "l"), "ftr": (APP[setting.lang], "ctr"), "sldNum": (NUMBER_SIGN, "r")}
    for name, place in zip(said, columns(area, len(said)), strict=True):
        if name in lacks:
            words, align = said[name]
            line = [Said((Run(words, FOOT_SIZES[0], setting.quiet),), align=align)]
            yield text_box(next(numbers), Named(words), place, line, setting.lang, anchor="ctr")


def fitting_sources(sources: Sequence[Origin], box: Area, lang: Lang) -> tuple[float, str]:
    """Give size and words of the sources that a box holds."""
    heading = f"{deck.SOURCES[lang]} "
    for shown in range(len(sources), -1, -1):
        left = sum(origin.count for origin in sources[shown:])
        more = [deck.MORE_SOURCES.format(count=left)[lang]] if left else []
        words = BETWEEN_SOURCES.join([*(origin.words for origin in sources[:shown]), *more])
        for size in FOOT_SIZES:
            if len(lines_of(heading + words, size, box.width)) * size * LINE_HEIGHT <= box.height:
                return size, words
    return FOOT_SIZES[-1], ""


def _shortened(text: str, size: float, width: float) -> str:
    """Cut words that no size makes fit a line; what is cut stands in the notes."""
    while wide(text, size) > width and len(text) > 1:
        text = text.removesuffix("…")[:-1] + "…"
    return text
