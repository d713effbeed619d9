"""A document as Markdown; every character that Markdown would read as a sign is escaped in one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.document import Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from i18n import brief
from render.brief.numbers import Measure, bar_heads, cited, measured, view_of

SIGNS = re.compile(r"([\\`*_\[\]<>|~&#$])")
AT_START = re.compile(r"^([=+\-]|\d+(?=[.)](\s|$)))")
FULL_BLOCK = "█"
BLOCKS = 20
"""Blocks of a bar that has reached its target."""


def to_markdown(document: Document) -> str:
    """Write a document as Markdown, its sources at the end."""
    parts = [
        f"# {escape(document.title)}", escape(document.subtitle),
        *(part for section in document.sections for part in _section(section, document)),
        *_sources(document), _view(document),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _view(document: Document) -> str:
    """Give the view as code: what is copied from there is the link as it is, and never a list of escapes."""
    label, mark, query = view_of(document).partition("?")
    return f"{escape(label)}`{mark}{query}`" if query else ""


def escape(text: str) -> str:
    """Make text plain to Markdown: signs are escaped, lines joined, and a list or heading cannot begin with it."""
    one_line = " ".join(text.split())
    signs = SIGNS.sub(r"\\\1", one_line)
    return AT_START.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", signs)


def _section(section: Section, document: Document) -> Iterator[str]:
    yield f"## {escape(section.title)}"
    for block in section.blocks:
        yield _block(block, document)


def _block(block: Block, document: Document) -> str:
    match block:
        case Paragraph(lines, leads):
            return ("### " if leads else "") + " ".join(map(_line, lines))
        case Bullets(lines, ordered):
            marks = (f"{number}." if ordered else "-" for number in range(1, len(lines) + 1))
            return "\n".join(f"{mark} {_line(line)}" for mark, line in zip(marks, lines, strict=True))
        case Facts(pairs):
            return "\n".join(f"- **{escape(label)}**: {_line(line)}" for label, line in pairs)
        case Grid(caption, head, rows):
            table = _table(map(escape, head), (map(_line, row) for row in rows))
            return f"**{escape(caption)}**\n\n{table}" if caption else table
        case Bars(bars):
            drawn = [(_line(bar.label), *_measure(measured(bar))) for bar in bars]
            return _table(bar_heads(document.lang), drawn)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = list(head)
    return "\n".join(map(_row, [heads, ["---"] * len(heads), *map(list, rows)]))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line) -> str:
    numbers = cited(line.cites)
    return f"{escape(line.text)} {escape(numbers)}" if numbers else escape(line.text)


def _measure(told: Measure) -> tuple[str, str, str]:
    drawn = "" if told.share is None else f"{FULL_BLOCK * round(min(told.share, 1.0) * BLOCKS)} {told.percent}"
    return escape(told.figure), escape(told.target), drawn


def _sources(document: Document) -> Iterator[str]:
    if document.sources:
        yield f"## {escape(brief.SOURCES[document.lang])}"
        yield "\n".join(f"{number}. {f'<{source.href}>' if source.href else escape(source.text)}"
                        for number, source in enumerate(document.sources, start=1))
