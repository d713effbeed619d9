"""A document as the templates of typst read it: strings, numbers and lists, the numbers of sources written out."""

from __future__ import annotations

from analysis.document import Bar, Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from i18n import brief
from i18n.text import Lang
from i18n.words import APP
from i18n.years import plain_date
from layers.rules import is_page
from layers.wording import Source
from render.brief.numbers import bar_heads, cited, measured, view_of
from render.brief.word_parts import widths
from render.caption import stamp_line
from render.spelled import named, spelled
from scene.grammar import read_choice

Record = dict[str, object]
REGIONS = {Lang.JA: "jp", Lang.EN: "gb"}


def told_of(document: Document, *, map: str) -> Record:
    """Lay a document out for its template, with the name of its map's file ("" for none)."""
    record: Record = {
        "title": document.title, "subtitle": document.subtitle,
        "sections": [_section(section) for section in document.sections],
        "sources": [_source(source) for source in document.sources],
        "view": view_of(document),
        "stamp": stamp_line(read_choice(document.query).choice.stamp, document.lang),
        "words": _words(document),
    }
    drawn, lacking = spelled(record)
    remark = brief.LACKING.format(characters=named(lacking))[document.lang] if lacking else ""
    date = plain_date(document.as_of)
    titled = str(drawn["title"]).strip() or document.id
    return {**drawn, "title": titled, "lacking": remark, "map": map,
            "lang": document.lang.value, "region": REGIONS[document.lang],
            "author": APP[document.lang], "foot": brief.PAGE_FOOT.format(date=date)[document.lang]}


def _words(document: Document) -> Record:
    return {"sources": brief.SOURCES[document.lang], "bars": list(bar_heads(document.lang)),
            "map": brief.MAP_OF.format(title=document.title)[document.lang]}


def _section(section: Section) -> Record:
    return {"id": section.id, "title": section.title, "blocks": [_block(block) for block in section.blocks]}


def _block(block: Block) -> Record:
    match block:
        case Paragraph(lines, leads):
            return {"kind": "heading" if leads else "paragraph", "lines": [_line(line) for line in lines]}
        case Bullets(lines, ordered):
            return {"kind": "numbered" if ordered else "bullets", "lines": [_line(line) for line in lines]}
        case Facts(pairs):
            return {"kind": "facts", "pairs": [{"label": label, "line": _line(line)} for label, line in pairs]}
        case Grid(caption, head, rows):
            return {"kind": "grid", "caption": caption, "head": list(head), "widths": widths(head, rows),
                    "rows": [[_line(cell) for cell in row] for row in rows]}
        case Bars(bars):
            return {"kind": "bars", "bars": [_bar(bar) for bar in bars]}


def _line(line: Line) -> Record:
    return {"text": line.text, "cited": cited(line.cites), "first": min(line.cites, default=0)}


def _bar(bar: Bar) -> Record:
    told = measured(bar)
    return {"label": _line(bar.label), "figure": told.figure, "target": told.target, "share": told.share,
            "percent": told.percent}


def _source(source: Source) -> Record:
    return {"text": source.text, "href": source.href if is_page(source.href) else ""}

