"""The cover of a deck: title, subtitle and stamp; ours stands beside a quiet map of the world's land."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from analysis.document import Document
from i18n import deck, digest
from render.caption import OUTLINES
from render.deck import blocks
from render.deck.area import OWN_FEET, Area
from render.deck.fitting import fit
from render.deck.map import Mapped, map_of
from render.deck.map_place import MapPlace, paper_of
from render.deck.spread import FIRST, MAP_FIRST, Picture, Setting, Spread
from render.deck.telling import all_of, notes_of, parts_of
from render.slides.shapes import Named
from scene.choice import Choice
from scene.scene import build_scene

MAP = Area(424.0, 236.0, 500.0, 250.0)
ABOUT = Area(48.0, 268.0, 352.0, 216.0)
CREDIT = Area(424.0, 488.0, 500.0, 14.0)
CREDIT_SIZE = 9.0
STAMP_TOP = 24.0


def cover(document: Document, setting: Setting, date: str) -> Spread:
    """Compose the cover; a template's cover keeps its own look and carries no map."""
    numbers = count(FIRST)
    head = Area(setting.room.body.left, STAMP_TOP, setting.room.body.width, setting.room.head.height)
    shapes = [blocks.stamp_of(next(numbers), setting, head)[0]] if setting.choice.stamp else []
    pictures: tuple[Picture, ...] = ()
    if setting.is_house:
        drawn = _land(setting)
        shapes += [drawn.shapes, *_words(document, setting, numbers)]
        meaning = deck.COVER_MAP[setting.lang]
        pictures = (Picture(drawn.picture, MAP, Named(deck.MAP[setting.lang], meaning)),) if setting.plain else ()
    low = setting.size[1] - setting.room.body.left
    shapes += blocks.own_feet(numbers, setting.cover_lacks, Area(head.left, low, head.width, OWN_FEET), date, setting)
    return Spread(document.id, document.title, "".join(shapes), notes_of(document, (), date), date,
                  subtitle=_subtitle(document, setting), pictures=pictures, is_cover=True,
                  meanings=(deck.COVER_MAP[setting.lang],) if setting.is_house else (),
                  told="\n".join((all_of(document), OUTLINES[setting.lang], date)))


def _subtitle(document: Document, setting: Setting) -> str:
    """Give the subtitle; on a template's cover, which says nothing else, also what the deck is narrowed to."""
    if setting.is_house:
        return document.subtitle
    asked = digest.NARROWED[setting.lang]
    narrowed = [item.text for part in parts_of(document) for item in part.items if item.label == asked]
    return "\n".join([*narrowed, *document.subtitle.split(digest.BETWEEN[setting.lang])])


def _words(document: Document, setting: Setting, numbers: Iterator[int]) -> Iterator[str]:
    """Write what is in the deck, and whose outlines the map has."""
    fitted = fit(parts_of(document), ABOUT.width, ABOUT.height, setting.lang)
    yield from blocks.facts(numbers, fitted, ABOUT, setting)
    yield blocks.map_note(next(numbers), OUTLINES[setting.lang], CREDIT, CREDIT_SIZE, setting)


def _land(setting: Setting) -> Mapped:
    """Draw the world without any facts; it says of itself that it is a decoration."""
    bare = Choice(layers=frozenset(), look=setting.choice.look, lang=setting.lang, parts=frozenset(),
                  projection=setting.choice.projection, centre=setting.choice.centre)
    scene = build_scene(bare)
    place = MapPlace(MAP, paper_of(MAP, CREDIT_SIZE), "", CREDIT, 0.0)
    return map_of(scene, place, first=MAP_FIRST, plain=setting.plain, meaning=deck.COVER_MAP[setting.lang])
