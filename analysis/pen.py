"""What writes the documents of the desks: lines in one language, each with its view and its numbered sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.document import Block, Bullets, Citations, Document, Line, Paragraph, Section
from analysis.newest import newest_rows
from geo.tables import split
from i18n import plan_words as words
from i18n.text import LISTED, Lang, Text
from layers.base import Kind, Layer
from layers.dataset import dataset_date
from layers.registry import our_layers
from layers.wording import Row, country_names, look_of, name_of, newest_first, pages, read_cell
from scene.choice import Choice
from scene.grammar import write_choice
from scene.sieve import Sieve
from scene.survey import readable

NOT_ENGAGEMENT = frozenset({"landings", "redundancy", "plan20"})
"""Points of cables and what follows from cables, which count as cables; and the old plan, which is words."""
NAMED = 4
"""Countries that a line names; the rest is counted."""


def whole(choice: Choice) -> Choice:
    """Give a choice with all layers of engagement on and nothing opened, turned, cut or framed; its filters stay."""
    layers = frozenset(our_layers()) - NOT_ENGAGEMENT
    return replace(choice, layers=layers, select=(), table="", sort="", page=0, bbox=None, cut=(), title="")


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in the language of a choice; `choice` is the view that the document stands beside."""

    choice: Choice
    citations: Citations

    @classmethod
    def of(cls, choice: Choice) -> Pen:
        """Take up a pen for a view."""
        return cls(choice, Citations(choice.lang))

    @property
    def lang(self) -> Lang:
        return self.choice.lang

    def view(self, *, layer: str = "", **parts: str) -> str:
        """Write the query of this view, narrowed: `country="UZB"`, `region`, `field`, or one layer alone."""
        choice = self.choice
        for key, code in parts.items():
            choice = choice.narrowed(key, frozenset(split(code)))
        return write_choice(replace(choice, layers=frozenset({layer})) if layer else choice)

    def item(self, layer_id: str, row_id: str) -> str:
        """Write the query of this view with one layer on and one of its rows opened."""
        return write_choice(replace(self.choice, layers=frozenset({layer_id}), select=(row_id,)))

    def says(self, text: Text, query: str = "") -> Line:
        """Say something of our own."""
        return Line(text[self.lang], query=query)

    def plan(self, text: str, query: str = "") -> Line:
        """Say what the plan says, and cite its outline."""
        return Line(text, self.citations.all(pages("seed", self.lang)), query)

    def heads(self, line: Line) -> Paragraph:
        """Let a line head the blocks that follow it."""
        return Paragraph((line,), leads=True)

    def row(self, layer: Layer, row: Row) -> Line:
        """Say of a row what a list needs: name, countries, date, status, and when that was true."""
        details = LISTED[self.lang].join(dict.fromkeys(filter(None, self._details(layer, row))))
        text = words.WITH_DETAILS.format(name=name_of(row, self.lang), details=details)[self.lang]
        return Line(text, self.citations.of(row), self.item(layer.id, str(row["id"])), str(row["id"]))

    def _details(self, layer: Layer, row: Row) -> Iterable[str]:
        if layer.kind != Kind.AREA:
            yield _places(str(row["iso_a3"]), self.lang) or read_known(layer, "bodies", row, self.lang)
        date = read_known(layer, "date", row, self.lang)
        yield words.LABELLED.format(label=layer.field("date").label, value=date)[self.lang] if date else ""
        yield look_of(layer, row, self.lang)
        yield read_known(layer, "status", row, self.lang)
        yield words.AT.format(date=row["status_as_of"])[self.lang] if row["status_as_of"] else ""

    def listed(self, sieve: Sieve) -> Section:
        """List the rows that a layer shows in this view, newest first, under their count."""
        rows = newest_first(sieve.each_row(self.choice))
        lines = [self.row(sieve.layer, row) for row in rows]
        count = words.COUNTED if rows else words.NONE_SHOWN
        head = Paragraph((self.says(count.format(count=len(rows)), self.view(layer=sieve.layer.id)),))
        blocks: tuple[Block, ...] = (head, Bullets(tuple(lines))) if lines else (head,)
        return Section(sieve.layer.id, sieve.layer.title[self.lang], blocks)

    def lists(self, *more: str, empty: bool = True) -> list[Section]:
        """List every layer of this view, and more if asked, in sections; `empty` = those without rows too."""
        on = [layer_id for layer_id in our_layers() if layer_id in self.choice.layers or layer_id in more]
        sieves = readable(on, self.choice.plan)
        return [self.listed(sieve) for sieve in sieves if empty or sieve.shown(self.choice).any()]

    def newest(self, most: int = 10) -> Section:
        """List the newest dated rows of this view."""
        lines = tuple(self.row(layer, row) for layer, row in newest_rows(self.choice, most))
        block: Block = Bullets(lines, ordered=True) if lines else Paragraph((self.says(words.NO_NEWEST),))
        return Section("newest", words.NEWEST[self.lang], (block,))

    def document(
        self, name: str, title: str, subtitle: str, sections: Sequence[Section], *, mapped: bool = True,
    ) -> Document:
        """Bind the sections; the sources are those that they cite; `mapped` = the view stands beside it as a map."""
        return Document(
            name, self.lang, title, subtitle, tuple(sections), self.citations.numbered,
            write_choice(self.choice) if mapped else "", dataset_date().isoformat(),
        )


def _places(cell: str, lang: Lang) -> str:
    """Name the countries of a row, the first few where there are many."""
    codes = split(cell)
    named = country_names("|".join(codes[:NAMED]), lang)
    more = len(codes) - NAMED
    return words.AND_MORE.format(names=named, count=more)[lang] if more > 0 else named


def read_known(layer: Layer, name: str, row: Row, lang: Lang) -> str:
    """Read the cell of a field; "" where the layer has none of that name."""
    found = next((field for field in layer.fields if field.id == name), None)
    return read_cell(found, row, lang, layer) if found else ""
