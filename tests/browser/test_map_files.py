"""What the map loads: little at first, nothing the second time, finer outlines only where it is looked at closely."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from tests.browser.mapview import MapView
from tests.browser.offline import Traffic

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
GEOMETRY = 300_000
"""Bytes that a first visit may load of outlines and rows together."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser that has seen nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


def visit(context: BrowserContext, address: str) -> dict[str, int]:
    """Open the page; give the bytes that came over the network for each file of the map's shapes."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.responseReceived", lambda event: names.update({event["requestId"]: event["response"]["url"]}))

    def add(event: dict[str, str]) -> None:  # a file is asked for twice: ahead, and by the map, which finds it kept
        url = names.get(event["requestId"], "")
        sizes[url] = sizes.get(url, 0) + int(event["encodedDataLength"])

    session.on("Network.loadingFinished", add)
    page.goto(address)
    MapView(page)
    page.close()
    return {url: size for url, size in sizes.items() if "/atlas/countries-" in url or "/atlas/rows-" in url}


def test_a_first_visit_loads_little_and_a_second_no_byte_of_geometry(
    page_address: str, context: BrowserContext
) -> None:
    first, second = visit(context, page_address), visit(context, page_address)
    assert len(first) == len(second) == 2
    assert 0 < sum(first.values()) <= GEOMETRY
    assert sum(second.values()) == 0


def test_fine_outlines_come_when_the_map_is_near_and_no_shape_is_replaced(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt"))
    fetched: list[str] = []
    atlas.page.on("response", lambda response: _note_fine(response, fetched))
    atlas.page.wait_for_timeout(1500)
    assert fetched == []
    atlas.move(36, 138, 4.25)
    assert fetched == []
    atlas.run("() => { document.querySelector('path.country[data-id=JPN]').sameAsBefore = true; }")
    atlas.move(36, 138, 7)
    atlas.page.wait_for_timeout(3000)
    assert "japan" in regions_of(fetched)
    assert regions_of(fetched) <= {"japan", "east_asia"}
    assert atlas.run("() => document.querySelector('path.country[data-id=JPN]').sameAsBefore")
    assert (traffic.outside, traffic.failed, traffic.errors) == ([], [], [])


def regions_of(fetched: list[str]) -> set[str]:
    return {name.split("-")[0] for name in fetched}


def _note_fine(response: Response, fetched: list[str]) -> None:
    if "/atlas/" in response.url and response.url.endswith(".json"):
        fetched.append(response.url.rpartition("/")[2])
