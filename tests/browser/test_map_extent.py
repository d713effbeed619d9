"""What part of the world shows: the filters decide until a person moves the map, and then nothing but the person."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.settled import settle
from tests.profile import many

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
ISLANDS = (-12.5, 172.25, 4.25)
CHANGES = many(sample=12, prove=500)
EXTENT = re.compile(r"bbox=")
WATCH_FRAMES = """() => {
  const countries = () => [...document.querySelectorAll("path.country")];
  const drawn = () => countries().filter((path) => path.getAttribute("d") !== "M0 0").length;
  const whole = drawn();
  window.fewest = 1;
  const look = () => { window.fewest = Math.min(window.fewest, drawn() / whole); requestAnimationFrame(look); };
  look();
}"""


def moved(page_address: str, open_page: Open, query: str = "") -> MapView:
    """Open the page and move its map as a person would."""
    atlas = MapView(open_page(f"{page_address}/?{query}"))
    atlas.page.wait_for_timeout(1500)
    atlas.move(*ISLANDS)
    expect(atlas.page).to_have_url(EXTENT)
    return atlas


def test_the_world_stays_out_of_the_address_until_the_map_is_moved(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt"))
    atlas.page.wait_for_timeout(2500)
    expect(atlas.page).not_to_have_url(EXTENT)


def test_neither_the_south_of_the_world_nor_a_tooltip_lies_behind_the_legend(
    page_address: str, open_page: Open
) -> None:
    atlas = MapView(open_page(f"{page_address}/"))
    settle(atlas.page)
    top = atlas.run("() => document.querySelector('.atlas-legend').getBoundingClientRect().top")
    assert atlas.run("() => window.map.latLngToContainerPoint([-40, 150]).y") < top
    atlas.point_at(-35, 296)
    assert atlas.run("() => document.querySelector('.atlas-tip').getBoundingClientRect().bottom") <= top


def test_the_address_of_a_moved_map_gives_the_same_centre_and_zoom(page_address: str, open_page: Open) -> None:
    atlas = moved(page_address, open_page, "layers=isdbt")
    again = MapView(open_page(atlas.page.url))
    again.until(f"() => Math.abs(window.map.getZoom() - {atlas.view()[2]}) < 1e-3")
    settle(again.page)
    assert again.view() == pytest.approx(atlas.view(), abs=1e-3)


def test_a_map_of_the_whole_world_comes_back_as_well(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt", width=1900))
    atlas.page.wait_for_timeout(1500)
    atlas.move(10, 100, 1.5)
    expect(atlas.page).to_have_url(EXTENT)
    before = atlas.view()
    again = MapView(open_page(atlas.page.url, width=1900))
    again.page.wait_for_timeout(1500)
    assert again.view() == pytest.approx(before, abs=1e-3)


def test_a_filter_with_a_frame_of_its_own_does_not_take_a_moved_map_along(page_address: str, open_page: Open) -> None:
    atlas = moved(page_address, open_page, "layers=isdbt")
    before = atlas.view()
    box = atlas.page.get_by_label("地域", exact=True)
    box.click()
    box.press_sequentially("アフリカ")
    atlas.page.get_by_role("option").filter(has_text="アフリカ").first.click()
    expect(atlas.page).to_have_url(re.compile("region=africa"))
    atlas.wait_for("country.told", 2)
    assert atlas.view() == before


def test_a_notice_that_appears_above_the_map_does_not_load_it_anew(page_address: str, open_page: Open) -> None:
    atlas = moved(page_address, open_page, "layers=isdbt,datacenters&region=africa")
    atlas.run("() => { window.map.sameAsBefore = true; }")
    atlas.page.get_by_role("button", name="地域: アフリカ").click()
    expect(atlas.page.get_by_text("により0件")).to_have_count(0)
    assert atlas.run("() => window.map.sameAsBefore") is True


def test_one_button_lets_the_filters_decide_again(page_address: str, open_page: Open) -> None:
    atlas = moved(page_address, open_page, "layers=isdbt&region=africa")
    atlas.frame.get_by_role("button", name="絞り込みに合わせて全体を表示").click()
    latitude, longitude, _zoom = atlas.view()
    assert -40 < latitude < 30
    assert 0 < longitude < 40
    expect(atlas.page).not_to_have_url(EXTENT)


def test_random_changes_leave_centre_and_zoom_and_take_no_shape_away(page_address: str, open_page: Open) -> None:
    atlas = moved(page_address, open_page)
    atlas.page.wait_for_timeout(1500)
    before = atlas.view()
    atlas.run(WATCH_FRAMES)
    chance = random.Random(20251125)
    for _ in range(CHANGES):
        change_something(atlas, chance)
        assert atlas.view() == pytest.approx(before, abs=1e-6)
    atlas.page.wait_for_timeout(1500)
    assert atlas.view() == pytest.approx(before, abs=1e-6)
    assert atlas.run("() => window.fewest") >= 0.95


def change_something(atlas: MapView, chance: random.Random) -> None:
    """Press a switch of the legend, a layer, the language or a chip, or choose a region; then let it settle."""
    page, frame = atlas.page, atlas.frame
    filters = page.locator(".st-key-chips > :not(:has(.st-key-presets))")  # a preset goes to an extent of its own
    chips = filters.get_by_role("button")
    pressable = [
        frame.locator(".atlas-legend button"), frame.locator(".atlas-legend button"),
        page.get_by_test_id("stSidebar").get_by_test_id("stCheckbox").locator("label"),
        page.locator(".st-key-header button"), *([chips] if chips.count() else []),
    ]
    found = chance.choice([*pressable, None])
    if found is None:
        choose_region(page, chance)
    else:
        expect(found.first).to_be_visible()
        found.nth(chance.randrange(found.count())).click()
    page.wait_for_timeout(chance.choice((50, 300, 900)))


def choose_region(page: Page, chance: random.Random) -> None:
    page.keyboard.press("Escape")  # a box that is open would take the click for its own end
    settle(page)
    box = page.get_by_test_id("stSidebar").get_by_test_id("stMultiSelect").first.locator("input")
    box.click()
    box.press("ArrowDown")  # Streamlit's list may stay shut at the first click after its choices changed
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    options.nth(chance.randrange(options.count())).click()
    page.keyboard.press("Escape")
