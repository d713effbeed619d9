"""What writes short documents: lines that fit beside a map, each with the ids or the view that its numbers rest on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.digest.short import LETTERS, clipped
from analysis.digest.view import mapped
from analysis.document import Block, Bullets, Document, Facts, Line, Paragraph, Section, lines_of
from analysis.newest import newest_rows
from analysis.pen import Pen, read_known
from geo.countries import read_countries
from geo.tables import split
from i18n import digest as words
from i18n.text import LISTED, Lang, Text, same, wide
from i18n.years import plain_date
from layers.base import Kind, Layer
from layers.dataset import dataset_date
from layers.wording import Row, country_names, dated, look_of, name_of, pages, preferred, sources
from scene.choice import Choice
from scene.grammar import write_choice
from scene.scene import Scene, build_scene
from scene.sheet import Sheet

VIEW = "view"
"""The id of a line that speaks of its own view: the title, and what it is narrowed to."""
LINES, NEWEST = 12, 3
"""Lines that a short document may have in all, and those of them that are news at the most."""
STATES = ("un_member", "un_observer", "state_non_un")
"""Kinds of places that count as countries."""
AT_ITS_END = re.compile(r"\s*[((][^()()]*[))]$")
LEAST = 24
"""Full-width letters that are kept for the name of a row."""
Pair = tuple[str, Line]


@dataclass(frozen=True)
class Scribe:
    """Writes the short document of a view; `scene` holds the view's rows, `pen` cites on the way."""

    pen: Pen
    scene: Scene

    @classmethod
    def of(cls, choice: Choice) -> Scribe:
        """Begin the document of a view."""
        return cls(Pen.of(choice), build_scene(choice))

    @property
    def lang(self) -> Lang:
        return self.pen.lang

    @property
    def choice(self) -> Choice:
        return self.pen.choice

    def says(self, text: Text, query: str = "", fact: str = "") -> Line:
        """Say something of our own."""
        return Line(clipped(text[self.lang]), query=query, fact=fact)

    def plan(self, text: str, fact: str, query: str = "") -> Line:
        """Say what the plan says, and cite its outline."""
        return Line(clipped(text), self.pen.citations.all(pages("seed", self.lang)), query, fact)

    def pair(self, label: Text, line: Line) -> Pair:
        """Put a label before a line that leaves room for it."""
        said = clipped(label[self.lang], LETTERS / 2)
        return said, replace(line, text=clipped(line.text, LETTERS - wide(said)))

    def row(self, layer: Layer, row: Row) -> Line:
        """Say of a row when, what, where, its status, and when that was true.

        Where there is little room, its kind and place are left out and a long name is cut; status and dates stay.
        """
        date = dated(layer.field("date"), row, plain_date(str(row["date"])), layer) if row["date"] else words.NO_DATE
        status = [read_known(layer, "status", row, self.lang), as_of(row)[self.lang]]
        more = [self._where(row), look_of(layer, row, self.lang)]
        for details in (more + status, more[:1] + status, status):
            listed = LISTED[self.lang].join(dict.fromkeys(filter(None, details)))
            around = words.DATED.format(date=date, name="", details=listed)[self.lang]
            if LETTERS - wide(around) >= LEAST:
                break
        name = named_in(name_of(row, self.lang), LETTERS - wide(around))
        return self.of_row(words.DATED.format(date=date, name=name, details=listed)[self.lang], layer, row)

    def of_row(self, text: str, layer: Layer, row: Row) -> Line:
        """Make a line of what a row says, cited and linked."""
        row_id = str(row["id"])
        cites = self.pen.citations.all(preferred(sources(row, self.lang)))
        return Line(clipped(text), cites, self.pen.item(layer.id, row_id), f"{layer.id}:{row_id}")

    def _where(self, row: Row) -> str:
        """Name the country of a row that has one, unless the document is of it or the name has it."""
        codes = split(str(row["iso_a3"]))
        where = country_names(str(row["iso_a3"]), self.lang)
        is_said = where in without_brackets(name_of(row, self.lang)) or self.choice.country == frozenset(codes)
        return where if len(codes) == 1 and not is_said else ""

    def counts(self, *, areas: bool = True) -> list[Pair]:
        """Count the rows of each layer that has some; then all of them, where the defaults hide some."""
        pairs = [self.count(sheet) for sheet in self.scene.sheets
                 if len(sheet.rows) and (areas or sheet.layer.kind != Kind.AREA)]
        if self.scene.hidden:
            every = write_choice(replace(self.choice, show_all=True))
            line = self.says(counted(self.scene.count + self.scene.hidden), every)
            pairs.append(self.pair(words.WITH_HIDDEN, line))
        return pairs

    def count(self, sheet: Sheet) -> Pair:
        """Count a layer's rows, and the countries that they name."""
        said, places = counted(len(sheet.rows)), countries_of([sheet], self.choice)
        if sheet.layer.kind == Kind.AREA:
            said = in_countries(places)
        elif len(places) > 1:
            said = words.COUNTED_IN.format(items=said, countries=in_countries(places))
        return self.pair(sheet.layer.title, self.says(said, self.pen.view(layer=sheet.layer.id)))

    def numbers(self, pairs: Sequence[Pair], *more: Line) -> Section:
        """Bind counts to a section; where nothing shows, a sentence says so."""
        blocks: list[Block] = []
        if not self.scene.count:
            blocks.append(Paragraph((self.says(words.ALL_HIDDEN if self.scene.hidden else words.NOTHING),)))
        blocks += [Facts(tuple(pairs))] if pairs else []
        blocks += [Paragraph(more)] if more else []
        return Section("numbers", words.NUMBERS[self.lang], tuple(blocks))

    def newest(self, room: int, *, of: str = "", title: Text = words.NEWEST) -> Section:
        """Tell the newest rows, of one layer if asked, as many as there is room for: one to three."""
        view = replace(self.choice, layers=self.choice.layers & {of}) if of else self.choice
        lines = tuple(self.row(layer, row) for layer, row in newest_rows(view, min(max(room, 1), NEWEST)))
        block: Block = Bullets(lines, ordered=True) if lines else Paragraph((self.says(words.NO_NEWEST),))
        return Section("newest", title[self.lang], (block,))

    def document(self, name: str, title: str, subtitle: Text, sections: Sequence[Section], *,
                 has_map: bool = True, select: tuple[str, ...] = ()) -> Document:
        """Bind the sections; the map shows what is told, without the layers that have nothing to show."""
        query = write_choice(mapped(self.scene, select=select)) if has_map else ""
        return Document(
            name, self.lang, clipped(title), clipped(subtitle[self.lang]), tuple(sections),
            self.pen.citations.numbered, query, dataset_date().isoformat(),
        )


