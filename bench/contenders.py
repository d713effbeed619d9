"""The three pages that are measured side by side: an empty one, a naive map, and ours."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from playwright.sync_api import Page

from bench.map import NAIVE, OURS, count
from bench.served import SERVE, stock
from tests.browser.offline import ROOT, started


@dataclass(frozen=True, slots=True)
class Contender:
    """A page: how often it is changed, how it is served, what shows that it is painted or changed, and the click."""

    name: str
    changes: int
    serve: Callable[[], AbstractContextManager[tuple[str, int]]]
    is_painted: Callable[[Page], bool]
    click: Callable[[Page, int], None]
    is_changed: Callable[[Page, int], bool]
    asks_others: bool = False
    """Other hosts are answered by this machine then; a page whose requests are watched has no cache."""


def tick_cables(page: Page, _turn: int) -> None:
    """Switch a layer in the side bar."""
    page.locator(".st-key-layer-cables label").first.click()


CONTENDERS = (
    Contender(
        "empty",
        10,
        lambda: stock(ROOT / "bench" / "empty_app.py"),
        lambda page: page.get_by_text("pressed").count() > 0,
        lambda page, _turn: page.get_by_role("button", name="press").click(),
        lambda page, turn: page.get_by_text(f"pressed {turn + 1}", exact=True).count() > 0,
    ),
    Contender(
        "naive",
        6,
        lambda: stock(ROOT / "bench" / "naive_app.py"),
        lambda page: count(page, NAIVE) > 0,
        lambda page, turn: page.get_by_role("button", name=("planned", "default")[turn % 2], exact=True).click(),
        lambda page, turn: count(page, NAIVE) == (7, 20)[turn % 2],
        asks_others=True,
    ),
    Contender(
        "ours",
        40,
        lambda: started(SERVE),
        lambda page: count(page, OURS) > 0,
        tick_cables,
        lambda page, turn: (count(page, OURS) > 0) == bool(turn % 2),
    ),
)
