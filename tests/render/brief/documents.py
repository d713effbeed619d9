"""Documents for the tests of the renderers: a real one, one with every kind of block, and one of hostile text."""

from __future__ import annotations

from analysis.brief import country_brief
from analysis.document import Bar, Bars, Block, Bullets, Document, Facts, Grid, Line, Paragraph, Section
from i18n.text import Lang
from layers.wording import Source
from scene.choice import Choice

HOSTILE = "<script>alert(1)</script> | =cmd|' /C calc'!A0 & \"q\" `c` *b* _u_ [l](javascript:x) \\ # $x$ ~s~"
FIRST_SIGNS = ("=cmd", "+1", "-1", "@x", "# head", "1. one", "> quote", "---", "|a|b|", "&lt;", "\t tab", "a\nb")


def uzbekistan(lang: Lang = Lang.JA) -> Document:
    """Make a real page."""
    return country_brief(Choice(lang=lang), "UZB")


def saying(*lines: str, sources: tuple[Source, ...] = (Source("https://example.org/a", "https://example.org/a"),),
           title: str = "T", lang: Lang = Lang.EN) -> Document:
    """Make a document in which every place that takes text says these lines."""
    cells = tuple(Line(line, (1,) if sources else ()) for line in lines)
    blocks: tuple[Block, ...] = (
        Paragraph(cells), Bullets(cells), Bullets(cells, ordered=True),
        Facts(tuple((line.text, line) for line in cells)),
        Grid(lines[0], tuple(lines), (cells, cells)),
        Bars((*(Bar(line, 812, lines[0], 650) for line in cells), Bar(Line("alone"), 3, "x"))),
    )
    section = Section("all", lines[0], blocks)
    return Document("test", lang, title, lines[0], (section,), sources, "", "2026-11-22")
