"""What stands on the screen while no process answers, and what happens once one does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect, sync_playwright

from render.onefile.safety import hashes
from tests.browser.offline import TELL_REFUSALS, Traffic, free_port
from tests.deploy.fronted import SHIPPED, Front, fronting, trusting

pytestmark = pytest.mark.browser
PAGE = (SHIPPED.parent / "away.html").read_text("utf-8")


@pytest.fixture(scope="module")
def ports() -> tuple[int, int]:
    return free_port(), free_port()


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory, ports: tuple[int, int]) -> Iterator[Front]:
    with fronting(tmp_path_factory.mktemp("away"), ports) as running:
        yield running


class Back(BaseHTTPRequestHandler):
    """A process that is there again."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"back at {self.path}".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def back(port: int) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", port), Back) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def test_it_is_a_sentence_in_both_languages_that_nobody_keeps(front: Front) -> None:
    answer = front.ask("/?layers=cables")
    assert answer.status in (502, 503)
    assert "いま応答していません" in answer.body.decode("utf-8")
    assert "does not answer just now" in answer.body.decode("utf-8")
    assert answer.headers.get_all("Cache-Control") == ["no-store"]
    assert answer.headers["Retry-After"] == "5"


@pytest.mark.parametrize("tag", ["script", "style"])
def test_its_script_and_its_sheet_are_those_that_its_policy_names(tag: str, front: Front) -> None:
    policy = front.ask("/").headers["Content-Security-Policy"]
    assert f"{tag}-src {hashes(re.findall(f'<{tag}>(.*?)</{tag}>', PAGE, re.DOTALL))};" in policy


def test_it_goes_back_to_the_same_view_by_itself(front: Front, ports: tuple[int, int]) -> None:
    with sync_playwright() as playwright:
        browser, traffic = trusting(playwright, front), Traffic()
        page = browser.new_page()
        page.add_init_script(TELL_REFUSALS)
        traffic.watch(page)
        page.goto(f"{front.address}/?layers=cables&lang=en")
        expect(page.get_by_role("heading")).to_have_text("海外展開アトラスは、いま応答していません。")
        with back(ports[1]):
            expect(page.get_by_text("back at /?layers=cables&lang=en")).to_be_visible(timeout=30_000)
        browser.close()
    assert (traffic.refused, traffic.outside, traffic.errors) == ([], [], [])
