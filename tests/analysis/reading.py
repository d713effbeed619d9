"""How tests read a document: all its lines, all its words, one section."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.document import Bars, Block, Document, Facts, Grid, Line, Section
from analysis.pages import read_aloud


def section(document: Document, name: str) -> Section:
    """Find a section by its id."""
    return next(section for section in document.sections if section.id == name)


def aloud(document: Document, name: str) -> str:
    """Read one section as a text."""
    return "\n".join(read_aloud(section(document, name)))


def lines(*sections: Section) -> Iterator[Line]:
    """Go through every line of some sections."""
    for each in sections:
        for block in each.blocks:
            yield from _lines(block)


def grid(document: Document, name: str) -> Grid:
    """Find the first table of a section."""
    return next(block for block in section(document, name).blocks if isinstance(block, Grid))


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Grid):
        for row in block.rows:
            yield from row
    elif isinstance(block, Facts):
        yield from (line for _label, line in block.pairs)
    elif isinstance(block, Bars):
        yield from (bar.label for bar in block.bars)
    else:
        yield from block.lines
