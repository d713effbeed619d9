"""Decks as a reader judges them: no number of a source alone on a line, even columns, a foot without repeats."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from analysis.digest.digest import digest
from analysis.document import Document, Grid, Line
from i18n.text import Lang
from layers.wording import Source
from render.deck.area import Area
from render.deck.blocks import fitting_sources
from render.deck.cover import cover
from render.deck.fitting import NO_BREAK, lines_of
from render.deck.house import house
from render.deck.save import setting_of
from render.deck.tables import pieces_of
from render.deck.telling import sources_of
from render.deck.words import cites_of
from render.palette import PALETTES
from scene.grammar import read_choice

ONE, TWO = "ministry-of-communications.example.jp", "agency-for-cooperation.example.jp"
LEGIBLE = 4.0
"""The least contrast of bold numbers on bars; mono's greys, which must be told apart, come next to it."""


def luminance(colour: str) -> float:
    parts = [int(colour.lstrip("#")[at:at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def bars_of(look: str) -> list[str]:
    """Give the accents of our own theme, which a chart's bars have."""
    part = house(look).file.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    return [theme.find(f".//{qn(f'a:accent{at}')}/{qn('a:srgbClr')}").get("val") for at in range(1, 7)]


def test_the_number_of_a_source_never_stands_alone_on_a_line() -> None:
    (run,) = cites_of("[1]", 16.0, "tx2")
    assert run.text == f"{NO_BREAK}[1]"
    assert not cites_of("", 16.0, "tx2")


def test_words_are_measured_alike_whether_or_not_a_break_may_stand_before_the_numbers() -> None:
    said = "独立した海底ケーブル経路: いま4、建設中・計画を含めて7"
    for width in range(60, 400, 7):
        assert lines_of(f"{said}{NO_BREAK}[3]", 12.0, float(width)) == lines_of(f"{said} [3]", 12.0, float(width))


def test_two_wide_columns_are_narrowed_alike() -> None:
    long = Line("太平洋インフラ融資ファシリティと総務省海外展開行動計画の概要と二国間の協力覚書")
    (table,) = pieces_of(Grid("", ("公表元", "支える項目"), ((long, long),)), 450.0, 400.0)
    assert table.widths[0] == pytest.approx(table.widths[1], abs=0.2)


def test_a_publisher_stands_once_at_the_foot_and_every_source_left_out_is_counted() -> None:
    said = tuple(Source(f"https://www.{host}/{at}", f"https://www.{host}/{at}")
                 for at, host in enumerate((ONE, TWO, TWO, ONE, TWO)))
    origins = sources_of(Document("x", Lang.JA, "x", "", (), said, "2026-11-22", ""))
    assert [origin.words for origin in origins] == [f"[1, 4] {ONE}", f"[2, 3, 5] {TWO}"]
    _size, words = fitting_sources(origins, Area(0, 0, 170, 13), Lang.JA)
    assert words == "ほか5件は備考欄に記載"


def test_a_template_s_cover_says_what_the_deck_is_narrowed_to() -> None:
    choice = read_choice("country=UZB,FJI").choice
    setting = setting_of(choice, house(choice.look), plain=False)
    bare = cover(digest("cover", choice), replace(setting, is_house=False), "date")
    assert bare.subtitle.splitlines()[0] == "国・地域=ウズベキスタン、フィジー"
    assert bare.subtitle.splitlines()[-1].startswith("データ時点")


@pytest.mark.parametrize("look", PALETTES)
def test_numbers_are_legible_on_the_bars_and_bars_beside_each_other_differ(look: str) -> None:
    bars = bars_of(look)
    least = 3.4 if look == "mono" else LEGIBLE
    assert min(contrast(PALETTES[look].paper, bar) for bar in bars) >= least
    assert all(contrast(one, other) >= 1.25 for one, other in pairwise(bars)) or look != "mono"
    if PALETTES[look].grey:
        assert all(len({bar[0:2], bar[2:4], bar[4:6]}) == 1 for bar in bars)
