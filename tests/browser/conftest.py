"""What all browser tests share: one Chromium, and pages whose requests are watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.browser.offline import Traffic, launch


@pytest.fixture(scope="session")
def playwright_() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright_: Playwright) -> Iterator[Browser]:
    running = launch(playwright_)
    yield running
    running.close()


@pytest.fixture
def traffic() -> Traffic:
    return Traffic()


@pytest.fixture
def open_page(browser: Browser, traffic: Traffic) -> Iterator[Callable[..., Page]]:
    """Give a function that opens an address in a new session; everything is closed after the test."""
    contexts = []

    def open_(address: str, *, width: int = 1440, height: int = 900) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="ja-JP")
        contexts.append(context)
        page = context.new_page()
        traffic.watch(page)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
