"""What all browser tests share: one Chromium, the served pages, and visits whose requests are watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.offline import APPS, ROOT, TELL_REFUSALS, Traffic, launch, serving
from tests.browser.settled import PATIENCE
from tests.profile import PROFILE

MOVING = {
    "test_address", "test_keyboard", "test_map", "test_map_extent", "test_map_files", "test_map_keyboard",
    "test_map_time", "test_offline", "test_onefile", "test_page",
}
"""Where `make test` lets things move, in `make prove` everywhere. The other files ask for reduced motion, which page
and map honour: painting what fades, glides and shimmers costs a quarter of a visit and is not what they look at."""

expect.set_options(timeout=PATIENCE)  # of whatever is expected: two servers and two browsers share two cores


@pytest.fixture(scope="module")  # its event loop runs in this thread: other tests must find none
def playwright_() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright_: Playwright) -> Iterator[Browser]:
    running = launch(playwright_)
    yield running
    running.close()


@pytest.fixture(scope="session")
def page_address() -> Iterator[str]:
    """Serve the page of the atlas, once for all tests that only read its data."""
    with serving(ROOT / "app.py") as where:
        yield where


@pytest.fixture(scope="session")
def map_address() -> Iterator[str]:
    """Serve a page with nothing but the map and buttons, without leave for maps of other hosts."""
    with serving(APPS / "map_only.py", ATLAS_ONLINE="") as where:
        yield where


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture(scope="module")
def visitors(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Give the browser profile of a module's visits: the first visit warms the cache of the others."""
    moving = PROFILE == "prove" or request.path.stem in MOVING
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="ja-JP", reduced_motion="no-preference" if moving else "reduce",
    )
    context.set_default_timeout(PATIENCE)
    context.add_init_script(TELL_REFUSALS)
    yield context
    context.close()


@pytest.fixture
def open_page(visitors: BrowserContext, traffic: Traffic) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address in a new session; everything is closed after the test.

    Whatever a test does, no policy may have to refuse a thing; one that tries to do harm empties `refused` itself.
    """

    def open_(address: str, *, width: int = 1440, height: int = 900) -> Page:
        page = visitors.new_page()
        page.set_viewport_size({"width": width, "height": height})
        traffic.watch(page)
        page.goto(address)
        return page

    yield open_
    for page in visitors.pages:
        page.close()
    assert traffic.refused == []
