"""A day's work on the atlas, in a process apart: the page, pictures, a deck, the one file that was sent by mail.

    python -m tests.closed.day FOLDER        (tests/closed/test_closed.py runs it where nothing else can be reached)

Prints one JSON object: what was seen. FOLDER then holds what was made and Chromium's network log.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from geo.files import ROOT
from i18n import making, picture
from i18n.words import PICTURE
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic, launch, serving
from tests.browser.settled import PATIENCE, settle
from tests.browser.test_offline import ASK
from tests.closed.namespace import is_alone, wake_loopback

QUERY = "layers=isdbt&lang=en&deck=overview"
FILTERED = "29 rows shown"  # adopters and data centres
CONTROL = "http://192.0.2.1/"
ON_MAP = "path.mark:not(.off), path.line:not(.off)"


def use_page(address: str, browser: Browser, folder: Path) -> dict[str, object]:
    """Open the page, filter it, save a picture, a slide and a deck of it."""
    page, traffic = opened(browser, f"{address}/?{QUERY}")
    settle(page)
    atlas = MapView(page)
    page.get_by_test_id("stCheckbox").filter(has_text="Data centres").click()
    expect(page.locator(".st-key-chips").get_by_text(FILTERED)).to_be_visible()
    settle(page)
    marks = atlas.count(ON_MAP)
    save_pictures(page, folder)
    save_deck(page, folder)
    page.close()
    return {"marks": marks, "outside": traffic.outside, "failed": traffic.failed, "errors": traffic.errors}


def save_pictures(page: Page, folder: Path) -> None:
    """Save the view as PNG and as a slide."""
    page.get_by_role("button", name=PICTURE.en, exact=True).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator("img")).to_be_visible()
    for kind in ("png", "pptx"):
        settle(page)
        save(page, picture.SAVE_KIND.en.format(kind=picture.KINDS[kind].en), folder / f"map.{kind}")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def save_deck(page: Page, folder: Path) -> None:
    """Make a deck and save it."""
    settle(page)
    page.get_by_role("button", name=making.DECK.en, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name=making.MAKE.en).click()
    save(page, making.SAVE.en, folder / "deck.pptx")


def save(page: Page, name: str, file: Path) -> None:
    """Press a button that saves, once it is there."""
    button = page.get_by_role("dialog").get_by_role("button", name=name)
    expect(button).to_be_visible(timeout=2 * PATIENCE)
    with page.expect_download() as download:
        button.click()
    download.value.save_as(file)


def use_file(file: Path, browser: Browser) -> dict[str, object]:
    """Open the one file from disk, filter and search in it."""
    page, traffic = opened(browser, "about:blank")
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.locator("#chips b")).not_to_be_empty()
    before = page.locator(ON_MAP).count()
    page.get_by_label("Oceania").check()
    expect(page.locator("#chips .chip")).to_have_count(1)
    after = page.locator(ON_MAP).count()
    page.locator("#search").fill("tonga")
    page.locator("#search").press("Enter")
    found = page.locator("#told h3").inner_text()
    page.close()
    return {"before": before, "after": after, "found": found, "errors": traffic.errors,
            "asked": [url for url in asked if url != file.as_uri()]}


def opened(browser: Browser, address: str) -> tuple[Page, Traffic]:
    """Open an address in a profile of its own, watched."""
    traffic, page = Traffic(), browser.new_context().new_page()
    page.set_default_timeout(PATIENCE)
    traffic.watch(page)
    page.goto(address)
    return page, traffic


def ask_outside(browser: Browser) -> str:
    """Ask another host from a bare page, so that the log shows that it would have shown it."""
    page = browser.new_page()
    page.goto("about:blank")
    return str(page.evaluate(ASK, CONTROL))


def main(folder: Path) -> dict[str, object]:
    """Do all of it and give what was seen."""
    seen: dict[str, object] = {"alone": is_alone()}  # also: what the hook must have written down

    def step(name: str, run: Callable[[], object]) -> None:
        began = time.monotonic()
        seen[name] = run()
        seen[f"{name}, s"] = round(time.monotonic() - began, 1)

    file = folder / "map.html"
    command = [sys.executable, "cli.py", "export", str(file), "lang=en"]
    step("export", lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=sys.stderr).returncode)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, launch(playwright, log=folder / "chromium.json") as browser:
        step("file", lambda: use_file(file, browser))
        with serving(ROOT / "app.py") as address:
            step("page", lambda: use_page(address, browser, folder))
        step("control", lambda: ask_outside(browser))
    return seen


if __name__ == "__main__":
    if "--alone" in sys.argv:
        wake_loopback()
    print(json.dumps(main(Path(sys.argv[1])), ensure_ascii=False))
