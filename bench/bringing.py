"""A person who brings a file to the page, in a browser: how soon it is painted, or what is wrong with it is said."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from bench.waiting import wait
from i18n import own_page as words
from i18n.text import Lang
from tests.browser.mapview import MapView
from tests.browser.settled import PATIENCE, settle

KINDS, SEED = "ABCDE", 1
VIEW = "layers=isdbt&lang=en"
BEGUN = """() => ["click", "change"].forEach((kind) => addEventListener(kind, () => {
  window.atlasBegun = performance.timeOrigin + performance.now();
}, { capture: true }))"""
PAINTED = """() => new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
  const { rows } = document.querySelector(".atlas-crowd")?.dataset ?? {};
  window.atlasPainted = { rows, at: performance.timeOrigin + performance.now() };
}))).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-rows"] })"""
"""The browser's own clock, in the page and in the frame of its map: what a person does, and the painted map after."""
SEEN = "() => window.atlasPainted"


def table(rows: int) -> bytes:
    """Write points all over the world, the same each time."""
    dice = random.Random(SEED)
    lines = (f"塔{row},{dice.uniform(-60, 70):.4f},{dice.uniform(-180, 180):.4f},{dice.choice(KINDS)},{row % 997}"
             for row in range(rows))
    return "\n".join(("名前,緯度,経度,種別,値", *lines)).encode()


def saved(folder: Path, name: str, content: bytes) -> Path:
    """Put a file on disk, where a person has it: what is handed to the browser by its content is slow to come there."""
    file = folder / name
    file.write_bytes(content)
    return file


@contextmanager
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """Open the page in a new session, with the box open that takes a file."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{address}?{VIEW}")
    MapView(page)
    settle(page)
    page.get_by_role("button", name=words.BRING[Lang.EN]).click()
    page.locator(".atlas-drop input").wait_for(state="attached")
    page.evaluate(BEGUN)
    MapView(page).run(PAINTED)
    yield page
    context.close()


def uploaded(page: Page, file: Path, rows: int) -> float:
    """Hand a file of so many rows in; give the seconds until its circles are painted."""
    hand_in(page, file)
    return painted(page, lambda drawn: drawn == str(rows))


def hand_in(page: Page, file: Path) -> None:
    """Choose the file in the field."""
    page.locator(".atlas-drop input").set_input_files(file)


def painted(page: Page, is_so: Callable[[str | None], bool]) -> float:
    """Give the seconds from what was last done on the page until its map was painted as it should be."""
    view = MapView(page)
    wait(page, lambda: bool(found := view.run(SEEN)) and is_so(found.get("rows")))
    seconds = (view.run(SEEN)["at"] - page.evaluate("() => window.atlasBegun")) / 1000
    settle(page)
    return float(seconds)


def until_said(browser: Browser, address: str, file: Path, said: str) -> float:
    """Hand a file in; give the seconds until a sentence stands on the page, one with advice."""
    with opened(browser, address) as page:
        sentence, start = page.get_by_text(said).first, time.perf_counter()
        hand_in(page, file)
        expect(sentence).to_be_visible(timeout=PATIENCE)
        seconds = time.perf_counter() - start
        expect(sentence).to_contain_text("Make it smaller")
    return seconds
