"""Countries too small to be seen: each is a dot of its colour while the map is far, and none when it is near."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
DOTS = """() => [...document.querySelectorAll("path.country_dot")].map((path) => path.getAttribute("fill"))"""


def test_small_island_states_are_dots_of_their_colour_until_the_map_is_near(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=redundancy&region=oceania"))
    settle(atlas.page)
    fills = atlas.run(DOTS)
    assert 15 <= len(fills) <= 23
    assert len(set(fills)) == 5
    atlas.move(-17.8, 178, 9)
    assert len(atlas.run(DOTS)) < len(fills)


def test_a_dot_is_picked_like_its_country(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=redundancy&region=oceania&lang=en"))
    settle(atlas.page)
    atlas.click_at(-8.5, 179.2)
    expect(atlas.page).to_have_url(re.compile("select=TUV"))


def test_only_countries_that_a_layer_colours_have_dots(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables&region=oceania"))
    settle(atlas.page)
    assert atlas.run(DOTS) == []
