"""What a slide says of its document: sections as parts, sources as numbered words, and all of it for the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.document import Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section, lines_in
from i18n import deck
from i18n.text import Lang
from layers.wording import Source, site_of
from render.brief.numbers import Measure, cited, measured
from render.deck.fitting import Item, Part


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands at the foot of a slide, with the numbers of its sources, and how many they are."""

    words: str
    count: int


def parts_of(document: Document) -> list[Part]:
    """Give the sections as parts, the weightiest first, as the document has them."""
    parts = [Part(section.title, tuple(_items(section, document.lang))) for section in document.sections]
    return [part for part in parts if part.items]


def _items(section: Section, lang: Lang) -> Iterator[Item]:
    for block in section.blocks:
        yield from items_of(block, lang)


def items_of(block: Block, lang: Lang) -> Iterator[Item]:
    """Give the lines of a block as items."""
    match block:
        case Paragraph(lines):
            yield from (_item(line, bullet=False) for line in lines)
        case Bullets(lines, ordered):
            for at, line in enumerate(lines, 1):
                yield Item(f"{at}. {line.text}", "", cited(line.cites), False) if ordered else _item(line)
        case Facts(pairs):
            yield from (Item(line.text, label, cited(line.cites), False) for label, line in pairs)
        case Bars(bars):
            yield from (_bar(bar.label, measured(bar), lang) for bar in bars)
        case Grid(_caption, _head, rows):
            yield from (_row(cells, lang) for cells in rows)


def _item(line: Line, *, bullet: bool = True) -> Item:
    return Item(line.text, "", cited(line.cites), bullet)


def _bar(label: Line, measure: Measure, lang: Lang) -> Item:
    said = deck.OF_TARGET.format(figure=measure.figure, target=measure.target, share=measure.percent)[lang]
    return Item(said if measure.target else measure.figure, label.text, cited(label.cites), False)


def _row(cells: Sequence[Line], lang: Lang) -> Item:
    first, *others = cells
    cites = cited([number for cell in cells for number in cell.cites])
    return Item(deck.BETWEEN[lang].join(cell.text for cell in others if cell.text), first.text, cites, False)


def all_of(document: Document) -> str:
    """Give all that a document says, and how its sources are counted where they find no room."""
    labels = [item.label for section in document.sections for item in _items(section, document.lang)]
    heads = [" ".join(block.head) for section in document.sections for block in section.blocks
             if isinstance(block, Grid)]
    origins = [origin.words for origin in sources_of(document)]
    counts = " ".join(map(str, range(len(document.sources) + 1)))
    items = [item.text for section in document.sections for item in _items(section, document.lang)]
    return "\n".join([document.title, document.subtitle, *(section.title for section in document.sections), *labels,
                      *heads, *items, *(line.text for line in lines_in(document)), *origins, counts])


def sources_of(document: Document) -> list[Origin]:
    """Number the sources in short, for the foot of a slide: an address as its host, once for all that it has."""
    found: dict[str, list[int]] = {}
    for at, source in enumerate(document.sources, 1):
        found.setdefault(site_of(source), []).append(at)
    return [Origin(f"{cited(numbers)} {words}", len(numbers)) for words, numbers in found.items()]


def notes_of(document: Document, lost: Sequence[tuple[str, Item]], date: str) -> str:
    """Write the speaker's notes: what found no room, sources in full, ids of facts, the view's link, the date."""
    lang = document.lang
    facts = dict.fromkeys(line.fact for line in lines_in(document) if line.fact)
    sources = [deck.NUMBERED.format(number=at, words=_full(source))[lang]
               for at, source in enumerate(document.sources, 1)]
    parts = [
        (deck.NOTES_LEFT_OUT[lang], [_left_out(heading, item, lang) for heading, item in lost]),
        (deck.NOTES_SOURCES[lang], sources),
        (deck.NOTES_FACTS[lang], [" ".join(facts)] if facts else []),
        (deck.NOTES_VIEW[lang], [f"?{document.query}"] if document.query else []),
    ]
    told = ["\n".join([heading, *lines]) for heading, lines in parts if lines]
    return "\n\n".join([document.title, *told, date])


def _full(source: Source) -> str:
    return source.text if source.href in ("", source.text) else f"{source.text} {source.href}"


def _left_out(heading: str, item: Item, lang: Lang) -> str:
    said = deck.LABELLED.format(label=item.label, words=item.text)[lang] if item.label else item.text
    return " ".join(filter(None, (f"〔{heading}〕" if heading else "", said, item.cites)))
