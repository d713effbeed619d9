"""The composition of slides: what a short document becomes on one slide or, where it holds long tables, on several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from analysis.document import Document
from i18n import deck
from i18n.years import plain_date
from render.caption import AS_OF
from render.deck import blocks
from render.deck.area import columns
from render.deck.cover import cover
from render.deck.fitting import fit
from render.deck.map import map_of
from render.deck.map_place import NOTE_SIZE, place_map, scene_of
from render.deck.sheets import sheets_of
from render.deck.spread import FIRST, MAP_FIRST, Picture, Setting, Spread
from render.deck.telling import notes_of, parts_of, sources_of
from render.slides.shapes import Named
from scene.choice import TITLE_LENGTH, Choice
from scene.grammar import read_choice

UNDER_A_MAP = 3
"""Columns of facts under a wide map."""


def spreads_of(document: Document, setting: Setting) -> tuple[Spread, ...]:
    """Compose the slides of a document: one with its map, or as many as its tables need."""
    date = AS_OF.format(date=plain_date(document.as_of))[setting.lang]
    if document.id == "cover":
        return (cover(document, setting, date),)
    if document.query:
        return (_beside_a_map(document, setting, date),)
    found = tuple(_without_a_map(document, setting, date))
    if len(found) == 1:
        return found
    titles = (deck.CONTINUED.format(title=document.title, at=at, of=len(found))[setting.lang]
              for at in range(1, len(found) + 1))
    return tuple(replace(spread, title=title) for spread, title in zip(found, titles, strict=True))


def _beside_a_map(document: Document, setting: Setting, date: str) -> Spread:
    numbers, room = count(FIRST), setting.room
    scene = scene_of(_view(document, setting), document.title[:TITLE_LENGTH])
    arrangements = room.beside(), room.stacked()
    at, place = place_map(scene, tuple(area for area, _facts in arrangements))
    area, across = arrangements[at][1], (1, UNDER_A_MAP)[at]
    fitted = fit(parts_of(document), columns(area, across)[0].width, area.height, setting.lang, columns=across)
    drawn = map_of(scene, place, first=MAP_FIRST, plain=setting.plain)
    pictures = (Picture(drawn.picture, place.area, Named(deck.MAP[setting.lang], drawn.meaning)),)
    shapes = [
        *blocks.head(numbers, document.subtitle, setting), drawn.shapes,
        blocks.map_note(next(numbers), place.note, place.note_area, NOTE_SIZE, setting),
        *blocks.facts(numbers, fitted, area, setting, count=across),
        *blocks.foot(numbers, sources_of(document), setting),
    ]
    notes = notes_of(document, fitted.lost, date)
    return Spread(document.id, document.title, "".join(shapes), notes, date, pictures=pictures if setting.plain else ())


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
                  *blocks.foot(numbers, sources_of(document), setting)]
        notes = notes_of(document, sheet.lost, date)
        yield Spread(document.id, document.title, "".join(shapes), notes, date, charts=sheet.charts)

