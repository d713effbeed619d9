"""The slider of the years on the map: it agrees with the sieve, plays, and tells the page when it rests."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from playwright.sync_api import Page, expect

from layers.base import Kind
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.survey import years_on_offer
from tests.browser.mapview import MapView

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
ALL = f"layers={','.join(find_layers())}&show=all"
MOVE = """(moves) => {
  for (const [end, year] of moves) {
    const handle = document.querySelector(`.atlas-time .${end}`);
    handle.value = year;
    handle.dispatchEvent(new Event("input"));
  }
}"""
IDS = """(layer) => [...new Set(
  [...document.querySelectorAll(`path.${layer}:not(.off)`)].map((path) => path.dataset.id))].sort()"""
COLOURED = """() => Number(document.querySelector(".atlas-legend section h2 b").textContent)"""


@pytest.fixture
def atlas(map_address: str, open_page: Open) -> MapView:
    return MapView(open_page(map_address))


def drag(atlas: MapView, first: int, last: int) -> None:
    """Move both handles: the first year out of the way, the last to its place, then the first."""
    atlas.run(MOVE, [["from", years_on_offer()[0]], ["to", last], ["from", first]])


def said(atlas: MapView) -> str:
    return atlas.frame.locator(".atlas-time output").inner_text()


def told(page: Page) -> list[int] | None:
    """Wait for a message about years and give what it said."""
    expect(page.get_by_text("'years'")).to_be_visible()
    text = page.get_by_text("'years'").inner_text()
    found = re.search(r"'years': (\[\d+, \d+\]|None)", text)
    assert found
    years: list[int] | None = json.loads(found[1].replace("None", "null"))
    return years


def drawn(choice: Choice) -> dict[str, list[str]]:
    """List the rows that the sieve lets through, of the layers whose rows have marks or lines of their own."""
    sheets = [sheet for sheet in build_scene(choice).sheets if sheet.layer.kind != Kind.AREA]
    return {sheet.layer.id: sorted(sheet.rows["id"]) for sheet in sheets}


@pytest.mark.parametrize("query", [ALL, "year=2012-2016", "region=oceania&show=all"])
def test_the_map_shows_in_any_years_what_the_sieve_lets_through(map_address: str, open_page: Open, query: str) -> None:
    atlas = MapView(open_page(f"{map_address}/?q={query.replace('&', '%26').replace('=', '%3D')}"))
    random, choice = Random(query), read_choice(query).choice
    for _ in range(8):
        first, last = sorted(random.choices(range(years_on_offer()[0], years_on_offer()[1] + 1), k=2))
        drag(atlas, first, last)
        asked = replace(choice, year=None if (first, last) == years_on_offer() else (first, last))
        assert {layer: atlas.run(IDS, layer) for layer in drawn(asked)} == drawn(asked)


def test_countries_come_and_go_with_the_year_in_which_they_adopted(map_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{map_address}/?q=layers%3Disdbt"))
    for last, adopters in ((2006, 1), (2009, 5), (2019, 19)):
        drag(atlas, 2000, last)
        assert atlas.run(COLOURED) == adopters


def test_the_whole_span_brings_undated_rows_back(atlas: MapView) -> None:
    first, last = years_on_offer()
    drag(atlas, 2000, 2010)
    drag(atlas, first, last)
    assert atlas.shown("cables.line") == 83
    assert said(atlas) == "全期間"


def test_the_page_is_told_once_when_the_handle_rests(atlas: MapView) -> None:
    atlas.run(MOVE, [["from", 1995], *(["to", year] for year in range(2020, 2009, -1))])
    assert told(atlas.page) == [1995, 2010]
    expect(atlas.page.get_by_text("runs 2 |")).to_be_visible()
    atlas.page.wait_for_timeout(600)
    expect(atlas.page.get_by_text("runs 2 |")).to_be_visible()


def test_arrow_keys_move_a_handle_and_not_the_map(atlas: MapView) -> None:
    before, (_first, last) = atlas.view(), years_on_offer()
    atlas.frame.get_by_role("slider", name="おわりの年").focus()
    atlas.page.keyboard.press("ArrowLeft")
    atlas.page.keyboard.press("ArrowLeft")
    assert told(atlas.page) == [years_on_offer()[0], last - 2]
    assert atlas.view() == before


def test_a_step_moves_the_last_year_by_one(atlas: MapView) -> None:
    drag(atlas, 2000, 2010)
    atlas.frame.get_by_role("button", name="1年進める").click()
    assert said(atlas) == "2000年(平成12年) – 2011年(平成23年)"
    atlas.frame.get_by_role("button", name="1年戻す").click()
    assert said(atlas) == "2000年(平成12年) – 2010年(平成22年)"


def test_it_plays_only_when_asked_and_tells_nothing_before_it_is_paused(atlas: MapView) -> None:
    drag(atlas, 2004, 2005)
    told(atlas.page)
    shown = atlas.shown("cables.line")
    atlas.page.wait_for_timeout(1200)
    assert said(atlas).endswith("2005年(平成17年)")
    atlas.frame.get_by_role("button", name="年を追って再生").click()
    atlas.until("() => document.querySelector('.atlas-time output').textContent.includes('2008年')")
    assert atlas.shown("cables.line") > shown
    expect(atlas.page.get_by_text("'years': [2004, 2005]")).to_be_visible()
    atlas.frame.get_by_role("button", name="一時停止").click()
    expect(atlas.page.get_by_text(re.compile(r"'years': \[2004, 20(08|09)\]"))).to_be_visible()


def test_a_play_that_reaches_the_end_stops_with_everything(atlas: MapView) -> None:
    _first, last = years_on_offer()
    drag(atlas, years_on_offer()[0], last - 2)
    atlas.frame.get_by_role("button", name="年を追って再生").click()
    expect(atlas.page.get_by_text("'years': None")).to_be_visible()
    expect(atlas.frame.get_by_role("button", name="年を追って再生")).to_be_visible()
    assert atlas.shown("cables.line") == 83


def test_the_slider_speaks_english_without_eras(map_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{map_address}/?q=lang%3Den%26year%3D2010-2019"))
    assert said(atlas) == "2010 – 2019"
    expect(atlas.frame.get_by_role("slider", name="Last year")).to_have_attribute("aria-valuetext", "2019")


def test_table_counts_and_address_follow_the_slider(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt"))
    drag(atlas, 2006, 2010)
    expect(atlas.page.get_by_text("11件を表示")).to_be_visible()
    assert "year=2006-2010" in atlas.page.url
    drag(atlas, *years_on_offer())
    expect(atlas.page.get_by_text("20件を表示")).to_be_visible()
    assert "year=" not in atlas.page.url
