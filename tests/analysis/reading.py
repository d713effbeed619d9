"""How tests read a document: all its lines, all its words, one section."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coverage import Covered
from analysis.document import Bars, Block, Document, Facts, Grid, Line, Section, lines_of
from analysis.pages import open_page
from i18n.text import Lang
from layers.wording import facts, name_of
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene


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
            yield from lines_of(block)


def grid(document: Document, name: str) -> Grid:
    """Find the first table of a section."""
    return next(block for block in section(document, name).blocks if isinstance(block, Grid))


def read_aloud(section: Section) -> Iterator[str]:
    """Read a section line by line; the cells of a row stand in one line."""
    yield section.title
    for block in section.blocks:
        yield from _texts(block)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield block.caption
        yield " ".join(block.head)
        yield from (" ".join(cell.text for cell in row) for row in block.rows)
    elif isinstance(block, Facts):
        yield from (f"{label} {line.text}" for label, line in block.pairs)
    elif isinstance(block, Bars):
        yield from (bar.label.text for bar in block.bars)
    else:
        yield from (line.text for line in block.lines)


def told(covered: Covered) -> Iterator[str]:
    """Open the place and read everything there, in Japanese; nothing when the section does not exist."""
    if not covered.page:
        yield from _view(covered.query)
        return
    for section in open_page(covered.page, Choice(lang=Lang.JA)).sections:
        if section.id == covered.section:
            yield from read_aloud(section)


def _view(query: str) -> Iterator[str]:
    scene = build_scene(read_choice(query).choice)
    yield scene.title[Lang.JA]
    for sheet in scene.sheets:
        for row in sheet.each_row():
            said = (f"{label} {words}" for label, words in facts(sheet.layer, row, Lang.JA))
            yield " ".join((name_of(row, Lang.JA), *said))
