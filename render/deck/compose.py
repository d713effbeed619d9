"""The composition of slides: what a short document becomes on one slide or, where it holds long tables, on several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from analysis.deck import COVER
from analysis.document import Document
from i18n import deck
from i18n.years import plain_date
from render.caption import AS_OF
from render.deck import blocks
from render.deck.area import Area, columns
from render.deck.cover import cover
from render.deck.fitting import Part, fit
from render.deck.map import Mapped, map_of
from render.deck.map_place import NOTE_SIZE, MapPlace, largest_map, place_map, scene_of, size_alone
from render.deck.sheets import sheets_of
from render.deck.spread import FIRST, MAP_FIRST, Picture, Setting, Spread
from render.deck.telling import all_of, notes_of, parts_of, sources_of
from render.slides.shapes import Named
from scene.choice import TITLE_LENGTH, Choice
from scene.grammar import read_choice
from scene.scene import Scene

LARGE_ENOUGH = 0.6
"""How large a map must be, as a share of what it would be beside the facts without its legend."""
UNDER = 3
"""Columns of facts under a map."""


def spreads_of(document: Document, setting: Setting) -> tuple[Spread, ...]:
    """Compose the slides of a document: one with its map, or as many as its tables need."""
    date = AS_OF.format(date=plain_date(document.as_of))[setting.lang]
    if document.id == COVER:
        return (cover(document, setting, date),)
    found = tuple((_with_a_map if document.query else _without_a_map)(document, setting, date))
    if len(found) == 1:
        return found
    titles = (deck.CONTINUED.format(title=document.title, at=at, of=len(found))[setting.lang]
              for at in range(1, len(found) + 1))
    return tuple(replace(spread, title=title) for spread, title in zip(found, titles, strict=True))


def _with_a_map(document: Document, setting: Setting, date: str) -> Iterator[Spread]:
    """Compose a slide of map and facts; a map whose legend leaves it no room beside them has a slide of its own."""
    scene = scene_of(_view(document, setting), document.title[:TITLE_LENGTH])
    place, told = _arranged(scene, parts_of(document), setting)
    drawn = map_of(scene, place, first=MAP_FIRST, plain=setting.plain)
    yield _spread(document, setting, date, (place, drawn), told)
    if told is None:
        yield from _without_a_map(document, setting, date)


def _arranged(scene: Scene, parts: list[Part], setting: Setting) -> tuple[MapPlace, tuple[Area, int] | None]:
    """Choose where the map stands, and where the facts: beside it, under it, or on a slide of their own (None)."""
    (left, right), (upper, lower) = setting.room.beside(), setting.room.stacked()
    enough = LARGE_ENOUGH * size_alone(scene, left)
    if place := place_map(scene, left, enough=enough):
        return place, (right, 1)
    fits = not fit(parts, columns(lower, UNDER)[0].width, lower.height, setting.lang, columns=UNDER).lost
    if fits and (place := place_map(scene, upper, enough=enough)):
        return place, (lower, UNDER)
    return largest_map(scene, setting.room.middle), None


def _spread(
    document: Document, setting: Setting, date: str, shown: tuple[MapPlace, Mapped], told: tuple[Area, int] | None
) -> Spread:
    """Lay map, notes of the map, facts and sources onto one slide."""
    (place, drawn), numbers = shown, count(FIRST)
    area, across = told or (setting.room.middle, 1)
    parts = parts_of(document) if told else []
    fitted = fit(parts, columns(area, across)[0].width, area.height, setting.lang, columns=across)
    shapes = [
        *blocks.head(numbers, document.subtitle, setting), drawn.shapes,
        blocks.map_note(next(numbers), place.note, place.note_area, NOTE_SIZE, setting),
        *blocks.facts(numbers, fitted, area, setting, count=across),
        *_feet(document, numbers, setting, date),
    ]
    picture = Picture(drawn.picture, place.area, Named(deck.MAP[setting.lang], drawn.meaning))
    return Spread(document.id, document.title, "".join(shapes), notes_of(document, fitted.lost, date), date,
                  pictures=(picture,) if setting.plain else (), meanings=(drawn.meaning,),
                  told="\n".join((all_of(document), place.note, fitted.more, date)))


def _view(document: Document, setting: Setting) -> Choice:
    """Read the view of a document's map in the look of the deck."""
    own, deck_s = read_choice(document.query).choice, setting.choice
    return replace(own, look=deck_s.look, ground=deck_s.ground, parts=deck_s.parts, projection=deck_s.projection,
                   centre=deck_s.centre, centre_lat=deck_s.centre_lat, lang=deck_s.lang)


def _without_a_map(document: Document, setting: Setting, date: str) -> Iterator[Spread]:
    """Compose slides of tables, charts and words one after the other; the foot stands on each."""
    for sheet in sheets_of(document, setting):
        numbers = count(FIRST)
        shapes = [*blocks.head(numbers, document.subtitle, setting), *sheet.shapes(numbers),
                  *_feet(document, numbers, setting, date)]
        notes = notes_of(document, sheet.lost, date)
        yield Spread(document.id, document.title, "".join(shapes), notes, date, charts=sheet.charts,
                     meanings=sheet.meanings, told="\n".join((all_of(document), sheet.more, date)))


def _feet(document: Document, numbers: Iterator[int], setting: Setting, date: str) -> Iterator[str]:
    """Write the sources, and under them the footers that a template has no place for."""
    yield from blocks.foot(numbers, sources_of(document), setting)
    yield from blocks.own_feet(numbers, setting.lacks, setting.room.feet, date, setting)
