"""The view is a link: back and forward, reload, a server that comes back, and the link that is copied."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.browser.offline import ROOT, free_port, launch, running
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
CONNECTION = "data-test-connection-state"
VIEW = "layers=isdbt%2Ccables&country=CHL&select=humboldt&table=cables&sort=-date&lang=en"


def count(page: Page, rows: int) -> None:
    """Wait until the count above the map says so and the page is done."""
    expect(page.locator(".st-key-chips").get_by_text(f"{rows} rows shown")).to_be_visible()
    settle(page)


def query(page: Page) -> str:
    return str(page.evaluate("location.search.slice(1)"))


def chosen(page: Page) -> Locator:
    return page.locator(".atlas-table tr.chosen")


def test_back_and_forward_go_through_the_views(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?region=africa&lang=en")
    count(page, 12)
    page.get_by_role("button", name="Region: Africa").click()
    count(page, 248)
    page.get_by_test_id("stCheckbox").filter(has_text="Submarine cables").click()
    count(page, 165)
    for step, rows in (("back", 248), ("back", 12), ("forward", 248), ("forward", 165)):
        page.go_back() if step == "back" else page.go_forward()
        count(page, rows)
    assert query(page) == "layers=isdbt%2Cdatacenters%2Cmocs&lang=en"


def test_after_going_back_a_change_leads_on_from_there(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=isdbt&lang=en")
    count(page, 20)
    page.get_by_test_id("stCheckbox").filter(has_text="Data centres").click()
    count(page, 29)
    page.go_back()
    count(page, 20)
    page.get_by_text("日本語", exact=True).click()
    expect(page.locator(".st-key-chips").get_by_text("20件を表示")).to_be_visible()
    settle(page)
    page.go_back()
    count(page, 20)
    assert query(page) == "layers=isdbt&lang=en"


@pytest.mark.parametrize("pause", [30, 250])
def test_back_and_forward_in_quick_succession_land_where_they_lead(
    page_address: str, open_page: Open, pause: int
) -> None:
    page = open_page(f"{page_address}/?lang=en")
    settle(page)
    for layer, rows in (("cables", 165), ("datacenters", 156), ("mocs", 20)):
        page.locator(f".st-key-layer-{layer} label").first.click()
        count(page, rows)
    for steps, rows in (((-1, -1), 165), ((1, 1), 20), ((-1, -1, 1), 156), ((1,), 20)):
        for step in steps:
            page.evaluate("(step) => history.go(step)", step)
            page.wait_for_timeout(pause)
        count(page, rows)


def test_a_reload_comes_back_to_the_same_view(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?{VIEW}")
    expect(chosen(page)).to_have_count(1)
    before = page.locator(".atlas-table").inner_text()
    page.reload()
    expect(chosen(page)).to_have_count(1)
    assert page.locator(".atlas-table").inner_text() == before
    assert query(page) == VIEW


@pytest.mark.long
def test_a_server_that_went_away_comes_back_with_the_same_view(open_page: Open) -> None:
    port = free_port()
    with running(ROOT / "app.py", port=port) as (address, _process):
        page = open_page(f"{address}/?layers=isdbt&lang=en")
        count(page, 20)
        page.get_by_test_id("stCheckbox").filter(has_text="Data centres").click()
        count(page, 29)
        before = query(page)
    app = page.get_by_test_id("stApp")
    expect(app).not_to_have_attribute(CONNECTION, "CONNECTED")
    with running(ROOT / "app.py", port=port):
        expect(app).to_have_attribute(CONNECTION, "CONNECTED")
        settle(page)
        count(page, 29)
        assert query(page) == before
        page.reload()  # what is pressed while the new server greets the page may be lost; the view is not
        count(page, 29)
        page.get_by_text("日本語", exact=True).click()
        expect(page.locator(".st-key-chips").get_by_text("29件を表示")).to_be_visible()
        assert query(page) == before.replace("&lang=en", "")


@pytest.mark.parametrize("host", ["localhost", "atlas.test"])
def test_the_link_is_copied_on_plain_http_as_well(page_address: str, playwright_: Playwright, host: str) -> None:
    """A browser gives pages on plain http no clipboard, unless they come from this machine under its own name."""
    browser = launch(playwright_, "atlas.test")
    context = browser.new_context()
    page = context.new_page()
    page.goto(page_address.replace("localhost", host) + "/?region=africa&lang=en")
    count(page, 12)
    assert page.evaluate("isSecureContext") is (host == "localhost")
    page.get_by_role("button", name=re.compile("Link")).click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    letter = context.new_page()  # not a field of the page: Streamlit empties one that is written in during a run
    letter.set_content("<textarea></textarea>")
    field = letter.locator("textarea")
    field.focus()
    letter.keyboard.press("Control+V")
    expect(field).to_have_value(page.url)
    browser.close()
