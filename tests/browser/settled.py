"""A page that is done: drawn down to its foot, each widget's own script loaded, with no run under way."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from i18n import words

PATIENCE = 60_000  # milliseconds that a busy machine may take
FOOT = re.compile("|".join(text.removesuffix("{date}") for text in (words.AS_OF_DATA.ja, words.AS_OF_DATA.en)))


def settle(page: Page) -> None:
    """Wait until the page is done; a grey bar stands where the script of a widget is still on its way."""
    foot = page.get_by_test_id("stCaptionContainer").filter(has_text=FOOT)
    expect(foot.last).to_be_visible()  # that of the run before may still stand above it
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
