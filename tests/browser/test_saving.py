"""A file when many ask for one: the place in the line is told, or that it is full, and the file comes all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from i18n import making, words
from tests.browser.offline import APPS, serving
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
OTHERS, AHEAD = 21, 20
"""Two are being made, nineteen wait, and there is room for one more."""


def asked(page: Page, label: str) -> Page:
    """Open the box of files where it is shut, and ask for one."""
    settle(page)
    button = page.get_by_role("button", name=label)
    if not button.is_visible():
        page.get_by_role("button", name=words.DOWNLOAD.en, exact=True).click()
    button.click()
    return page


def test_who_waits_knows_the_place_and_past_the_bound_one_is_asked_to_come_again(
    open_page: Open, tmp_path: Path
) -> None:
    go = tmp_path / "go"
    with serving(APPS / "busy.py", ATLAS_TEST_GO=str(go), ATLAS_TEST_OTHERS=str(OTHERS)) as address:
        first, second = (open_page(f"{address}/?lang=en&layers=isdbt") for _ in range(2))
        asked(first, words.CSV.en)
        expect(first.get_by_text(making.WAITING.en.format(count=AHEAD))).to_be_visible()
        asked(second, words.GEOJSON.en)
        expect(second.get_by_text(making.BUSY.en.format(count=AHEAD))).to_be_visible()
        with first.expect_download() as download:
            go.touch()
        assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
        with second.expect_download() as download:
            asked(second, words.GEOJSON.en)
        assert download.value.suggested_filename.endswith(".geojson")
        expect(second.get_by_text("Busy")).to_have_count(0)
        first.close()
        second.close()
