"""Colours and the cut in thought in a real browser, on the page as it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.offline import Traffic

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
STROKE = """() => document.querySelector('path.line[data-id="tonga-cable"]').getAttribute("stroke")"""


def test_a_cable_is_cut_from_its_facts_and_mended_again(page_address: str, open_page: Open, traffic: Traffic) -> None:
    page = open_page(f"{page_address}/?layers=cables&select=tonga-cable&lang=en")
    atlas = MapView(page)
    page.get_by_role("button", name="What if this cable is cut").click()
    atlas.until("() => document.querySelectorAll('path.line.cut[data-id=\"tonga-cable\"]').length === 1")
    assert atlas.count(".cut-mark") == 1
    assert atlas.count("path.lost") == 6
    assert atlas.count("path.lost-country") > 0
    expect(page.get_by_text("Tonga: every landing loses its path")).to_be_visible()
    expect(page).to_have_url(re.compile("cut=tonga-cable"))
    page.get_by_role("button", name="Undo the cut").click()
    atlas.until("() => !document.querySelector('path.cut, .cut-mark, path.lost, path.lost-country')")
    assert traffic.errors == []


def test_the_map_changes_its_colours_in_place(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=cables&lang=en")
    atlas = MapView(page)
    before, view = atlas.run(STROKE), atlas.view()
    page.get_by_label("Submarine cables: colour by").click()
    page.get_by_role("option", name="Theme", exact=True).click()
    atlas.until(f"() => ({STROKE})() !== '{before}'")
    assert atlas.run(STROKE) == "#12906c"
    assert atlas.view() == view
    expect(atlas.frame.get_by_text("Asia–South America (Chile)")).to_be_visible()


def test_a_preset_opens_its_own_view(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en&region=africa")
    atlas = MapView(page)
    page.get_by_role("button", name="Pacific islands", exact=True).click()
    atlas.wait_for("cables.line", 35)
    west, east = atlas.run("() => { const b = window.map.getBounds(); return [b.getWest(), b.getEast()]; }")
    assert west <= 128
    assert east >= 226
