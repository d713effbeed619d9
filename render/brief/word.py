"""A document as an editable Word file: real headings, lists, tables and links; the same document, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.shared import Pt

from analysis.document import Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph
from i18n import brief
from i18n.words import APP
from render.brief import word_parts as parts
from render.brief.numbers import bar_heads, cited, measured, view_of
from render.brief.word_style import QUIET, SOURCE, dress
from render.repacked import repacked

CELL_SIZE, NUMBER_SIZE = Pt(9), Pt(8)
LABEL_SHARE = 0.27
BLOCK, BLOCKS = "█", 12


def to_docx(document: Document, picture: bytes = b"") -> bytes:
    """Write a document as a Word file, with its map (PNG) where one is given."""
    file = docx.Document()
    dress(file, document)
    describe(file, document)
    file.add_paragraph(parts.clean(document.title), style="Title")
    file.add_paragraph(parts.clean(document.subtitle), style="Subtitle")
    if picture:
        parts.add_picture(file, picture, brief.MAP_OF.format(title=document.title)[document.lang])
    for section in document.sections:
        file.add_heading(parts.clean(section.title), level=1)
        for block in section.blocks:
            add_block(file, block, document)
    _add_sources(file, document)
    content = BytesIO()
    file.save(content)
    return repacked(content.getvalue())


def describe(file: WordFile, document: Document) -> None:
    """Fill the file's properties from the document alone; the clock has no part in them."""
    told, date = file.core_properties, datetime.fromisoformat(document.as_of)
    told.title, told.language = parts.clean(document.title), document.lang.value
    told.author = told.last_modified_by = APP[document.lang]
    told.subject, told.identifier, told.comments = parts.clean(document.subtitle), document.id, ""
    told.created = told.modified = date
    told.revision = 1


def add_block(file: WordFile, block: Block, document: Document, *, marks: Pt = NUMBER_SIZE) -> None:
    """Add a block at the end of a file, the numbers of its sources in a size."""
    match block:
        case Paragraph(lines, leads):
            paragraph = file.add_paragraph(style="Heading 2" if leads else "Normal")
            for number, line in enumerate(lines):
                _write(paragraph, line, before=" " if number else "", marks=marks)
        case Bullets(lines, ordered):
            number_id = parts.new_numbering(file) if ordered else 0
            for line in lines:
                paragraph = file.add_paragraph(style="List Number" if ordered else "List Bullet")
                if ordered:
                    parts.number(paragraph, number_id)
                _write(paragraph, line, marks=marks)
        case Facts(pairs):
            _add_facts(file, pairs, marks)
        case Grid(caption, head, rows):
            if caption:
                file.add_paragraph(parts.clean(caption), style="Caption")
            _add_table(file, head, rows, marks)
        case Bars():
            _add_table(file, bar_heads(document.lang), _bars(block), marks)


def _add_facts(file: WordFile, pairs: Sequence[tuple[str, Line]], marks: Pt) -> None:
    """Lay labels and what is known out as a table of two columns whose first column heads the rows."""
    table = parts.new_table(file, 2, [LABEL_SHARE, 1 - LABEL_SHARE])
    for label, line in pairs:
        cells = table.add_row().cells
        _write(cells[0].paragraphs[0], Line(label), size=CELL_SIZE, bold=True)
        parts.shade(cells[0])
        _write(cells[1].paragraphs[0], line, size=CELL_SIZE, marks=marks)
    parts.finish(file, table, repeat_head=False)


def _add_table(file: WordFile, head: Sequence[str], rows: Iterable[Sequence[Line]], marks: Pt) -> None:
    lines = list(rows)
    table = parts.new_table(file, len(head), parts.widths(head, lines))
    for row in ([Line(cell) for cell in head], *lines):
        is_head = not table.rows
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _write(cell.paragraphs[0], line, size=CELL_SIZE, bold=is_head, marks=marks)
            if is_head:
                parts.shade(cell)
    parts.finish(file, table, repeat_head=True)


def _bars(block: Bars) -> Iterable[tuple[Line, ...]]:
    for bar in block.bars:
        told = measured(bar)
        blocks = BLOCK * round(min(told.share or 0.0, 1.0) * BLOCKS)
        yield bar.label, Line(told.figure), Line(told.target), Line(f"{blocks} {told.percent}".strip())


def _write(paragraph: Any, line: Line, *, size: Pt | None = None, bold: bool = False, before: str = "",
           marks: Pt = NUMBER_SIZE) -> None:
    """Write a line with the numbers of its sources after it, small and quiet."""
    run = paragraph.add_run(parts.clean(before + line.text))
    run.font.size, run.bold = size, bold or None
    if line.cites:
        numbers = paragraph.add_run(f"\u00a0{cited(line.cites)}")
        numbers.font.size, numbers.font.color.rgb = marks, QUIET


def _add_sources(file: WordFile, document: Document) -> None:
    if document.sources:
        file.add_heading(brief.SOURCES[document.lang], level=1)
    for number, source in enumerate(document.sources, start=1):
        paragraph = file.add_paragraph(f"[{number}]\t", style=SOURCE)
        parts.add_source(paragraph, source)
    if document.query:
        file.add_paragraph(parts.clean(view_of(document)), style=SOURCE).paragraph_format.space_before = Pt(8)


