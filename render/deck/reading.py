"""A finished deck read back: each slide's boxes with their words as the file has them, for the proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn
from pptx.slide import Slide

from render.deck.area import Area
from render.deck.base import TITLES, area_of
from render.deck.fitting import lines_of
from render.slides.shapes import EMU_PER_POINT
from render.slides.words_back import Paragraph, paragraphs_of


@dataclass(frozen=True, slots=True)
class Thing:
    """A shape of a slide: what kind of thing it is, where it stands, what it says and what is read out for it."""

    kind: str  # title, foot, words, table, chart, picture, map, other
    name: str
    meaning: str
    area: Area | None
    said: tuple[Paragraph, ...] = ()
    place: str = ""  # of a footer: dt, ftr, sldNum
    rows: float = 0.0  # heights of a table's rows together

    @property
    def text(self) -> str:
        return "\n".join(each.words for each in self.said)

    @property
    def height(self) -> float:
        """Measure its rows, or its words as PowerPoint sets them between its sides; a label stands beside its value."""
        width = self.area.width if self.area else 0.0
        return self.rows or sum(
            each.before + len(lines_of(each.words.rpartition("\t")[2], each.size, width - each.indent)) * each.height
            for each in self.said)


def things_of(slide: Slide) -> list[Thing]:
    """Read the shapes of a slide, a group as one thing."""
    return [_thing(shape) for shape in slide.shapes]


def _thing(shape: Any) -> Thing:
    element, kind = shape._element, _kind(shape)
    about, asked = element.find(f".//{qn('p:cNvPr')}"), _placeholder(shape)
    said = () if kind == "map" else tuple(each for each in paragraphs_of(element) if each.words.strip())
    rows = sum(int(row.get("h")) for row in element.iter(qn("a:tr"))) / EMU_PER_POINT
    return Thing(kind if said or kind != "words" else "other", about.get("name"), about.get("descr") or "",
                 area_of(shape), said, asked.get("type") or "" if kind == "foot" else "", rows)


def _kind(shape: Any) -> str:
    if _placeholder(shape) is not None:
        return "title" if shape.placeholder_format.type in TITLES else "foot"
    if getattr(shape, "has_chart", False):
        return "chart"
    if getattr(shape, "has_table", False):
        return "table"
    return {qn("p:grpSp"): "map", qn("p:pic"): "picture"}.get(shape._element.tag, "words")


def _placeholder(shape: Any) -> Any:
    return shape._element.find(f"{qn('p:nvSpPr')}/{qn('p:nvPr')}/{qn('p:ph')}")


def least_size(slide: Slide) -> tuple[float, str]:
    """Give the smallest size of type on a slide, also on its map, with the words that are set in it."""
    found = [(int(run.find(qn("a:rPr")).get("sz")) / 100, run.findtext(qn("a:t")) or "")
             for run in slide._element.iter(qn("a:r")) if run.find(qn("a:rPr")) is not None
             and run.find(qn("a:rPr")).get("sz")]
    return min(found, default=(99.0, ""))
