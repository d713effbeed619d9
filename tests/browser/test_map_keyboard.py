"""The map without a pointer: arrow keys go from country to country, and what is come to is said aloud."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.fixture
def atlas(page_address: str, open_page: Open) -> MapView:
    """Give a map of South America that has the focus."""
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt&bbox=-90,-40,-30,15"))
    atlas.page.wait_for_timeout(1500)
    atlas.frame.locator("#map_div").focus()
    return atlas


def press(atlas: MapView, *keys: str) -> None:
    for key in keys:
        atlas.page.keyboard.press(key)


def test_arrows_walk_to_the_next_country_which_is_said_and_shown(atlas: MapView) -> None:
    said = atlas.frame.locator("[aria-live=polite]")
    press(atlas, "ArrowRight")
    expect(said).to_contain_text("ボリビア")
    press(atlas, "ArrowRight")
    expect(said).to_contain_text("パラグアイ、停波予定")
    expect(atlas.frame.locator(".atlas-tip")).to_contain_text("パラグアイ")
    expect(atlas.frame.locator("path.country.visited")).to_have_attribute("data-id", "PRY")


def test_enter_selects_and_esc_leaves_then_clears(atlas: MapView) -> None:
    press(atlas, "ArrowRight", "Enter")
    expect(atlas.page).to_have_url(re.compile("select=BOL"))
    expect(atlas.frame.locator("#atlas-summary")).to_contain_text("選択中: ボリビア")
    press(atlas, "Escape")
    expect(atlas.frame.locator("path.country.visited")).to_have_count(0)
    expect(atlas.page).to_have_url(re.compile("select=BOL"))
    press(atlas, "Escape")
    expect(atlas.page).not_to_have_url(re.compile("select"))


def test_shift_and_arrows_pan_and_plus_and_minus_zoom(atlas: MapView) -> None:
    _latitude, longitude, zoom = atlas.view()
    press(atlas, "Shift+ArrowRight")
    atlas.page.wait_for_timeout(800)
    assert atlas.view()[1] > longitude
    press(atlas, "+")
    atlas.page.wait_for_timeout(800)
    assert atlas.view()[2] > zoom
    press(atlas, "-")
    atlas.page.wait_for_timeout(800)
    assert atlas.view()[2] == zoom


def test_a_walk_out_of_sight_takes_the_map_along(atlas: MapView) -> None:
    press(atlas, *["ArrowUp"] * 6)
    visited = atlas.run("""() => {
      const shape = document.querySelector("path.country.visited").getBoundingClientRect();
      return shape.right > 0 && shape.left < innerWidth && shape.bottom > 0 && shape.top < innerHeight;
    }""")
    assert visited


def test_the_focus_can_be_seen_and_the_map_says_what_it_is(atlas: MapView) -> None:
    press(atlas, "ArrowRight")
    ring = atlas.run("() => getComputedStyle(document.querySelector('#map_div'), '::after').borderTopWidth")
    assert ring == "3px"
    expect(atlas.frame.locator("#map_div")).to_have_attribute("aria-describedby", "atlas-summary")
    expect(atlas.frame.locator("#atlas-summary")).to_contain_text("地デジ日本方式(ISDB-T)採用国 20件")
