"""What a script that was slipped in could do on the page and in the map's frame: nothing; and what each path says."""

from __future__ import annotations

import socket
import urllib.error
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Frame, Page, expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from i18n import words
from i18n.text import Lang
from serve.headers import ALWAYS
from serve.policy import Kind, media_policy, policies
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic
from tests.browser.settled import settle
from tests.browser.test_own import OFFICES, bring

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SLIP_IN = """() => {
  window.ran = [];
  const script = document.createElement("script");
  script.textContent = "window.ran.push('inline')";
  const outside = document.createElement("script");
  outside.src = "http://192.0.2.1/a.js";
  document.body.append(script, outside);
  document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="window.ran.push('handler')">
    <a id="slipped" href="javascript:window.ran.push('address')">x</a>
    <iframe src="data:text/html,<script>parent.ran.push('frame')</script>"></iframe>`);
  document.getElementById("slipped").click();
  const base = document.createElement("base");
  base.href = "http://192.0.2.1/";
  document.head.append(base);
  const kept = document.baseURI.startsWith(location.origin);
  base.remove();
  return new Promise((done) => setTimeout(() => done([window.ran, kept]), 700));
}"""
"""Slip a script in by five ways and a <base>; give what ran, and whether addresses are still those of the page."""
OF_WORDS = """() => new Promise((done) => setTimeout(() => {
  try { done(eval("1")) } catch (error) { done(error.name) }
}))"""
"""Let a script of the page make another of words; later, for what a test evaluates itself is above every policy."""
CALL_OUT = """() => Promise.allSettled([fetch("http://192.0.2.1/"), new Promise((done, fail) => {
  try { new WebSocket("ws://192.0.2.1/").onerror = fail } catch (error) { fail(error) }
})]).then((all) => all.map((one) => one.status))"""
PATHS = {
    "": Kind.PAGE, "nowhere/at/all": Kind.PAGE, "component/streamlit_folium.st_folium/nothing.js": Kind.FILE,
    "app/static/page.js": Kind.FILE, "app/static/vendor/leaflet/leaflet.css": Kind.FILE, "static/nothing.js": Kind.FILE,
    "_stcore/health": Kind.FILE, "_stcore/upload_file/a/b": Kind.FILE, "media/nothing.json": Kind.MEDIA,
}


@pytest.fixture(scope="module")
def address(page_address: str) -> str:
    return page_address.rstrip("/")


def answer(url: str) -> tuple[int, dict[str, str]]:
    """Ask without a browser; give status and headers, their names in small letters."""
    try:
        with urllib.request.urlopen(url, timeout=60) as said:
            return said.status, {name.lower(): value for name, value in said.headers.items()}
    except urllib.error.HTTPError as refused:
        return refused.code, {name.lower(): value for name, value in refused.headers.items()}


def test_a_script_that_was_slipped_into_page_or_map_does_not_run(
    address: str, open_page: Open, traffic: Traffic
) -> None:
    page = open_page(f"{address}/?layers=isdbt&lang=en")
    MapView(page)
    settle(page)
    assert traffic.refused == []
    why: list[str | None] = []
    page.on("requestfailed", lambda request: why.append(request.failure))
    places: list[Page | Frame] = [page, next(frame for frame in page.frames if "/component/" in frame.url)]
    assert [place.evaluate(SLIP_IN) for place in places] == [[[], True], [[], True]]
    assert page.evaluate(OF_WORDS) == "EvalError"
    assert [place.evaluate(CALL_OUT) for place in places] == [["rejected"] * 2] * 2
    assert set(why) == {"csp"}  # refused before anything is asked
    told = " ".join(traffic.refused)
    for directive in ("script-src-elem", "script-src-attr", "script-src", "frame-src", "base-uri", "connect-src"):
        assert f"{directive} " in told
    traffic.refused.clear()


@pytest.mark.parametrize("path", PATHS)
def test_every_kind_of_path_says_what_may_be_done_with_it(address: str, path: str) -> None:
    _status, said = answer(f"{address}/{path}")
    assert said["content-security-policy"] == policies(lambda: (), lambda: ())[PATHS[path]]()
    assert {name: said[name.lower()] for name in ALWAYS} == dict(ALWAYS)
    assert not {"server", "x-powered-by"} & set(said)
    assert said.get("access-control-allow-origin") is None


