"""A file of one's own on the page: on the map, in the legend, table and downloads of this session alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from i18n import own_page as words
from i18n import words as page_words
from i18n.own import NO_BYTES
from i18n.text import Lang
from own.limits import MOST_LINE_ENDS, MOST_ROWS
from scene.dropped import OWN_GONE
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic
from tests.browser.settled import settle
from tests.own.made import collection
from tests.own.zoned import EVERY

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
OFFICES = """name,latitude,longitude,kind
Tashkent,41.31,69.28,office
Suva,-18.14,178.44,station
<img src=x onerror=document.title='run'>,14.6,120.98,<b>office</b>
"""
IDS = """() => [...document.querySelectorAll("path.mark:not(.off)")]
  .map((each) => each.dataset.id).filter((id) => id.startsWith("own"))"""


def bring(page: Page, name: str, content: bytes) -> None:
    """Open the box and hand a file in."""
    page.get_by_role("button", name=words.BRING[Lang.EN]).click()
    hand_in(page, name, content)


def hand_in(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the box that is open."""
    field = page.locator(".atlas-drop input")
    field.set_input_files(FilePayload(name=name, mimeType="application/octet-stream", buffer=content))


def test_a_list_stands_on_the_map_in_legend_and_table_until_it_is_taken_away(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    page = open_page(f"{page_address}?layers=isdbt&lang=en")
    page.route("**/media/*.gz", lambda route: route.abort(), times=1)  # a line that is cut: it is asked for again
    view = MapView(page)
    bring(page, "offices.csv", OFFICES.encode())
    view.until(f"() => ({IDS})().length === 3")
    settle(page)
    assert "office" in (view.frame.locator(".atlas-legend").text_content() or "")
    assert page.get_by_role("checkbox", name="offices (3)").is_checked()
    expect(page.get_by_text("Tashkent").first).to_be_visible()
    page.get_by_role("button", name=words.TAKE_AWAY[Lang.EN]).click()
    view.until(f"() => ({IDS})().length === 0")
    settle(page)
    assert page.title() == page_words.APP[Lang.EN]
    assert (traffic.outside, traffic.errors) == ([], [])


def test_far_too_many_rows_are_not_even_sent_and_a_file_that_says_not_where_they_stand_is_asked_about(
    page_address: str, open_page: Open
) -> None:
    page = open_page(f"{page_address}?layers=isdbt&lang=en")
    bring(page, "million.csv", b"\n" * (MOST_LINE_ENDS + 1))
    expect(page.get_by_text(f"more than {MOST_ROWS:,} rows")).to_be_visible()
    hand_in(page, "odd.csv", b"a,b,c\nx,41.31,69.28\ny,-18.14,178.44\n")
    for part, heading in (("lat", "b"), ("lon", "c")):
        page.get_by_label(words.COLUMNS[part][Lang.EN]).click()
        page.get_by_role("option", name=heading, exact=True).click()
        settle(page)
    page.get_by_role("button", name=words.READ_SO[Lang.EN]).click()
    MapView(page).until(f"() => ({IDS})().length === 2")


def test_another_session_sees_nothing_of_it(page_address: str, open_page: Open, tmp_path: Path) -> None:
    one = open_page(f"{page_address}?layers=isdbt&lang=en")
    one.get_by_role("button", name=words.BRING[Lang.EN]).click()
    files = {"empty.csv": b"", "offices.csv": OFFICES.encode()}  # two at once: the second waits, and both are told of
    one.locator(".atlas-drop input").set_input_files([
        FilePayload(name=name, mimeType="text/csv", buffer=content) for name, content in files.items()])
    expect(one.get_by_text(NO_BYTES.format(name="empty.csv")[Lang.EN])).to_be_visible()
    MapView(one).until(f"() => ({IDS})().length === 3")
    settle(one)
    other = open_page(one.url)
    assert MapView(other).run(IDS) == []
    expect(other.locator(".atlas-notices")).to_contain_text(OWN_GONE[Lang.EN])


def test_zones_are_filled_areas_that_are_told_and_ringed_and_the_smaller_lies_on_top(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    page = open_page(f"{page_address}?layers=isdbt&lang=en")
    view = MapView(page)
    bring(page, "zones.geojson", collection(*EVERY))
    view.until("() => document.querySelectorAll('path.zone:not(.off)').length === 8")
    settle(page)
    page.keyboard.press("Escape")
    order = view.run("() => [...document.querySelectorAll('path.zone')].map((path) => +path.dataset.id.split('-')[1])")
    assert order.index(2) < order.index(1)  # the one with a hole lies under the small one on it
    clear = view.run("() => [...document.querySelectorAll('path.zone')].map((at) => +at.getAttribute('fill-opacity'))")
    assert sorted({round(each, 2) for each in clear}) == [0.38, 1]  # plain, and patterns that are clear themselves
    patterns = view.run("""() => [...document.querySelectorAll('path.zone, .atlas-legend rect')]
      .map((each) => /url\\(#(zone-.*)\\)/.exec(each.getAttribute('fill'))).filter(Boolean)
      .map(([, id]) => document.querySelectorAll(`[id="${id}"]`).length)""")
    assert set(patterns) == {1}
    view.move(42, 68, 4)
    view.point_at(41.3, 69.3)
    expect(view.frame.locator(".atlas-tip")).to_contain_text("電波の届く範囲")
    view.click_at(45, 62)
    view.until("() => document.querySelectorAll('.leaflet-rings-pane path').length === 1")
    settle(page)
    expect(page.get_by_role("heading", name="調査区域").first).to_be_visible()
    assert (traffic.outside, traffic.errors) == ([], [])
