"""Where everything is from: publishers, kinds of source, licences, and what confidence means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from analysis.document import Bullets, Document, Facts, Grid, Line, Paragraph, Section
from analysis.pen import Pen
from analysis.publishers import OUTLINE, hosts, notes
from geo.tables import split
from i18n import licence_words
from i18n import plan_words as words
from i18n.text import Lang
from layers.common import CONFIDENCE
from layers.registry import our_layers
from layers.wording import Row, records
from scene.choice import Choice
from scene.survey import readable


def sources_page(choice: Choice) -> Document:
    """Write the page of sources in the language of a choice; every row counts, hidden ones as well."""
    pen = Pen.of(Choice(lang=choice.lang))
    rows = list(fact_rows())
    sections = (
        _confidence(pen, rows), _licences(pen), _publishers(pen, rows), _kinds(pen, rows),
    )
    title, subtitle = words.SOURCES_TITLE[pen.lang], words.SOURCES_SUBTITLE[pen.lang]
    return pen.document("sources", title, subtitle, sections, mapped=False)


def fact_rows() -> Iterator[Row]:
    """Go through every row of every layer that can be read."""
    for sieve in readable(our_layers()):
        yield from records(sieve.rows.drop(columns="geometry"))


def _publishers(pen: Pen, rows: list[Row]) -> Section:
    counts = Counter(host for row in rows for host in hosts(row))
    outline = sum(OUTLINE in split(str(row["source_urls"])) for row in rows)
    head = (words.PUBLISHER[pen.lang], words.CITED_BY[pen.lang])
    lines = [(pen.plan(words.FROM_PLAN[pen.lang]), Line(str(outline)))]
    lines += _ranked(counts)
    return Section("publishers", words.PUBLISHERS[pen.lang], (Grid(words.PUBLISHERS[pen.lang], head, tuple(lines)),))


def _kinds(pen: Pen, rows: list[Row]) -> Section:
    """Count the facts whose source is told in words, for there is no page to link."""
    counts = Counter(note for row in rows for note in notes(row, pen.lang))
    head = (words.SOURCE_KIND[pen.lang], words.CITED_BY[pen.lang])
    grid = Grid(words.SOURCE_KINDS[pen.lang], head, tuple(_ranked(counts)))
    return Section("kinds", words.SOURCE_KINDS[pen.lang], (grid,))


def _ranked(counts: Counter[str]) -> list[tuple[Line, Line]]:
    """List what was counted, the most cited first."""
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [(Line(name), Line(str(count))) for name, count in ranked]


def _licences(pen: Pen) -> Section:
    head = (words.LICENSED[pen.lang], words.LICENCE[pen.lang], words.ATTRIBUTION[pen.lang])
    rows = tuple((pen.says(each.what), pen.says(each.licence), pen.says(each.attribution))
                 for each in licence_words.LICENCES)
    note = Paragraph((pen.says(licence_words.NO_COMMERCIAL_GEOMETRY),))
    return Section("licences", words.LICENCES[pen.lang], (Grid(words.LICENCES[pen.lang], head, rows), note))


def _confidence(pen: Pen, rows: list[Row]) -> Section:
    counts = Counter(str(row["confidence"]) for row in rows)
    pairs = tuple((grade.label[pen.lang], Line(_graded(grade.code, counts, pen.lang))) for grade in CONFIDENCE)
    how = Bullets((pen.says(licence_words.NOT_TODAY), pen.says(licence_words.UNKNOWN_MEANS)))
    return Section("confidence", words.CONFIDENCE_HOW[pen.lang], (Facts(pairs), how))


def _graded(code: str, counts: Counter[str], lang: Lang) -> str:
    return licence_words.GRADED.format(meaning=licence_words.GRADES[code], count=counts[code])[lang]
