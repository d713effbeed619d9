"""A sheet as an editable Word file: one A4 page whose lines are as high as they are set, whatever the font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from math import ceil
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

from analysis.document import Block, Document, Facts, Line, Section
from i18n import brief
from i18n.text import Lang
from layers.wording import Source
from render.brief import word_parts as parts
from render.brief.numbers import cited
from render.brief.word import add_block, describe
from render.brief.word_style import ACTION, QUIET, dress
from render.caption import stamp_line
from render.picture.kinds import FileKind
from render.repacked import repacked
from render.sheet.map import WIDTH, Drawn, map_of_sheet
from render.sheet.pdf import fitted
from render.sheet.sheet import STRIP, Sheet
from scene.grammar import read_choice

SMALL, LARGE, ABREAST = Pt(9), Pt(11.5), 5
SIZES = {"Normal": 9.5, "List Bullet": 9.5, "List Number": 9.5, "Heading 1": 10.5, "Subtitle": 9, "Title": 18}
HIGH = {"Normal": 13.0, "List Bullet": 13.0, "List Number": 13.0, "Heading 1": 14.0, "Subtitle": 12.0, "Title": 23.0}
"""Points from line to line: exact, for a Japanese font in Word would take half as much again."""
LINE = Pt(11.5)
ROOM = {Lang.JA: 12, Lang.EN: 18}
"""Millimetres that the map gives up: Word's fonts are a little wider than those of the PDF."""
STAMP = RGBColor.from_string("B3000F")


def sheet_docx(document: Document) -> bytes:
    """Write a short document as one A4 page for Word; raises AtlasError where it cannot be."""
    sheet = fitted(document)
    sheet = replace(sheet, map_height=sheet.map_height - ROOM[document.lang])
    return _written(sheet, map_of_sheet(document, sheet.map_height, FileKind.PNG))


def _written(sheet: Sheet, map: Drawn) -> bytes:
    file, document = docx.Document(), sheet.document
    dress(file, document)
    describe(file, document)
    _tighten(file)
    _head(file, document)
    if map.content:
        parts.add_picture(file, map.content, sheet.alt, width=Mm(WIDTH))
        file.paragraphs[-1].paragraph_format.space_after = Pt(2)
        _small(file, map.caption)
    for section in document.sections:
        if section.title:
            file.add_heading(parts.clean(section.title), level=1)
        for block in section.blocks:
            _add(file, section, block, document)
    _add_sources(file, sheet)
    _small(file, sheet.remarks)
    content = BytesIO()
    file.save(content)
    return repacked(content.getvalue())


def _tighten(file: WordFile) -> None:
    """Set the page's narrow margins, and the size and height of every line."""
    page = file.sections[0]
    page.left_margin = page.right_margin = Mm((210 - WIDTH) / 2)
    page.top_margin, page.bottom_margin, page.footer_distance = Mm(11), Mm(14), Mm(6)
    for name, size in SIZES.items():
        style = file.styles[name]
        style.font.size, style.paragraph_format.line_spacing = Pt(size), Pt(HIGH[name])
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    file.styles["Heading 1"].paragraph_format.space_before = Pt(6)
    file.styles["Heading 1"].paragraph_format.space_after = Pt(3)
    for run in file.sections[0].footer.paragraphs[0].runs:
        run.font.size = SMALL


def _head(file: WordFile, document: Document) -> None:
    """Set title, stamp and subtitle; the stamp stands above them at the right."""
    file.add_paragraph(parts.clean(document.title), style="Title")
    under = file.add_paragraph(parts.clean(document.subtitle), style="Subtitle")
    under.paragraph_format.space_after = Pt(4)
    stamp = stamp_line(read_choice(document.query).choice.stamp, document.lang)
    if stamp:
        stamped = file.paragraphs[0].insert_paragraph_before(style="Subtitle")
        stamped.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        run = stamped.add_run(parts.clean(stamp))
        run.font.color.rgb, run.bold = STAMP, True


def _add(file: WordFile, section: Section, block: Block, document: Document) -> None:
    if section.id == STRIP and isinstance(block, Facts):
        _strip(file, block.pairs)
    else:
        add_block(file, block, document, marks=SMALL)


def _strip(file: WordFile, pairs: Sequence[tuple[str, Line]]) -> None:
    """Set counts side by side, the number large under its label."""
    columns = len(pairs) if len(pairs) <= ABREAST else ceil(len(pairs) / 2)
    table = parts.new_table(file, columns, [1 / columns] * columns, width=Mm(WIDTH))
    for start in range(0, len(pairs), columns):
        for cell, pair in zip(table.add_row().cells, pairs[start : start + columns], strict=False):
            _count(cell, *pair)
    parts.finish(file, table, repeat_head=False)


def _count(cell: Any, label: str, line: Line) -> None:
    parts.shade(cell)
    cell.paragraphs[0].add_run(parts.clean(label)).font.size = SMALL
    number = cell.add_paragraph()
    run = number.add_run(parts.clean(line.text))
    run.font.size, run.bold, run.font.color.rgb = LARGE, True, ACTION
    number.paragraph_format.line_spacing = Pt(16)
    if line.cites:
        number.add_run(f" {cited(line.cites)}").font.size = SMALL


def _add_sources(file: WordFile, sheet: Sheet) -> None:
    """Write the sources, one a line or run on, each a link where it is a page."""
    if not sheet.shown:
        return
    file.add_heading(brief.SOURCES[sheet.document.lang], level=1)
    paragraph = file.add_paragraph() if sheet.runs_on else None
    for number, source in enumerate(sheet.shown, start=1):
        one = paragraph or file.add_paragraph()
        one.paragraph_format.line_spacing = LINE
        _source(one, number, source)


def _source(paragraph: Any, number: int, source: Source) -> None:
    before = "   " if paragraph.runs else ""
    paragraph.add_run(f"{before}[{number}]\u00a0").font.size = SMALL
    parts.add_source(paragraph, source, size=SMALL)


def _small(file: WordFile, text: str) -> None:
    """Set a passage small and quiet."""
    paragraph = file.add_paragraph()
    run = paragraph.add_run(parts.clean(text))
    run.font.size, run.font.color.rgb = SMALL, QUIET
    paragraph.paragraph_format.line_spacing, paragraph.paragraph_format.space_before = LINE, Pt(3)
