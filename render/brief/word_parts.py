"""Parts of a Word file that python-docx has no word for: links, numbering, header rows, shading, widths."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Pt

from analysis.document import Line
from layers.rules import is_page
from layers.wording import Source
from render.brief.word_style import HYPERLINK, TEXT_WIDTH

NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
HEAD_FILL, RULE = "F2F2F2", "BFBFBF"
NARROWEST, WIDEST, PADDING = 6, 30, 8
"""Letters (half a Japanese one) that a column is given room for, at least and at most, and beside them."""


def clean(text: str) -> str:
    """Take away what no XML file may hold."""
    return NOT_XML.sub("", text)


def add_picture(file: WordFile, picture: bytes, told: str, *, width: Length = TEXT_WIDTH) -> None:
    """Put a picture over the width of the text, with words for whom cannot see it."""
    shape = file.add_picture(BytesIO(picture), width=width)
    file.paragraphs[-1].paragraph_format.line_spacing = 1.0  # an exact height would cut it
    named = shape._inline.docPr
    named.set("descr", clean(told))
    named.set("name", "map")


def new_table(file: WordFile, columns: int, shares: Sequence[float], *, width: Length = TEXT_WIDTH) -> Any:
    """Start an empty table over the width of the text, its columns by their shares of it, its rows ruled lightly."""
    table = file.add_table(rows=0, cols=columns, style="Table Grid")
    table.autofit = False
    _rule_rows(table)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(int(width * share))
    return table


def _rule_rows(table: Any) -> None:
    """Draw thin lines above, between and below the rows, and none down the page."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        kind = "single" if side in ("top", "bottom", "insideH") else "nil"
        for name, value in (("val", kind), ("sz", "4"), ("space", "0"), ("color", RULE)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def finish(file: WordFile, table: Any, *, repeat_head: bool) -> None:
    """Keep rows whole, repeat the head on every page, set cells close, leave room after the table."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if repeat_head and number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for column, cell in zip(table.columns, row.cells, strict=True):
            cell.width = column.width
            cell.paragraphs[0].paragraph_format.space_before = cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    file.add_paragraph().paragraph_format.space_after = Pt(0)
    file.paragraphs[-1].paragraph_format.line_spacing = Pt(6)


def shade(cell: Any) -> None:
    """Fill a head cell."""
    fill = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
        fill.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(fill)


def widths(head: Sequence[str], rows: Sequence[Sequence[Line]]) -> list[float]:
    """Share the width of a table out by the longest text of each column, within bounds."""
    longest = [max(map(_letters, (title, *(row[column].text for row in rows)))) for column, title in enumerate(head)]
    room = [min(max(letters, NARROWEST), WIDEST) + PADDING for letters in longest]
    return [letters / sum(room) for letters in room]


def new_numbering(file: WordFile) -> int:
    """Start a numbered list at one; gives the id that its paragraphs carry."""
    numbering = file.part.numbering_part.element
    style_number = file.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    added = numbering.add_num(abstract)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def number(paragraph: Any, number_id: int) -> None:
    """Make a paragraph an item of a numbered list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number_id


def add_source(paragraph: Any, source: Source, *, size: Pt | None = None) -> None:
    """Write a source, as a link where it is a page."""
    if not is_page(source.href):
        paragraph.add_run(clean(source.text)).font.size = size
        return
    link, run = OxmlElement("w:hyperlink"), paragraph.add_run(clean(source.text), style=HYPERLINK)
    run.font.size = size
    link.set(qn("r:id"), paragraph.part.relate_to(source.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(run._r)
    paragraph._p.append(link)


def _letters(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in text)
