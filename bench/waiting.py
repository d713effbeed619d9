"""Waiting for what a page shows: asked again and again, so that a figure is late by a few ms at the most."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page

PATIENCE = 180.0
EVERY_MS = 5


def wait(page: Page, is_so: Callable[[], bool]) -> None:
    """Ask until it is so; raises TimeoutError."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("the page was never painted as asked")
        page.wait_for_timeout(EVERY_MS)
