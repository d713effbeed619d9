"""The sources of a view in short: who publishes them, under what terms they are used, and how facts are to be read."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.digest.scribe import VIEW, Scribe
from analysis.digest.view import filters, told
from analysis.document import Block, Bullets, Document, Grid, Line, Paragraph, Section
from analysis.publishers import behind_rows, publishers_of
from i18n import brief, licence_words
from i18n import digest as words
from i18n.text import LISTED, Text
from layers.base import Kind
from scene.choice import Choice

OUTLINES, PLACES, FIRST_OF_ALL = 0, 1, 2
"""Of the licences: those that any map rests on, and that of its points."""


def sources_digest(choice: Choice) -> Document:
    """Tell where the rows of a view are from."""
    scribe = Scribe.of(told(choice))
    sections = (_publishers(scribe), _credits(scribe), _reading(scribe))
    title = words.SOURCES[scribe.lang]
    return scribe.document("sources", title, words.SOURCES_SUBTITLE, sections, has_map=False)


def _publishers(scribe: Scribe) -> Section:
    """List the publishers, the weightiest first, each with a row that rests on it and the layers that it supports."""
    lang, examples = scribe.lang, _examples(scribe)
    rows = tuple(
        (Line(publisher.name, fact=examples[publisher.name]), Line(LISTED.join(list(publisher.layers))[lang]))
        for publisher in publishers_of(scribe.scene.sheets, lang)
    )
    title, head = words.PUBLISHERS[lang], (words.PUBLISHER[lang], words.SUPPORTS[lang])
    block: Block = Grid(title, head, rows) if rows else Paragraph((scribe.says(words.NO_SOURCES),))
    narrowed = filters(scribe.choice)
    said = scribe.says(words.FILTERS + narrowed, scribe.pen.view(), VIEW)
    return Section("publishers", title, (block, Paragraph((said,))) if narrowed else (block,))


def _examples(scribe: Scribe) -> dict[str, str]:
    found: dict[str, str] = {}
    for sheet in scribe.scene.sheets:
        for names, row_id in zip(behind_rows(sheet, scribe.lang), sheet.rows["id"], strict=True):
            for name in sorted(names):
                found.setdefault(name, f"{sheet.layer.id}:{row_id}")
    return found


def _credits(scribe: Scribe) -> Section:
    numbers = [number for number in range(len(licence_words.LICENCES))
               if number != PLACES or scribe.scene.shows_points]
    lines = tuple(_credit(scribe, number) for number in numbers[:FIRST_OF_ALL + 1])
    return Section("credits", words.CREDITS[scribe.lang], (Bullets(lines),))


def _credit(scribe: Scribe, number: int) -> Line:
    each = licence_words.LICENCES[number]
    said = brief.LABELLED.format(label=each.what, words=each.licence)
    return Line(said[scribe.lang], fact=f"licence:{number}")


def _reading(scribe: Scribe) -> Section:
    lines = tuple(scribe.says(text) for text in _notes(scribe))
    return Section("reading", words.READING[scribe.lang], (Bullets(lines),))


def _notes(scribe: Scribe) -> Iterator[Text]:
    for sheet in scribe.scene.sheets:
        if sheet.layer.kind == Kind.LINE and sheet.layer.note and len(sheet.rows):
            yield brief.LABELLED.format(label=sheet.layer.title, words=sheet.layer.note)
    yield from (words.DATES, words.AS_OF_MEANS, words.CONFIDENCE, words.UNDETERMINED)
