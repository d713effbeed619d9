"""A sheet before it is set: a short document, how high its map is, how its sources are written, what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.document import Bullets, Document, Facts, Grid, Section
from analysis.document import Paragraph as Words
from i18n import brief
from i18n import sheet as phrases
from i18n.text import Text
from layers.wording import Source, site_of

HIGHEST, LOWEST = 105, 75
"""Millimetres that the map may take of the height of the page."""
STEP = 10
NUMBERS, STRIP, COUNT = "numbers", "strip", 16
"""The section of counts, as digests call it and as it is set side by side; characters of a count."""
PLAIN = 95
"""Below this height of the map, sources are written by their hosts."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the page; `sources` of the document are written, by their hosts alone where they run on."""

    document: Document
    map_height: int = HIGHEST  # mm
    runs_on: bool = False
    sources: int = 0
    lines_left: int = 0

    @property
    def shown(self) -> tuple[Source, ...]:
        """Give the sources as they are written."""
        kept = self.document.sources[: self.sources]
        return tuple(Source(site_of(source), source.href) for source in kept) if self.runs_on else kept

    @property
    def remarks(self) -> str:
        """Say what is not on the page, and where it is."""
        left, lang = len(self.document.sources) - self.sources, self.document.lang
        full = phrases.FULL[self.document.id.partition(":")[0]]
        view = f"?view={self.document.id}" + ("" if lang == "ja" else f"&lang={lang}")
        said = [phrases.SHORT.format(full=full, view=view)]
        said += [phrases.HOSTS.format(full=full)] if self.runs_on else []
        said += [phrases.SOURCES_LEFT.format(count=left, full=full)] if left else []
        said += [phrases.LINES_LEFT.format(count=self.lines_left, full=full)] if self.lines_left else []
        return Text("", " ")[lang].join(text[lang] for text in said)

    @property
    def alt(self) -> str:
        """Say what the map is, for whom cannot see it."""
        return brief.MAP_OF.format(title=self.document.title)[self.document.lang]


def tries(document: Document) -> tuple[Sheet, ...]:
    """List the sheets that may be made of a document, the best first: the map gives way, then URLs, then the rest."""
    document, every = _stripped(document), len(document.sources)
    whole = Sheet(document, sources=every)
    heights = range(HIGHEST, LOWEST, -STEP)
    spelled = [replace(whole, map_height=height) for height in heights if height >= PLAIN]
    short = [replace(whole, map_height=height, runs_on=True) for height in (*heights, LOWEST)]
    fewer = [replace(short[-1], sources=kept) for kept in range(every - every % STEP, -1, -STEP) if kept < every]
    return (*spelled, *short, *fewer, *_cut(fewer[-1] if fewer else short[-1]))


def _stripped(document: Document) -> Document:
    """Give counts a section of their own kind, to be set side by side; what is longer than a count stays a table."""
    return replace(document, sections=tuple(part for section in document.sections for part in _parted(section)))


def _parted(section: Section) -> tuple[Section, ...]:
    pairs = [pair for block in section.blocks if isinstance(block, Facts) for pair in block.pairs]
    if section.id != NUMBERS or not pairs:
        return (section,)
    short = tuple(pair for pair in pairs if len(pair[1].text) <= COUNT)
    long = tuple(pair for pair in pairs if len(pair[1].text) > COUNT)
    rest = tuple(block for block in section.blocks if not isinstance(block, Facts))
    told = Section("", "", (*((Facts(long),) if long else ()), *rest))
    return Section(STRIP, section.title, (Facts(short),) if short else ()), *((told,) if told.blocks else ())


def _cut(sheet: Sheet) -> list[Sheet]:
    """Leave out lines from the end, block by block, down to the first section."""
    found, sections = [], sheet.document.sections
    while len(sections) > 1:
        sections, left = sections[:-1], _lines(sections[-1])
        sheet = replace(sheet, document=replace(sheet.document, sections=sections), lines_left=sheet.lines_left + left)
        found.append(sheet)
    return found


def _lines(section: Section) -> int:
    return sum(len(block.lines if isinstance(block, Words | Bullets) else
                   block.pairs if isinstance(block, Facts) else
                   block.rows if isinstance(block, Grid) else block.bars) for block in section.blocks)
