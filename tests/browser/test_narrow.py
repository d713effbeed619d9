"""The page keeps to the width of a phone and of letters twice as large; only tables scroll sideways, in themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from i18n.text import Lang
from tests.browser.mapview import MapView

pytestmark = pytest.mark.browser

TOO_WIDE = """() => [document.documentElement, document.querySelector("main")].filter(
  (part) => part.scrollWidth > part.clientWidth).map((part) => part.tagName)"""


@pytest.mark.parametrize(("width", "letters"), [(320, 100), (390, 100), (1440, 200)])
def test_the_page_does_not_scroll_sideways(
    width: int, letters: int, page_address: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{page_address}/?lang={Lang.EN}&select=BRA,PER&region=latin_america", width=width, height=800)
    MapView(page)
    page.add_style_tag(content=f"html {{ font-size: {letters}% !important; }}")
    page.wait_for_timeout(1000)
    assert page.evaluate(TOO_WIDE) == []
