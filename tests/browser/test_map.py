"""The interactive map in a headless Chromium: offline, mounted once, restyled in place, clickable."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.mapview import MapView
from tests.browser.offline import APPS, Traffic, serving, watch_frames

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
BUDGET_BYTES = 10_000
OPACITY = "(selector) => Number(getComputedStyle(document.querySelector(selector)).opacity)"


@pytest.fixture
def atlas(map_address: str, open_page: Open) -> MapView:
    return MapView(open_page(map_address))


def press(atlas: MapView, name: str) -> None:
    atlas.page.get_by_role("button", name=name, exact=True).click()


def runs(page: Page) -> int:
    return int(re.findall(r"runs (\d+)", page.get_by_text("runs").inner_text())[0])


def test_the_map_opens_without_a_request_to_another_host(atlas: MapView, traffic: Traffic) -> None:
    atlas.page.wait_for_timeout(500)
    assert (traffic.outside, traffic.failed, traffic.errors) == ([], [], [])
    assert atlas.count("path.country") > 200


def test_each_cable_of_the_scene_shows_once(atlas: MapView) -> None:
    assert atlas.shown("cables.line") == 83
    press(atlas, "all")
    atlas.wait_for("cables.line", 98)


def test_the_world_is_seen_at_first_with_the_pacific_in_the_middle(atlas: MapView) -> None:
    atlas.until(
        "() => { const b = window.map.getBounds();"
        " return b.getWest() <= -30 && b.getSouth() <= -46 && b.getEast() >= 330 && b.getNorth() >= 73; }"
    )
    middle = atlas.run("() => { const b = window.map.getBounds(); return (b.getWest() + b.getEast()) / 2; }")
    assert middle == pytest.approx(150, abs=0.5)


def test_a_change_keeps_zoom_and_centre_and_the_mounted_map(atlas: MapView) -> None:
    atlas.move(-8.25, 171.5, 4.25)
    before = atlas.view()
    atlas.run("() => { window.map.mark_of_the_test = true; }")
    for button, cables in (("all", 98), ("planned", 11), ("isdbt", 0), ("english", 83), ("default", 83)):
        press(atlas, button)
        atlas.wait_for("cables.line", cables)
        assert atlas.view() == before
    assert atlas.run("() => window.map.mark_of_the_test") is True


def test_a_new_frame_is_gone_to_once(atlas: MapView) -> None:
    press(atlas, "oceania")
    atlas.wait_for("cables.line", 47)
    latitude, longitude, _zoom = atlas.view()
    assert -50 < latitude < 10
    assert 150 < longitude < 190


def test_the_language_follows_the_scene(atlas: MapView) -> None:
    expect(atlas.frame.locator("summary")).to_have_text("凡例")
    press(atlas, "english")
    expect(atlas.frame.locator("summary")).to_have_text("Legend")
    expect(atlas.frame.locator("#map_div")).to_have_attribute("aria-label", re.compile("Map of"))
    assert not re.search(r"[ぁ-んァ-ヶ一-龠]", atlas.frame.locator(".atlas-legend").inner_text())


def test_a_click_on_a_country_tells_the_page_once(atlas: MapView) -> None:
    before = runs(atlas.page)
    atlas.click_at(-8, 302)
    expect(atlas.page.get_by_text("'picked': 'BRA'")).to_be_visible()
    atlas.page.wait_for_timeout(600)
    assert runs(atlas.page) == before + 1


def test_a_click_on_a_cable_tells_which(atlas: MapView) -> None:
    atlas.move(-25, 240, 3)
    on_top = atlas.click_line("humboldt")
    expect(atlas.page.get_by_text(f"'picked': '{on_top}'")).to_be_visible()


def test_a_click_on_the_sea_tells_nothing_while_nothing_is_selected(atlas: MapView) -> None:
    before = runs(atlas.page)
    atlas.click_at(0, 245)
    atlas.page.wait_for_timeout(600)
    assert runs(atlas.page) == before


def test_a_move_is_told_once_when_the_map_has_come_to_rest(atlas: MapView) -> None:
    before = runs(atlas.page)
    atlas.move(0, 120, 5)
    atlas.page.mouse.move(600, 400)
    atlas.page.mouse.wheel(0, -300)
    expect(atlas.page.get_by_text("'moved': [")).to_be_visible()
    atlas.page.wait_for_timeout(1500)
    assert runs(atlas.page) <= before + 2


def test_a_pointer_over_a_country_reads_its_name_and_status(atlas: MapView) -> None:
    atlas.frame.locator("path.country[data-id=BRA]").dispatch_event("mouseover", {"clientX": 900, "clientY": 300})
    expect(atlas.frame.locator(".atlas-tip")).to_contain_text("ブラジル")
    expect(atlas.frame.locator(".atlas-tip")).to_contain_text("採用")


def test_names_of_the_islands_stand_in_close_ups(atlas: MapView) -> None:
    atlas.move(44, 146.5, 7)
    expect(atlas.frame.locator(".name.place div", has_text="択捉島")).to_be_visible()
    atlas.move(37.24, 131.87, 7)
    expect(atlas.frame.locator(".name.place div", has_text="竹島")).to_be_visible()
    atlas.move(25.7, 123.5, 7)
    expect(atlas.frame.locator(".name.place div", has_text="尖閣諸島")).to_be_visible()


def test_the_four_northern_islands_have_the_colour_of_japan(atlas: MapView) -> None:
    atlas.move(44.1, 146.5, 7)
    codes = {
        atlas.run("""(at) => {
            const p = window.map.latLngToContainerPoint(at);
            return document.elementsFromPoint(p.x, p.y).find((e) => e.matches('path.country')).dataset.id;
        }""", list(at))
        for at in ((45.0, 147.9), (44.1, 145.85), (43.8, 146.75))
    }
    assert codes == {"JPN"}


def test_a_change_sends_little(atlas: MapView) -> None:
    """How quick it is stands in bench/; a test that watches the clock would fail on a busy machine."""
    session = atlas.page.context.new_cdp_session(atlas.page)
    received = watch_frames(session)
    sizes = []
    for turn in range(10):
        name, cables = (("planned", 11), ("default", 83))[turn % 2]
        received.clear()
        press(atlas, name)
        atlas.wait_for("cables.line", cables)
        atlas.page.wait_for_timeout(300)
        sizes.append(max(received))
    assert max(sizes) <= BUDGET_BYTES


def test_the_selected_cable_is_lifted_and_the_others_step_back(map_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{map_address}/?q=select%3Dhumboldt"))
    chosen = atlas.run("() => [...document.querySelectorAll('path.chosen.line')].map((path) => path.dataset.id)")
    assert chosen == ["humboldt"]
    assert atlas.run(OPACITY, "path.line.chosen") == 1
    assert atlas.run(OPACITY, "path.line:not(.chosen):not(.off)") < 0.5


def test_the_map_opens_under_a_base_path(open_page: Open, traffic: Traffic) -> None:
    with serving(APPS / "map_only.py", base="some/place") as address:
        atlas = MapView(open_page(address))
        assert atlas.count("path.country") > 200
        assert (traffic.outside, traffic.failed) == ([], [])
        atlas.page.close()


def test_a_narrow_map_starts_with_the_legend_folded(map_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(map_address, width=390, height=844))
    assert atlas.run("() => document.querySelector('.atlas-legend').open") is False
