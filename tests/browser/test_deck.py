"""The panel of a deck: what is chosen in it is in the address and the file; closing it ends what is half made."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect
from pptx import Presentation

from geo.files import ROOT
from i18n import making, words
from scene.choice import DECK_PARTS
from tests.browser.offline import Traffic, running
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PATIENCE = 60.0


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def opened(page: Page) -> Page:
    """Open the panel."""
    settle(page)
    page.get_by_role("button", name=making.DECK.en, exact=True).click()
    expect(panel(page).get_by_role("button", name=making.MAKE.en)).to_be_visible()
    return page


def tick(page: Page, part: str) -> None:
    panel(page).locator("label", has_text=DECK_PARTS[part].en).click()


def give_template(page: Page, name: str, content: bytes) -> None:
    field = panel(page).locator(".atlas-drop input")
    field.set_input_files(FilePayload(name=name, mimeType="application/octet-stream", buffer=content))


def test_two_parts_are_made_saved_and_opened_again(page_address: str, open_page: Open, traffic: Traffic) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=cables&select=TON&deck=overview"))
    tick(page, "chosen")
    expect(page).to_have_url(re.compile("deck=overview(%2C|,)chosen"))
    expect(panel(page).get_by_text("3 slides with the cover")).to_be_visible()
    panel(page).get_by_role("button", name=making.MAKE.en).click()
    expect(panel(page).get_by_role("progressbar")).to_be_visible()
    save = panel(page).get_by_role("button", name=making.SAVE.en)
    expect(save).to_be_visible(timeout=120_000)
    with page.expect_download() as download:
        save.click()
    assert re.fullmatch(r"tenkai-atlas-deck-\d{4}-\d\d-\d\d\.pptx", download.value.suggested_filename)
    content = download.value.path().read_bytes()
    titles = [slide.shapes.title.text for slide in Presentation(BytesIO(content)).slides]
    assert len(titles) == 3
    assert titles[2] == "Tonga"
    page.goto(f"{page_address}/?lang=en&layers=mocs")
    settle(page)
    page.get_by_role("button", name=words.REOPEN.en).click()
    page.locator(".atlas-drop input").set_input_files(
        FilePayload(name="deck.pptx", mimeType="application/octet-stream", buffer=content))
    expect(page).to_have_url(re.compile("layers=cables.*select=TON.*deck=overview(%2C|,)chosen"))
    assert traffic.outside == []
    assert traffic.errors == []


def test_a_template_that_is_none_is_a_sentence_and_a_good_one_is_named_and_taken_away(
    page_address: str, open_page: Open
) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt&deck=overview"))
    give_template(page, "letter.pptx", b"Dear colleagues")
    expect(panel(page).get_by_text("“letter.pptx”: The template cannot be used")).to_be_visible()
    file = BytesIO()
    Presentation().save(file)
    give_template(page, "ministry.pptx", file.getvalue())
    named = panel(page).get_by_text("Template in use: ministry.pptx")
    expect(named).to_be_visible()
    place = named.bounding_box()
    assert place is not None
    assert place["width"] > place["height"]  # a line, not a column of letters
    expect(panel(page).get_by_text("letter.pptx")).to_have_count(0)
    panel(page).get_by_role("button", name=making.DESIGN_AWAY.en).click()
    expect(panel(page).get_by_text(making.DESIGN_HELP.en)).to_be_visible()


def test_what_is_half_made_ends_when_the_panel_is_closed_or_something_else_is_asked_for(
    page_address: str, open_page: Open
) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt&deck=countries"))
    make, stop = (panel(page).get_by_role("button", name=name.en) for name in (making.MAKE, making.STOP))
    make.click()
    expect(stop).to_be_visible()
    tick(page, "overview")
    expect(make).to_be_visible()
    make.click()
    expect(panel(page).get_by_role("progressbar")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    opened(page)
    expect(panel(page).get_by_role("progressbar")).to_have_count(0)


@pytest.mark.long
def test_what_is_half_made_ends_after_the_page_is_loaded_anew(open_page: Open) -> None:
    with running(ROOT / "app.py") as (address, server):
        making_decks = ["pgrep", "-P", str(server), "-f", "render.deck.apart"]
        page = opened(open_page(f"{address}/?lang=en&layers=isdbt&deck=countries"))
        panel(page).get_by_role("button", name=making.MAKE.en).click()
        expect(panel(page).get_by_role("progressbar")).to_be_visible()
        begun = time.monotonic()
        while subprocess.run(making_decks, capture_output=True, check=False).returncode:
            assert time.monotonic() - begun < PATIENCE
            time.sleep(0.2)
        page.reload()
        left = time.monotonic()
        while not subprocess.run(making_decks, capture_output=True, check=False).returncode:
            assert time.monotonic() - left < PATIENCE
            time.sleep(0.2)
