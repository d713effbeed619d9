from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from i18n.errors import AtlasError
from i18n.text import Text
from render.deck import faults
from render.deck.proof import faults_of, prove
from scene.grammar import read_choice
from tests.render.deck.decks import (
    Deck,
    Spoil,
    deck,
    described,
    longer,
    map_of,
    removed,
    smaller,
    spoilt,
    words,
)
from tests.render.deck.templates import changed

REGION, FIGURES = 1, 3


@pytest.fixture(scope="module")
def good() -> Deck:
    return deck()


def test_a_good_deck_has_no_fault(good: Deck) -> None:
    assert list(faults_of(good.content, good.spreads, good.setting)) == []


def region(file: Any) -> Any:
    return file.slides[REGION]


def titled(slide: Any, title: str) -> None:
    slide.shapes.title.text_frame.text = title


def dropped(file: Any) -> None:
    slides = file.slides._sldIdLst
    file.part.drop_rel(slides[-1].rId)
    slides.remove(slides[-1])


def with_other_values(file: Any) -> None:
    chart = next(shape.chart for slide in file.slides for shape in slide.shapes if shape.has_chart)
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = list(chart.plots[0].categories)
    for series in chart.plots[0].series:
        data.add_series(series.name, [value + 1 for value in series.values])
    chart.replace_data(data)


def chart_of(file: Any) -> Any:
    return next(shape for slide in file.slides for shape in slide.shapes if shape.has_chart)


def table_of(file: Any) -> Any:
    return next(shape for slide in file.slides for shape in slide.shapes if shape.has_table)


def foot(slide: Any, kind: str) -> Any:
    return next(shape for shape in slide.placeholders if kind in str(shape.placeholder_format.type))


def first_run(shape: Any) -> Any:
    return shape.text_frame.paragraphs[-1].runs[0]


def stamp_of(slide: Any) -> Any:
    return next(shape for shape in words(slide) if "未定稿" in shape.text_frame.text)


def noted(slide: Any, words: str) -> None:
    slide.notes_slide.notes_text_frame.text = words


def numbered(slide: Any) -> None:
    number = foot(slide, "SLIDE_NUMBER")
    number._element.xpath(".//a:t")[0].text = "77"


SPOILT: dict[str, tuple[Spoil, Text]] = {
    "a slide is gone": (dropped, faults.OTHER_COUNT),
    "no title": (lambda file: titled(region(file), ""), faults.NO_TITLE),
    "another title": (lambda file: titled(region(file), "欧州"), faults.OTHER_TITLE),
    "a title twice": (lambda file: titled(region(file), file.slides[2].shapes.title.text_frame.text),
                      faults.SAME_TITLE),
    "too many words": (lambda file: longer(words(region(file))[2]), faults.OVERFLOW),
    "words off the slide": (lambda file: setattr(words(region(file))[2], "left", Pt(900)), faults.OFF_SLIDE),
    "words over words": (lambda file: setattr(words(region(file))[3], "top", words(region(file))[4].top),
                         faults.OVERLAP),
    "a map over words": (lambda file: setattr(map_of(region(file)), "left", Pt(300)), faults.OVERLAP),
    "tiny words": (lambda file: smaller(words(region(file))[2]), faults.TOO_SMALL),
    "a sign of no font": (lambda file: setattr(first_run(words(region(file))[3]), "text", "\U00013000"),
                          faults.NO_GLYPH),
    "a number of nowhere": (lambda file: setattr(first_run(words(region(file))[3]), "text", "98,765件"),
                            faults.UNTRACED),
    "a number in a table": (lambda file: setattr(table_of(file).table.cell(1, 1), "text", "98,765"), faults.UNTRACED),
    "no stamp": (lambda file: removed(stamp_of(region(file))), faults.NO_STAMP),
    "no date": (lambda file: removed(foot(region(file), "DATE")), faults.NO_DATE),
    "no name of the atlas": (lambda file: removed(foot(region(file), "FOOTER")), faults.NO_APP),
    "another number": (lambda file: numbered(region(file)), faults.NO_NUMBER),
    "other notes": (lambda file: noted(region(file), "メモ"), faults.OTHER_NOTES),
    "a map that says nothing": (lambda file: described(map_of(region(file)), ""), faults.NO_MEANING),
    "a map that says another thing": (lambda file: described(map_of(region(file)), "欧州の地図"), faults.OTHER_MEANING),
    "a chart that says another thing": (lambda file: described(chart_of(file), "グラフ"), faults.OTHER_MEANING),
    "no map": (lambda file: removed(map_of(region(file))), faults.MISSING),
    "other values": (with_other_values, faults.OTHER_VALUES),
    "a link outside": (lambda file: region(file).part.relate_to("https://example.invalid/", RELATIONSHIP_TYPE.IMAGE,
                                                                 is_external=True), faults.OUTSIDE_LINK),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_spoilt_deck_is_held_back(case: str, good: Deck) -> None:
    spoil, fault = SPOILT[case]
    found = list(faults_of(spoilt(good.content, spoil), good.spreads, good.setting))
    assert [text for text in found if is_of(text, fault)], [text.ja for text in found]


def is_of(found: Text, fault: Text) -> bool:
    """Tell whether a fault found is of a kind: alike but for what stands in the braces."""
    pieces = [piece.split("}")[-1] for piece in fault.ja.split("{")]
    return all(piece in found.ja for piece in pieces)


def test_a_deck_that_is_cut_short_is_held_back(good: Deck) -> None:
    cut = good.content[:len(good.content) // 2]
    assert list(faults_of(cut, good.spreads, good.setting)) == [faults.BROKEN_FILE]


def test_a_deck_that_remembers_another_view_is_held_back(good: Deck) -> None:
    other = replace(good.setting, choice=read_choice("layers=isdbt").choice)
    assert faults.OTHER_MEMORY in list(faults_of(good.content, good.spreads, other))


def test_a_deck_whose_record_is_lost_is_held_back(good: Deck) -> None:
    lost = changed(good.content, lambda _name, part: (
        part.replace(b"xpacket", b"xpocket").replace(b"TenkaiAtlas", b"TenkaiOther")))
    assert faults.NO_MEMORY in list(faults_of(lost, good.spreads, good.setting))


def test_the_first_fault_holds_the_deck_back(good: Deck) -> None:
    with pytest.raises(AtlasError, match="held back"):
        prove(good.content[:1000], good.spreads, good.setting)
