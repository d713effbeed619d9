"""A crowd of one's own on the map: circles that hold many rows, what the pointer does on them, and the legend."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from own.limits import MOST_DRAWN
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic
from tests.browser.settled import settle
from tests.browser.test_own import bring

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
TOKYO, ALONE = (35.68, 139.76), (12.0, 200.0)
STATIONS = 1_000
TRIES = 10
DRAWN = "() => document.querySelector('.atlas-crowd')?.dataset.rows === '{count}'"
MIDDLE = """(at) => {
  const [cell, zoom] = [44, window.map.getZoom()];
  const there = window.map.project(at, zoom).divideBy(cell).floor().multiplyBy(cell).add([cell / 2, cell / 2]);
  const { lat, lng } = window.map.unproject(there, zoom);
  return [lat, lng];
}"""
INK = """([lat, lng]) => {
  const canvas = document.querySelector(".atlas-crowd");
  const at = window.map.latLngToContainerPoint([lat, lng]);
  const box = canvas.getBoundingClientRect();
  const dense = canvas.width / box.width;
  const pen = canvas.getContext("2d");
  return pen.getImageData((at.x - box.left) * dense, (at.y - box.top) * dense, 1, 1).data.slice(0, 3).join();
}"""
BLUE = "0,104,183"
"""The second colour of own/layer.py: the commonest category has the first."""


def table() -> bytes:
    """Write a crowd that stands in one place, but for one row in the middle of the sea."""
    rows = [f"Office {number},{TOKYO[0]},{TOKYO[1]},office" for number in range(MOST_DRAWN)]
    rows += [f"Station {number},{TOKYO[0]},{TOKYO[1]},station" for number in range(STATIONS - 1)]
    rows.append(f"Far station,{ALONE[0]},{ALONE[1] - 360},station")
    return "\n".join(["name,latitude,longitude,kind", *rows]).encode()


@pytest.fixture
def crowded(page_address: str, open_page: Open) -> MapView:
    page = open_page(f"{page_address}?layers=isdbt&lang=en")
    bring(page, "towers.csv", table())
    view = MapView(page)
    view.until(DRAWN.format(count=MOST_DRAWN + STATIONS))
    settle(page)
    page.keyboard.press("Escape")
    return view


def tip(view: MapView) -> list[str]:
    """Give the lines of the tooltip, once there is one."""
    box = view.frame.locator(".atlas-tip")
    expect(box).to_be_visible()
    return box.inner_text().splitlines()


def pointed_at(view: MapView, last: str) -> list[float]:
    """Point at the circle of Tokyo, anew while the map still moves, until its tooltip ends so; gives the place."""
    for _ in range(TRIES):
        view.point_at(*ALONE)
        at: list[float] = view.run(MIDDLE, TOKYO)
        view.point_at(*at)
        if tip(view)[-1] == last:
            return at
    raise AssertionError(tip(view))


def test_many_rows_are_a_circle_that_counts_them_zooms_in_and_at_last_names_them(
    crowded: MapView, traffic: Traffic
) -> None:
    at = crowded.run(MIDDLE, TOKYO)
    crowded.point_at(*at)
    assert tip(crowded) == [
        "towers (5,999)", "office (5,000)", "station (999)", "Click to zoom in"]
    crowded.click_at(*at)
    crowded.until("() => window.map.getZoom() === window.map.getMaxZoom()")
    settle(crowded.page)
    at = pointed_at(crowded, "Click for their names")
    crowded.click_at(*at)
    assert tip(crowded) == ["towers (5,999)", *(f"Office {number}" for number in range(10)), "5,989 more"]
    assert (traffic.outside, traffic.errors) == ([], [])


def test_a_row_that_stands_alone_is_a_mark_that_can_be_selected(crowded: MapView) -> None:
    crowded.point_at(*ALONE)
    assert tip(crowded) == ["Far station", "station"]
    assert crowded.run(INK, ALONE) == BLUE
    crowded.click_at(*ALONE)
    expect(crowded.page).to_have_url(re.compile(r"[?&]select=own\w+-6001(&|$)"))
    settle(crowded.page)
    expect(crowded.page.locator(".st-key-facts").get_by_text("Far station").first).to_be_visible()
    assert crowded.count(".leaflet-rings-pane path") == 2, "its mark and the ring around it"


def test_a_switch_of_the_legend_takes_a_category_out_of_the_circles(crowded: MapView) -> None:
    entries = crowded.frame.locator(".atlas-legend section").last.locator("button")
    assert entries.all_inner_texts() == ["towers\n6,000", "office\n5,000", "station\n1,000"]
    entries.nth(1).click()
    crowded.until(DRAWN.format(count=STATIONS))
    settle(crowded.page)
    crowded.until(DRAWN.format(count=STATIONS))
    crowded.point_at(*crowded.run(MIDDLE, TOKYO))
    assert tip(crowded)[:2] == ["towers (999)", "station (999)"]
    entries.nth(1).click()
    crowded.until(DRAWN.format(count=MOST_DRAWN + STATIONS))
