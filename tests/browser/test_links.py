"""Table, map and facts as one: what is selected in one is selected in all; countries stand side by side."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
IN_SIGHT = """(line) => {
  const [own, box] = [line, line.closest(".scroll")].map((element) => element.getBoundingClientRect());
  return own.top >= box.top && own.bottom <= box.bottom;
}"""


def line(page: Page, row_id: str) -> Locator:
    return page.locator(f'.atlas-table tr[data-id="{row_id}"]')


def facts(page: Page) -> Locator:
    return page.locator(".st-key-facts")


def test_a_row_that_is_clicked_is_ringed_on_the_map_and_opens_its_facts(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=cables&lang=en")
    atlas = MapView(page)
    line(page, "humboldt").get_by_role("button").click()
    expect(facts(page).get_by_role("heading", name="Humboldt Cable")).to_be_visible()
    expect(line(page, "humboldt").get_by_role("button")).to_have_attribute("aria-pressed", "true")
    atlas.until("() => document.querySelectorAll('path.cables.chosen').length > 0")
    expect(page).to_have_url(re.compile("select=humboldt"))
    line(page, "humboldt").get_by_role("button").click()
    expect(page).not_to_have_url(re.compile("select="))


def test_a_cable_that_is_clicked_on_the_map_turns_the_table_to_its_layer_and_page(
    page_address: str, open_page: Open
) -> None:
    page = open_page(f"{page_address}/?layers=isdbt,cables&table=isdbt&lang=en")
    atlas = MapView(page)
    atlas.move(-25, 240, 3)
    on_top = atlas.click_line("humboldt")
    expect(line(page, on_top)).to_have_class("chosen pointed")  # the pointer is still on it
    assert line(page, on_top).evaluate(IN_SIGHT)
    expect(page).to_have_url(re.compile("table=cables"))


def test_a_link_to_a_far_row_opens_its_page_and_a_page_that_is_turned_to_is_in_the_address(
    page_address: str, open_page: Open
) -> None:
    page = open_page(f"{page_address}/?select=uz-uztelecom-bukhara&lang=en")
    expect(line(page, "uz-uztelecom-bukhara")).to_have_class("chosen")
    expect(page.get_by_role("button", name="Page 3")).to_have_attribute("aria-current", "page")
    page.get_by_role("button", name="Page 2").click()
    expect(page.get_by_text("51–100 of 248")).to_be_visible()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.get_by_role("button", name="Page 2")).to_be_focused()


def test_a_column_sorts_up_down_and_not_at_all(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=cables&lang=en")
    head = page.get_by_role("columnheader", name="Published length")
    for order, part in (("ascending", "sort=length_km"), ("descending", "sort=-length_km")):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        expect(page).to_have_url(re.compile(part))
    head.get_by_role("button").click()
    expect(page).not_to_have_url(re.compile("sort="))


def test_facts_show_the_country_on_the_map(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?select=UZB&lang=en")
    atlas = MapView(page)
    facts(page).get_by_role("button", name="Show on the map").click()
    expect(page).to_have_url(re.compile("bbox="))
    atlas.until("() => window.map.getZoom() > 3 && window.map.getBounds().contains([41, 64])")


def test_countries_chosen_one_after_the_other_stand_side_by_side(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?select=BRA,CHL,PER&lang=en")
    table = page.locator(".atlas-compared")
    expect(table.get_by_role("columnheader")).to_have_text(["Item", "Brazil", "Chile", "Peru"])
    box = page.get_by_label("Compare countries (up to 4)", exact=True)
    for typed in ("Uzbek", "Angola"):
        box.click()
        box.press_sequentially(typed)
        page.get_by_role("option").filter(has_text=typed).first.click()
        page.keyboard.press("Escape")
        expect(table.get_by_role("columnheader").nth(4)).to_have_text("Uzbekistan")
    expect(page.get_by_text("At most 4 countries or items")).to_be_visible()
    expect(page).to_have_url(re.compile("select=BRA%2CCHL%2CPER%2CUZB"))


def test_the_comparison_is_saved_as_a_file(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?select=BRA,CHL&lang=en")
    with page.expect_download() as saved:
        page.locator(".st-key-comparison").get_by_role("button", name="Save the comparison").click()
    assert "Brazil (BRA),Chile (CHL)" in saved.value.path().read_text("utf-8-sig")


def test_a_row_that_is_pointed_at_is_lifted_on_the_map_and_in_the_legend(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=cables,mocs&table=cables&lang=en")
    atlas = MapView(page)
    line(page, "humboldt").hover()
    atlas.until("() => document.querySelectorAll('path.cables.pointed').length > 0")
    assert atlas.run("() => [...document.querySelectorAll('path.pointed')].every((p) => p.dataset.id === 'humboldt')")
    assert atlas.frame.locator(".atlas-legend button.pointed").all_inner_texts() == ["Planned\n11"]
    page.get_by_role("heading", name="Tenkai Atlas").hover()
    atlas.until("() => document.querySelectorAll('.pointed').length === 0")


def test_what_is_pointed_at_on_the_map_or_in_its_legend_is_lifted_in_the_table(
    page_address: str, open_page: Open
) -> None:
    page = open_page(f"{page_address}/?layers=isdbt&lang=en")
    atlas = MapView(page)
    settle(page)
    atlas.point_at(-10, 305)
    expect(page.locator(".atlas-table tr.pointed")).to_have_attribute("data-id", "BRA")
    atlas.frame.locator(".atlas-legend section button", has_text="Planned").last.hover()
    expect(page.locator(".atlas-table tr.pointed")).to_have_count(7)
