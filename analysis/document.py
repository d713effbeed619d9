"""What a desk reads at one go: a document of sections and blocks, its facts numbered to its sources.

A country, a region, a field, a project, the overview: each is made by one function of analysis/, and the page,
Word, Markdown, HTML and JSON all receive the same document, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from i18n.text import Lang
from layers.wording import Row, Source, sources


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or a cell, the numbers of its sources, and the view that shows it ("" = none)."""

    text: str
    cites: tuple[int, ...] = ()
    query: str = ""  # a whole query string, as `write_choice` gives it
    fact: str = ""  # the id of the row that says so


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read on, one after the other; `leads` where they head the blocks that follow."""

    lines: tuple[Line, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `ordered` where the order is time or rank."""

    lines: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what is known."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, the heads of its columns, and cells row by row; the first cell of a row names it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure beside its target; without a target it stands alone."""

    label: Line
    value: float
    unit: str
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures drawn as bars."""

    bars: tuple[Bar, ...]


Block = Paragraph | Bullets | Facts | Grid | Bars


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks; the id is the same in every language."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language; source number 1 is `sources[0]`."""

    id: str  # "country:UZB", "region:africa", "field:postal", "plan20", "overview"
    lang: Lang
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    query: str  # the view whose map stands beside it
    as_of: str


def lines_of(block: Block) -> Iterator[Line]:
    """Go through the lines and cells of a block; labels and heads are no lines."""
    match block:
        case Paragraph(lines) | Bullets(lines):
            yield from lines
        case Facts(pairs):
            yield from (line for _label, line in pairs)
        case Grid(_caption, _head, rows):
            yield from (cell for row in rows for cell in row)
        case Bars(bars):
            yield from (bar.label for bar in bars)


def lines_in(document: Document) -> Iterator[Line]:
    """Go through every line and cell of a document."""
    return (line for section in document.sections for block in section.blocks for line in lines_of(block))


@dataclass
class Citations:
    """Numbers sources in the order in which they are first cited."""

    lang: Lang
    found: dict[Source, int] = field(default_factory=dict)

    def of(self, row: Row) -> tuple[int, ...]:
        """Cite what a row of a layer names."""
        return self.all(sources(row, self.lang))

    def all(self, named: Iterable[Source]) -> tuple[int, ...]:
        """Cite these sources."""
        return tuple(self.found.setdefault(source, len(self.found) + 1) for source in dict.fromkeys(named))

    @property
    def numbered(self) -> tuple[Source, ...]:
        return tuple(self.found)
