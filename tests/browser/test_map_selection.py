"""What is selected on the map: it lifts out, its landings are named, and it outlives a filter or another language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
CLICK = """([selector, ctrl]) => document.querySelector(selector).dispatchEvent(
  new MouseEvent("click", {bubbles: true, ctrlKey: ctrl, clientX: 5, clientY: 5}))"""


def test_the_landings_of_the_selected_cable_are_named(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables&select=humboldt&bbox=140,-60,-60,20"))
    names = atlas.frame.locator(".name.landing div")
    expect(names.filter(has_text="シドニー")).to_be_visible()
    expect(names.filter(has_text="バルパライソ")).to_be_visible()
    assert atlas.run("() => document.querySelector('path.line.chosen').dataset.id") == "humboldt"
    atlas.page.get_by_text("English", exact=True).click()
    expect(names.filter(has_text="Sydney")).to_be_visible()


def test_a_landing_lists_its_systems_beside_the_pointer_and_in_its_facts(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=landings&select=sydney-australia"))
    atlas.run("""() => document.querySelector('path.mark[data-id="sydney-australia"]').dispatchEvent(
        new MouseEvent("mouseover", {bubbles: true, clientX: 300, clientY: 200}))""")
    expect(atlas.frame.locator(".atlas-tip")).to_contain_text("フンボルト")
    expect(atlas.page.locator(".st-key-facts")).to_contain_text("フンボルト")


def test_a_click_with_ctrl_adds_to_the_selection_and_a_second_takes_it_away(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt&select=BRA"))
    atlas.run(CLICK, ["path.country[data-id=PER]", True])
    expect(atlas.page).to_have_url(re.compile("select=BRA%2CPER"))
    atlas.run(CLICK, ["path.country[data-id=BRA]", True])
    expect(atlas.page).to_have_url(re.compile("select=PER"))
    atlas.run(CLICK, ["path.country[data-id=CHL]", False])
    expect(atlas.page).to_have_url(re.compile("select=CHL"))


def test_selection_and_open_tooltip_outlive_a_filter_and_the_other_language(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt,cables&select=BRA"))
    settle(atlas.page)
    atlas.run("""() => document.querySelector("path.country[data-id=BRA]").dispatchEvent(
        new MouseEvent("mouseover", {bubbles: true, clientX: 500, clientY: 300}))""")
    tip = atlas.frame.locator(".atlas-tip")
    expect(tip).to_contain_text("ブラジル")
    atlas.page.locator(".st-key-layer-cables label").first.click()
    atlas.wait_for("cables.line", 0)
    expect(tip).to_contain_text("ブラジル")
    atlas.page.get_by_text("English", exact=True).click()
    expect(tip).to_contain_text("Brazil")
    assert atlas.count(".leaflet-rings-pane path") > 0
    expect(atlas.frame.locator("#atlas-summary")).to_contain_text("Selected: Brazil")
