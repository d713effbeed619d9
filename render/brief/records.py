"""A document as JSON: sections, blocks and lines as machines read them, sources by number."""

from __future__ import annotations

import json

from analysis.document import Bar, Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from layers.wording import Source

Record = dict[str, object]


def to_json(document: Document) -> str:
    """Write a document as JSON text."""
    return json.dumps(record_of(document), ensure_ascii=False, indent=1) + "\n"


def record_of(document: Document) -> Record:
    """Lay a document out as a record."""
    return {
        "id": document.id,
        "lang": document.lang.value,
        "title": document.title,
        "subtitle": document.subtitle,
        "data_as_of": document.as_of,
        "view": document.query,
        "sections": [_section(section) for section in document.sections],
        "sources": [_source(number, source) for number, source in enumerate(document.sources, start=1)],
    }


def _section(section: Section) -> Record:
    return {"id": section.id, "title": section.title, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> Record:
    match block:
        case Paragraph(lines, leads):
            return {"type": "heading" if leads else "paragraph", "lines": [_line(line) for line in lines]}
        case Bullets(lines, ordered):
            return {"type": "list", "ordered": ordered, "lines": [_line(line) for line in lines]}
        case Facts(pairs):
            return {"type": "facts", "facts": [{"label": label, **_line(line)} for label, line in pairs]}
        case Grid(caption, head, rows):
            cells = [[_line(cell) for cell in row] for row in rows]
            return {"type": "table", "caption": caption, "head": list(head), "rows": cells}
        case Bars(bars):
            return {"type": "figures", "figures": [_bar(bar) for bar in bars]}


def _line(line: Line) -> Record:
    """Write a line; `view` and `row` stand only where the line has them."""
    more = {"view": line.query, "row": line.fact}
    first: Record = {"text": line.text, "sources": list(line.cites)}
    return first | {key: said for key, said in more.items() if said}


def _bar(bar: Bar) -> Record:
    return {**_line(bar.label), "value": bar.value, "unit": bar.unit, "target": bar.target}


def _source(number: int, source: Source) -> Record:
    return {"number": number, "text": source.text, "url": source.href or None}
