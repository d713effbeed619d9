"""The browser that the tests drive: it reaches this machine only, and what it asks of others is noted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.offline import Traffic

pytestmark = pytest.mark.browser
ASK = """(url) => new Promise((done) => {
  const [scheme] = url.split(":");
  if (scheme === "ws") new WebSocket(url).onerror = () => done("refused");
  else fetch(url, {mode: "no-cors"}).then(() => done("answered"), () => done("refused"));
})"""


@pytest.mark.parametrize("url", ["http://example.com/", "http://192.0.2.1/", "ws://example.com/", "ws://192.0.2.1/"])
def test_other_hosts_are_out_of_reach_and_noted(open_page: Callable[..., Page], traffic: Traffic, url: str) -> None:
    page = open_page("about:blank")  # a page of the atlas would refuse first: serve/policy.py
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    assert page.evaluate(ASK, url) == "refused"
    assert traffic.outside == [url]
    assert ["net::ERR_NAME_NOT_RESOLVED" in text for text in said] == [True]  # of an address in figures as well
