"""A finished deck read back: each slide's boxes with their words as the file has them, for the proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn
from pptx.slide import Slide

from render.deck.area import Area
from render.deck.base import TITLES, area_of
from render.deck.fitting import lines_of
from render.picture.canvas import LINE_HEIGHT
from render.slides.shapes import EMU_PER_POINT

FEET = ("dt", "ftr", "sldNum")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph as it is set: its text, size, hanging indent, room before it and height of its lines (points)."""

    text: str
    size: float
    hang: float = 0.0
    before: float = 0.0
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A shape of a slide: what kind of thing it is, where it stands, what it says and what is read out for it."""

    kind: str  # title, foot, words, table, chart, picture, map, other
    name: str
    meaning: str
    area: Area | None
    said: tuple[Words, ...] = ()
    place: str = ""  # of a footer: dt, ftr, sldNum
    heights: float = 0.0  # of a table's rows

    @property
    def text(self) -> str:
        return "\n".join(words.text for words in self.said)

    @property
    def height(self) -> float:
        """Measure its words as PowerPoint sets them between its sides."""
        width = self.area.width if self.area else 0.0
        return sum(words.before + len(lines_of(words.text, words.size, width - words.hang)) * words.line
                   for words in self.said)


def things_of(slide: Slide) -> list[Thing]:
    """Read the shapes of a slide, a group as one thing."""
    return [_thing(shape) for shape in slide.shapes]


def _thing(shape: Any) -> Thing:
    named = shape._element.find(f".//{qn('p:cNvPr')}")
    asked = shape._element.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")
    area = area_of(shape)
    name, meaning = named.get("name"), named.get("descr") or ""
    if asked is not None:
        return _placeholder(shape, asked, name, area)
    if shape._element.tag == qn("p:grpSp"):
        return Thing("map", name, meaning, area)
    if shape._element.tag == qn("p:pic"):
        return Thing("picture", name, meaning, area)
    if getattr(shape, "has_chart", False):
        return Thing("chart", name, meaning, area)
    if getattr(shape, "has_table", False):
        rows = sum(int(row.get("h")) for row in shape._element.iter(qn("a:tr"))) / EMU_PER_POINT
        return Thing("table", name, meaning, area, tuple(_paragraphs(shape._element)), heights=rows)
    said = tuple(_paragraphs(shape._element))
    return Thing("words" if said else "other", name, meaning, area, said)


def _placeholder(shape: Any, asked: Any, name: str, area: Area | None) -> Thing:
    said = tuple(Words(paragraph.text, 0.0) for paragraph in shape.text_frame.paragraphs if paragraph.text)
    if shape.placeholder_format.type in TITLES:
        return Thing("title", name, "", area, said)
    return Thing("foot", name, "", area, said, asked.get("type") or "")


def _paragraphs(element: Any) -> Iterator[Words]:
    for paragraph in element.iter(qn("a:p")):
        runs = [(run.findtext(qn("a:t")) or "", run.find(qn("a:rPr"))) for run in paragraph.iter(qn("a:r"))]
        text = "".join(words for words, _face in runs)
        if not text.strip():
            continue
        sizes = [int(face.get("sz") or 0) / 100 for words, face in runs if words.strip() and face is not None]
        yield _measured(paragraph, text, sizes)


def _measured(paragraph: Any, text: str, sizes: list[float]) -> Words:
    size, set_ = max(sizes, default=0.0), paragraph.find(qn("a:pPr"))
    hang = int(set_.get("marL") or 0) / EMU_PER_POINT if set_ is not None else 0.0
    before, line = (_points(set_, name) for name in ("a:spcBef", "a:lnSpc"))
    _label, tab, value = text.partition("\t")
    return Words(value if tab else text, size, hang, before, line or size * LINE_HEIGHT)


def _points(set_: Any, name: str) -> float:
    found = set_.find(f"{qn(name)}/{qn('a:spcPts')}") if set_ is not None else None
    return int(found.get("val")) / 100 if found is not None else 0.0


def least_size(slide: Slide) -> tuple[float, str]:
    """Give the smallest size of type on a slide, also on its map, with the words that are set in it."""
    found = [(int(run.find(qn("a:rPr")).get("sz")) / 100, run.findtext(qn("a:t")) or "")
             for run in slide._element.iter(qn("a:r")) if run.find(qn("a:rPr")) is not None
             and run.find(qn("a:rPr")).get("sz")]
    return min(found, default=(99.0, ""))