def test_a_path_that_leads_out_of_the_folder_is_refused_with_the_same_words(address: str) -> None:
    status, said = answer(f"{address}/app/static/%2e%2e/%2e%2e/data/mocs.csv")
    assert status in (400, 404)
    assert ALWAYS.items() <= {name: said.get(name.lower(), "") for name in ALWAYS}.items()


def test_a_download_is_saved_under_its_name_and_opened_by_address_it_has_no_origin(
    address: str, open_page: Open
) -> None:
    page = open_page(f"{address}/?layers=isdbt&lang=en")
    settle(page)
    page.get_by_role("button", name=words.DOWNLOAD[Lang.EN], exact=True).click()
    with page.expect_download() as started:
        page.get_by_role("button", name="GeoJSON").first.click()
    _status, said = answer(started.value.url)
    assert said["content-disposition"].startswith("attachment; filename")
    assert said["content-security-policy"] == media_policy()
    assert (said["cache-control"], said["x-content-type-options"]) == ("private, no-store", "nosniff")


@pytest.mark.parametrize(("mime", "body"), [
    ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><title>still</title><script>{}</script></svg>"),
    ("text/html", "<title>still</title><script>{}</script>"),
])
def test_a_file_of_ours_that_is_shown_all_the_same_runs_nothing(
    address: str, open_page: Open, traffic: Traffic, mime: str, body: str
) -> None:
    page = open_page("about:blank")
    content = body.format("document.title = 'ran'; fetch('/_stcore/health')")
    page.route("**/media/x", lambda route: route.fulfill(
        body=content, content_type=mime, headers={"Content-Security-Policy": media_policy()}))
    page.goto(f"{address}/media/x")
    assert page.title() == "still"
    assert page.evaluate("window.origin") == "null"
    assert traffic.failed == []
    traffic.refused.clear()


def test_rows_of_ones_own_are_data_kept_by_nobody_between(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/?layers=isdbt&lang=en")
    MapView(page)
    settle(page)
    with page.expect_response("**/media/*") as fetched:
        bring(page, "offices.csv", OFFICES.encode())
    said = fetched.value.headers
    assert said["content-type"] == "application/gzip"
    assert (said["cache-control"], said["content-disposition"]) == ("private, no-store", "attachment")
    assert said["content-security-policy"] == media_policy()
    settle(page)
    expect(page.get_by_role("checkbox", name="offices (3)")).to_be_checked()


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
def test_a_page_of_another_origin_cannot_open_the_connection(address: str, origin: str) -> None:
    stream = f"ws://{urlsplit(address).netloc}/_stcore/stream"
    with pytest.raises(InvalidStatus, match="403"):
        connect(stream, origin=Origin(origin), subprotocols=[Subprotocol("streamlit")], open_timeout=60).close()


def test_a_file_that_a_stranger_puts_is_not_taken(address: str) -> None:
    asked = urllib.request.Request(f"{address}/_stcore/upload_file/a/b", data=b"x" * 1000, method="PUT")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(asked, timeout=60)


@pytest.mark.parametrize("spelled", ["_stcore/metrics", "%5fstcore/metrics", "_stcore%2fmetrics", "/_stcore/metrics",
                                     "_stcore//metrics", "_stcore/./metrics", "_STCORE/metrics", "_stcore/metrics/"])
def test_a_closed_door_is_closed_however_it_is_spelled(address: str, spelled: str) -> None:
    status, said = answer(f"{address}/{spelled}")
    assert status in (400, 404) or "text/html" in said["content-type"]  # the page itself, which knows no such path


def test_the_port_names_no_server_even_to_nonsense(address: str) -> None:
    place = urlsplit(address)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=60) as line:
        line.sendall(b"NONSENSE\r\n\r\n")
        said = line.recv(1000).lower()
    assert b"server:" not in said


def test_whoever_runs_it_sees_that_it_is_ready_and_how_much_is_asked(address: str) -> None:
    assert answer(f"{address}/ready")[0] == 200
    with urllib.request.urlopen(f"{address}/metrics", timeout=60) as told:
        figures = told.read().decode()
    assert 'atlas_ready{part="data"} 1.0' in figures
    assert 'atlas_answers_total{kind="file",status="200"}' in figures
    passed_on = urllib.request.Request(f"{address}/metrics", headers={"X-Forwarded-For": "127.0.0.1"})
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(passed_on, timeout=60)
