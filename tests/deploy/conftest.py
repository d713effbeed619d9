"""What the tests of deploy/ share: two processes as systemd would start them, nginx in front, a browser."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.offline import READY_SECONDS, ROOT, TELL_REFUSALS, Traffic, free_port, wait_for
from tests.browser.settled import PATIENCE
from tests.deploy import units
from tests.deploy.fronted import Front, fronting, trusting

expect.set_options(timeout=PATIENCE)


class Service:
    """One process of the atlas, started by the unit's own line, and the words that it tells systemd."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port, self.folder = port, folder
        self.words = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.words.bind(str(folder / f"{port}.socket"))
        self.words.settimeout(READY_SECONDS)
        self.starts = 0
        self.start()

    def start(self) -> None:
        """Start it, without waiting for it."""
        self.starts += 1
        told = {"NOTIFY_SOCKET": str(self.folder / f"{self.port}.socket")}
        env = os.environ | units.environment(self.folder) | told
        self.process = subprocess.Popen(units.command(self.port), cwd=ROOT, env=env, stdout=subprocess.DEVNULL)

    def wait(self) -> None:
        """Wait until it answers."""
        wait_for(f"http://127.0.0.1:{self.port}", self.process)

    def word(self) -> str:
        """Give the next word to systemd."""
        return self.words.recv(100).decode("ascii")

    def end(self, how: signal.Signals) -> int:
        """End it by a signal and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(READY_SECONDS)

    def close(self) -> None:
        if self.process.poll() is None:
            self.end(signal.SIGKILL)
        self.words.close()


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
    services = {str(port): Service(port, folder) for port in (free_port(), free_port())}
    with ExitStack() as stack:
        for service in services.values():
            stack.callback(service.close)
        front = stack.enter_context(fronting(folder, [*map(int, services)]))
        for service in services.values():
            service.wait()
        browser = trusting(stack.enter_context(sync_playwright()), front)
        stack.callback(browser.close)
        yield Site(services, front, browser)
