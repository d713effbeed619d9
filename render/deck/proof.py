"""The proof of a deck: read back before it is handed over; the first fault found holds it back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, combinations

from pptx import Presentation
from pptx.presentation import Presentation as File

from i18n.errors import AtlasError
from i18n.text import Text
from i18n.words import APP
from render.caption import stamp_pieces
from render.deck import faults
from render.deck.area import Area
from render.deck.reading import Thing, least_size, things_of
from render.deck.spread import Setting, Spread
from render.packet import read_memory
from render.picture.fonts import missing
from render.slides.proof import ON_FILES
from scene.grammar import read_choice

LEAST_SIZE = 6.0
"""Points: numbers of sources, which stand beside words of 12 points and more."""
LEAST_WORDS = 8.9
"""Points, of all other words."""
CITED = re.compile(r"\s*\[[\d, –]+\]\s*")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SHOWN = ("map", "picture", "chart", "table")
SLACK = 1.5
"""Points by which words may be higher than their box for rounding."""
LONGEST = 30
"""Characters of a fault's words."""


def prove(content: bytes, spreads: Sequence[Spread], setting: Setting) -> None:
    """Make sure that a finished deck is whole, legible and true; raises AtlasError with the first fault found."""
    fault = next(faults_of(content, spreads, setting), None)
    if fault is not None:
        raise AtlasError(fault)


def faults_of(content: bytes, spreads: Sequence[Spread], setting: Setting) -> Iterator[Text]:
    """List the faults of a finished deck, as they are found."""
    try:
        file = Presentation(BytesIO(content))
        slides = [(slide, things_of(slide)) for slide in file.slides]
    except ON_FILES:
        yield faults.BROKEN_FILE
        return
    yield from _whole(content, file, len(spreads), setting)
    yield from _titles([things for _slide, things in slides], spreads)
    paper = Area(0, 0, *setting.size)
    for at, ((slide, things), spread) in enumerate(zip(slides, spreads, strict=False), 1):
        size, words = least_size(slide)
        if size < (LEAST_SIZE if CITED.fullmatch(words) else LEAST_WORDS):
            yield faults.TOO_SMALL.format(at=at, words=_short(words))
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        if notes != spread.notes:
            yield faults.OTHER_NOTES.format(at=at)
        yield from chain(_places(at, things, paper), _said(at, things, spread, setting), _shown(at, things, spread))
        yield from _charts(at, slide, spread)


def _whole(content: bytes, file: File, right: int, setting: Setting) -> Iterator[Text]:
    if len(file.slides) != right:
        yield faults.OTHER_COUNT.format(count=len(file.slides), right=right)
    for part in file.part.package.iter_parts():
        outside = next((rel.target_ref for rel in part.rels.values() if rel.is_external), None)
        if outside is not None:
            yield faults.OUTSIDE_LINK.format(words=_short(outside))
    try:
        remembered = read_choice(read_memory(content).query).choice
    except AtlasError:
        yield faults.NO_MEMORY
        return
    if remembered != setting.choice:
        yield faults.OTHER_MEMORY


def _titles(slides: Sequence[Sequence[Thing]], spreads: Sequence[Spread]) -> Iterator[Text]:
    found = [next((thing.text for thing in things if thing.kind == "title"), "") for things in slides]
    for at, (words, spread) in enumerate(zip(found, spreads, strict=False), 1):
        if not words.strip():
            yield faults.NO_TITLE.format(at=at)
        elif words != spread.title:
            yield faults.OTHER_TITLE.format(at=at, words=_short(words), right=_short(spread.title))
        if words.strip() and words in found[:at - 1]:
            yield faults.SAME_TITLE.format(at=at, words=_short(words))


def _places(at: int, things: Sequence[Thing], paper: Area) -> Iterator[Text]:
    """Tell what runs out of its box, off the slide or over something else."""
    placed = [(thing, thing.area) for thing in things if thing.area and thing.kind != "other"]
    for thing, area in placed:
        if not paper.holds(area):
            yield faults.OFF_SLIDE.format(at=at, words=_short(thing.text or thing.name))
        if thing.kind in ("words", "table") and thing.height > area.height + SLACK:
            yield faults.OVERFLOW.format(at=at, words=_short(thing.text))
    for (one, area), (other, area2) in combinations(placed, 2):
        if area.overlaps(area2, slack=SLACK):
            words = {"words": _short(one.text or one.name), "other": _short(other.text or other.name)}
            yield faults.OVERLAP.format(at=at, **words)


def _said(at: int, things: Sequence[Thing], spread: Spread, setting: Setting) -> Iterator[Text]:
    """Compare the words of a slide with what must stand on it and what its facts say."""
    every, feet = "\n".join(thing.text for thing in things), {t.place: t.text for t in things if t.kind == "foot"}
    for words in stamp_pieces(setting.choice.stamp, setting.lang):
        if words not in every:
            yield faults.NO_STAMP.format(at=at, words=words)
    if spread.date not in every:
        yield faults.NO_DATE.format(at=at)
    if APP[setting.lang] not in every:
        yield faults.NO_APP.format(at=at)
    if feet.get("sldNum", str(at)) != str(at) or str(at) not in every:
        yield faults.NO_NUMBER.format(at=at)
    if characters := missing([every]):
        yield faults.NO_GLYPH.format(at=at, characters=characters)
    known = set(NUMBER.findall(spread.told)) | {str(at)}
    said = "\n".join(CITED.sub(" ", thing.text) for thing in things if thing.kind in ("words", "table"))
    for number in dict.fromkeys(NUMBER.findall(said)):
        if number not in known:
            yield faults.UNTRACED.format(at=at, words=number)


def _shown(at: int, things: Sequence[Thing], spread: Spread) -> Iterator[Text]:
    """Compare what is read out for maps, pictures, charts and tables with what they show."""
    shown = [thing for thing in things if thing.kind in SHOWN]
    for thing in shown:
        if not thing.meaning:
            yield faults.NO_MEANING.format(at=at, words=thing.name)
        elif thing.meaning not in spread.meanings:
            yield faults.OTHER_MEANING.format(at=at, words=thing.name)
    for meaning in spread.meanings:
        if meaning not in [thing.meaning for thing in shown]:
            yield faults.MISSING.format(at=at, words=_short(meaning))


def _charts(at: int, slide: object, spread: Spread) -> Iterator[Text]:
    charts = [shape.chart for shape in slide.shapes if getattr(shape, "has_chart", False)]  # type: ignore[attr-defined]
    for chart, asked in zip(charts, spread.charts, strict=False):
        found = [tuple(series.values) for series in chart.plots[0].series]
        if found != [tuple(values) for values in zip(*asked.values, strict=True)]:
            yield faults.OTHER_VALUES.format(at=at)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST - 1] + "…"
