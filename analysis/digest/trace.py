"""Whether every number of a short document can be traced: to a row that its line names, or to its view counted anew.

That a line cites a source is not enough. The title of a cover is the person's own and is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.deck import COVER
from analysis.digest.backing import said_by, values
from analysis.digest.numbers import numbers
from analysis.digest.recount import Recount, said_of_view
from analysis.digest.scribe import VIEW
from analysis.document import Bars, Block, Document, Facts, Grid, Line, lines_of
from geo.files import held_still
from i18n.text import Lang
from i18n.years import plain_date
from layers.registry import find_layers
from scene.grammar import read_choice

OF_THE_PLAN = ("figures:fig01", "figures:fig02", "figures:fig31", "figures:fig32")
"""What headings say of the plan: its year, when it was published, how many fields and regions it has."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A number of a line, and what backs it: ids of facts, the query that counts it, or nothing."""

    line: str
    number: str
    facts: tuple[str, ...]
    query: str = ""

    @property
    def is_backed(self) -> bool:
        return bool(self.facts or self.query)


def untraced(document: Document) -> tuple[str, ...]:
    """Name the numbers that nothing backs, each with its line."""
    return tuple(f"{document.id}: {each.number} / {each.line}" for each in trace(document) if not each.is_backed)


def trace(document: Document) -> tuple[Traced, ...]:
    """Say of every number in a document what backs it, headings first."""
    with held_still():
        return (*_headings(document), *(traced for line in _lines(document) for traced in _of_line(line, document)))


def _of_line(line: Line, document: Document) -> Iterator[Traced]:
    plan = read_choice(line.query).choice.plan if line.query else ""
    known = {fact: said_by(fact, document.lang, plan) for fact in line.fact.split() if fact != VIEW}
    if VIEW in line.fact.split() and line.query:
        known[VIEW] = said_of_view(line.query, document.lang)
    text = _without_layers(line.text, document.lang)
    for number in numbers(text):
        facts = tuple(fact for fact, said in known.items() if number.value in said)
        is_count = not facts and line.query and Recount.of(line.query).backs(number, text)
        yield Traced(line.text, number.value, facts, line.query if is_count else "")


def _headings(document: Document) -> Iterator[Traced]:
    """Trace titles, captions and heads of columns: to the plan, the thing itself, the date of the data, the view."""
    own = (f"plan:{document.id}", document.id, *OF_THE_PLAN)
    known = {fact: said_by(fact, document.lang) for fact in own if ":" in fact}
    known["as_of"] = values([document.as_of, plain_date(document.as_of)[document.lang]])
    if document.query:
        known[VIEW] = said_of_view(document.query, document.lang)
    for text in _titles(document):
        for number in numbers(_without_layers(text, document.lang)):
            yield Traced(text, number.value, tuple(fact for fact, said in known.items() if number.value in said))


def _without_layers(text: str, lang: Lang) -> str:
    """Take the titles of layers out of a text: a number in a name says nothing."""
    for layer in find_layers().values():
        text = text.replace(layer.title[lang], "")
    return text


def _titles(document: Document) -> Iterator[str]:
    if document.id != COVER:
        yield document.title
    yield document.subtitle
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            if isinstance(block, Grid):
                yield from (block.caption, *block.head)


def _lines(document: Document) -> Iterator[Line]:
    for section in document.sections:
        for block in section.blocks:
            yield from (*lines_of(block), *_beside(block))


def _beside(block: Block) -> Iterator[Line]:
    """Give what stands beside the lines of a block and rests on what they rest on: labels, and figures of bars."""
    if isinstance(block, Facts):
        yield from (replace(line, text=label) for label, line in block.pairs)
    if isinstance(block, Bars):
        yield from (replace(bar.label, text=f"{value:g}") for bar in block.bars for value in (bar.value, bar.target)
                    if value is not None)
