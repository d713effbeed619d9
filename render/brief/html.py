"""A document as one HTML file: no outside request, printed on A4, links only to its sources."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from analysis.document import Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from i18n import brief
from layers.rules import is_page
from layers.wording import Source
from render.brief.numbers import bar_heads, cited, measured, view_of

SHARE_WIDTH = 100.0
STYLE = """
@page { size: A4; margin: 20mm 18mm; }
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #333; background: #fff;
  font: 400 16px/1.7 "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "Meiryo", sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #0017c1;
  break-after: avoid; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; break-after: avoid; }
p { margin: .5rem 0; } .quiet { color: #595959; } ol, ul { margin: .5rem 0; padding-left: 2em; }
li { margin: .25rem 0; overflow-wrap: anywhere; } sup { color: #595959; font-size: .75em; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9em; }
caption { text-align: left; font-weight: 700; padding: .25rem 0; }
th, td { border: 1px solid #949494; padding: .3rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #f2f2f2; } tbody th { font-weight: 400; } tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: minmax(8em, 14em) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt { font-weight: 700; } dd { margin: 0; } img { max-width: 100%; height: auto; border: 1px solid #d0d0d0; }
figure { margin: 1rem 0; } a { color: #00118f; } .bar { background: #f2f2f2; } .bar i { display: block;
  height: .8rem; background: #0017c1; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; } }
"""


def to_html(document: Document, picture: bytes = b"") -> str:
    """Write a document as one HTML page, with its map (PNG) where one is given."""
    title = escape(document.title)
    body = [
        element("h1", title), element("p", escape(document.subtitle), ' class="quiet"'), _figure(document, picture),
        *(_section(section, document) for section in document.sections), _sources(document),
        element("p", escape(view_of(document)), ' class="quiet"') if document.query else "",
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{document.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(filter(None, body)) + "\n</main>\n</body>\n</html>\n"
    )


def element(tag: str, inside: str, attributes: str = "") -> str:
    """Wrap HTML in a tag; the attributes are our own, with a space before them."""
    return f"<{tag}{attributes}>{inside}</{tag}>"


def _figure(document: Document, picture: bytes) -> str:
    if not picture:
        return ""
    told = escape(brief.MAP_OF.format(title=document.title)[document.lang])
    return element("figure", f'<img alt="{told}" src="data:image/png;base64,{b64encode(picture).decode()}">')


def _section(section: Section, document: Document) -> str:
    blocks = "\n".join(_block(block, document) for block in section.blocks)
    return f'<section id="{escape(section.id)}">\n{element("h2", escape(section.title))}\n{blocks}\n</section>'


def _block(block: Block, document: Document) -> str:
    match block:
        case Paragraph(lines, leads):
            return element("h3" if leads else "p", " ".join(map(_line, lines)))
        case Bullets(lines, ordered):
            return element("ol" if ordered else "ul", "\n".join(element("li", _line(line)) for line in lines))
        case Facts(pairs):
            return element("dl", "\n".join(element("dt", escape(label)) + element("dd", _line(line))
                                           for label, line in pairs))
        case Grid(caption, head, rows):
            return _table(caption, head, (map(_line, row) for row in rows))
        case Bars():
            return _table("", bar_heads(document.lang), _bars(block))


def _bars(block: Bars) -> Iterator[tuple[str, str, str, str]]:
    for bar in block.bars:
        told = measured(bar)
        width = SHARE_WIDTH * min(told.share or 0.0, 1.0)
        drawn = f'<div class="bar"><i style="width:{width:.1f}%"></i></div>{told.percent}' if told.target else ""
        yield _line(bar.label), escape(told.figure), escape(told.target), drawn


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = "".join(element("th", escape(cell), ' scope="col"') for cell in head)
    body = "\n".join(element("tr", _cells(list(row))) for row in rows)
    named = element("caption", escape(caption)) if caption else ""
    return element("table", f"{named}<thead>{element('tr', heads)}</thead>\n<tbody>{body}</tbody>")


def _cells(cells: list[str]) -> str:
    first, *others = cells
    return element("th", first, ' scope="row"') + "".join(element("td", cell) for cell in others)


def _line(line: Line) -> str:
    numbers = cited(line.cites)
    return escape(line.text) + (f" {element('sup', escape(numbers))}" if numbers else "")


def _sources(document: Document) -> str:
    if not document.sources:
        return ""
    listed = "\n".join(element("li", _source(source)) for source in document.sources)
    heading = element("h2", escape(brief.SOURCES[document.lang]))
    return f'<section id="sources">\n{heading}\n{element("ol", listed)}\n</section>'


def _source(source: Source) -> str:
    text = escape(source.text)
    return element("a", text, f' href="{escape(source.href)}"') if is_page(source.href) else text
