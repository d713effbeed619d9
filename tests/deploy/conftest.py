"""What the tests of deploy/ share: two processes as systemd would start them, nginx in front, a browser."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.offline import TELL_REFUSALS, Traffic
from tests.browser.settled import PATIENCE
from tests.deploy.fronted import Front, trusting
from tests.deploy.standing import Service, standing

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Site:
    """Two processes with nginx in front of them, and a browser that trusts its certificate."""

    services: dict[str, Service]
    front: Front
    browser: Browser

    @contextmanager
    def visitor(self) -> Iterator[Visitor]:
        """Give somebody with a browser of their own; whatever happens, no policy may have to refuse a thing."""
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="ja-JP",
                                           reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        context.add_init_script(TELL_REFUSALS)
        visitor = Visitor(context, Traffic(), self.front)
        yield visitor
        context.close()
        assert (visitor.traffic.refused, visitor.traffic.outside) == ([], [])

    def asked(self, since: int = 0) -> list[dict[str, str]]:
        """Give what nginx wrote down after so many lines; it writes a moment after it answered."""
        time.sleep(0.2)
        return [json.loads(line) for line in self.front.log.splitlines()[since:]]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a browser."""

    context: BrowserContext
    traffic: Traffic
    front: Front

    def open(self, query: str) -> Page:
        """Open a view in a new page."""
        page = self.context.new_page()
        self.traffic.watch(page)
        page.goto(f"{self.front.address}/?{query}")
        return page

    @property
    def process(self) -> str:
        """Name the process to which this browser is kept."""
        kept = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        return kept["tenkai_process"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Start all of it, once for a module."""
    folder = tmp_path_factory.mktemp("site")
    with standing(folder) as (services, front), sync_playwright() as playwright:
        browser = trusting(playwright, front)
        yield Site(services, front, browser)
        browser.close()