def as_of(row: Row) -> Text:
    """Say when a row's status was true; blank where that is not known."""
    known = str(row["status_as_of"])
    return words.AS_OF.format(date=plain_date(known)) if known else same("")


def counted(count: int) -> Text:
    """Word a number of items."""
    return (words.ONE if count == 1 else words.COUNTED).format(count=f"{count:,}")


def in_countries(codes: Collection[str]) -> Text:
    """Word a number of countries, or of countries and areas where any is not a state."""
    states = sum(read_countries()[code].kind in STATES for code in codes if code in read_countries())
    one, many = (words.ONE_COUNTRY, words.COUNTRIES) if states == len(codes) else (words.ONE_PLACE, words.PLACES)
    return (one if len(codes) == 1 else many).format(count=len(codes))


def countries_of(sheets: Iterable[Sheet], choice: Choice) -> frozenset[str]:
    """Give the countries that rows name, of those that a view is narrowed to; who is there through a body is not."""
    named = {code for sheet in sheets for cell in sheet.rows["iso_a3"] for code in split(str(cell))}
    known = read_countries()
    here = {code for code in named if not choice.region or (code in known and known[code].region_id in choice.region)}
    return frozenset(here & choice.country if choice.country else here)


def named_in(name: str, room: float) -> str:
    """Fit a name into so much room: what stands in brackets at its end goes first."""
    return name if wide(name) <= room else clipped(without_brackets(name), room)


def without_brackets(name: str) -> str:
    """Give a name without what stands in brackets at its end."""
    return AT_ITS_END.sub("", name) or name


def used(*sections: Section) -> int:
    """Count the lines of some sections."""
    return sum(1 for section in sections for block in section.blocks for _line in lines_of(block))
