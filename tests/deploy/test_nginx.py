"""Real nginx with our file in front of two real processes, looked at by a real browser."""

from __future__ import annotations

import os
import signal
import ssl
import time
from collections.abc import Iterator
from socket import create_connection
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from i18n import making, words
from i18n.serving import LEAVING
from scene.dropped import OWN_GONE
from serve.headers import ALWAYS
from serve.leaving import MOST
from serve.notify import READY, STOPPING
from tests.browser.mapview import MapView
from tests.browser.offline import READY_SECONDS
from tests.browser.settled import settle
from tests.browser.test_own import IDS, OFFICES, bring
from tests.deploy.conftest import Site, Visitor
from tests.deploy.fronted import NAME

pytestmark = pytest.mark.browser
VIEW = "layers=cables,landings&region=oceania&select=FJI&lang=en"
LEAFLET = "/app/static/vendor/leaflet/leaflet.js"
MOST_SECONDS = 5.0
"""Until a page is back; on a machine with other work in that proportion longer."""


@pytest.fixture(scope="module")
def visitor(site: Site) -> Iterator[Visitor]:
    """Give somebody who has the page open, with a map that is drawn: its style sheets come last of all files."""
    with site.visitor() as visitor:
        page = visitor.open(VIEW)
        settle(page)
        assert MapView(page).shown("cables") > 0
        yield visitor


def test_the_page_is_up_and_a_second_visit_asks_for_no_file_again(site: Site, visitor: Visitor) -> None:
    since = len(site.asked())
    page = visitor.open(VIEW)
    settle(page)
    assert MapView(page).shown("cables") > 0
    page.close()
    assert (visitor.traffic.failed, visitor.traffic.errors) == ([], [])
    assert [line["path"] for line in site.asked(since) if "static/" in line["path"]] == []


def test_a_page_meets_the_same_process_and_its_files_are_found_from_the_other_as_well(
    site: Site, visitor: Visitor
) -> None:
    since, (page, *_) = len(site.asked()), visitor.context.pages
    page.get_by_role("button", name=words.DOWNLOAD.en).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words.CSV.en).click()
    path = saved.value.url.removeprefix(site.front.address)
    assert saved.value.path().read_bytes()
    assert {line["process"] for line in site.asked(since)} == {f"127.0.0.1:{visitor.process}"}
    for process in (*site.services, "8000", ""):
        assert site.front.ask(path, Cookie=f"tenkai_process={process}").status == 200
    assert site.front.ask(path.replace(".csv", "0.csv")).status == 404


def test_files_are_packed_and_kept_by_nginx_as_long_as_the_atlas_says(site: Site, visitor: Visitor) -> None:
    outlines = next(line["path"] for line in site.asked() if "/countries-" in line["path"])
    for path, keep in ((outlines, "public, max-age=31536000, immutable"), (LEAFLET, "public, max-age=3600")):
        answer = site.front.ask(path, Accept_Encoding="gzip")
        assert answer.headers.get_all("Cache-Control") == [keep]
        assert answer.headers["Content-Encoding"] == "gzip"
        assert site.asked()[-1]["cache"] == "HIT"


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/ready", LEAFLET, "/nothing.js"])
def test_what_a_browser_may_do_is_said_once_and_by_the_atlas(site: Site, path: str) -> None:
    headers = site.front.ask(path).headers
    for name, value in ALWAYS.items():
        assert headers.get_all(name) == [value]
    assert len(headers.get_all("Content-Security-Policy") or ()) == 1
    assert headers.get_all("Strict-Transport-Security") == ["max-age=31536000"]
    assert headers["Server"] == "nginx"


def test_no_cookie_ever_leaves_tls(visitor: Visitor) -> None:
    cookies = {cookie["name"]: cookie["secure"] for cookie in visitor.context.cookies()}
    assert cookies == {"tenkai_process": True, "_streamlit_xsrf": True}


def test_plain_http_leads_to_the_same_view_over_tls(site: Site) -> None:
    answer = site.front.ask(f"/?{VIEW}", plain=True)
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/?{VIEW}")


def test_the_figures_are_closed_to_the_outside_and_open_on_this_machine(site: Site) -> None:
    assert site.front.ask("/metrics").status == 404
    with urlopen(f"http://127.0.0.1:{next(iter(site.services))}/metrics") as answer:
        assert b"atlas_open_pages" in answer.read()


def test_a_large_body_is_refused_before_any_process_sees_it(site: Site) -> None:
    assert site.front.ask("/_stcore/upload_file/x", body=bytes(17_000)).status == 413
    assert site.asked()[-1]["process"] == ""


def test_the_long_cookies_of_a_sign_in_are_passed_on(site: Site) -> None:
    assert site.front.ask("/_stcore/health", Cookie=f"_streamlit_user_tokens={'x' * 20_000}").status == 200


def test_another_name_gets_no_answer(site: Site) -> None:
    context = ssl.create_default_context(cafile=site.front.certificate)
    with create_connection(("127.0.0.1", site.front.port)) as way, pytest.raises(ssl.SSLError, match="unrecognized"):
        context.wrap_socket(way, server_hostname="other.example")


def test_an_old_tls_is_refused(site: Site) -> None:
    context = ssl.create_default_context(cafile=site.front.certificate)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # or this side would refuse it
    with pytest.warns(DeprecationWarning, match="TLSv1_1"):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with create_connection(("127.0.0.1", site.front.port)) as way, pytest.raises(ssl.SSLError, match="alert protocol"):
        context.wrap_socket(way, server_hostname=NAME)


def test_who_asked_and_for_which_view_is_not_written_down(site: Site, visitor: Visitor) -> None:
    site.front.ask("/?select=FJI&title=Secret")
    written = "".join(path.read_text("utf-8") for path in site.front.folder.glob("*.log"))
    assert "oceania" not in written
    assert "Secret" not in written
    assert "client" not in written


def test_pages_of_a_killed_process_are_back_at_their_view_by_themselves(site: Site, visitor: Visitor) -> None:
    with site.visitor() as one:
        page = one.open(VIEW)
        settle(page)
        assert one.process != visitor.process  # a new page goes where fewer are
        bring(page, "offices.csv", OFFICES.encode())
        view = MapView(page)
        view.until(f"() => ({IDS})().length === 1")  # of three rows the one in Oceania
        view.move(-15, 170, 5)
        settle(page)
        killed = site.services[one.process]
        began = time.monotonic()
        killed.end(signal.SIGKILL)
        try:
            expect(page.locator(".atlas-notices")).to_contain_text(OWN_GONE.en)
            seconds = time.monotonic() - began
        finally:
            killed.start()  # as systemd does
        settle(page)
        print(f"back after {seconds:.1f} s, load {os.getloadavg()[0]:.1f}")
        assert seconds < MOST_SECONDS * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
        assert view.view() == [-15, 170, 5]
        assert "bbox=" in page.url
        assert one.process == visitor.process
        assert (one.traffic.errors, visitor.traffic.errors) == ([], [])
        killed.wait()


def test_pages_of_a_process_that_is_told_to_stop_are_told_and_go_on_at_the_other(site: Site) -> None:
    with site.visitor() as one, site.visitor() as late:
        page = one.open(VIEW)
        settle(page)
        left = site.services[one.process]
        left.process.terminate()
        time.sleep(0.3)
        with pytest.raises(HTTPError, match="503"):
            urlopen(f"http://127.0.0.1:{left.port}/ready")
        expect(page.get_by_text(LEAVING.en)).to_be_visible()
        settle(late.open(VIEW))
        assert late.process != str(left.port)  # though it listens still
        assert left.process.wait(READY_SECONDS) == 0
        assert [left.word() for _ in range(left.starts + 1)] == [READY] * left.starts + [STOPPING]
        left.start()
        page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')")
        settle(page)
        assert page.url.endswith(VIEW)
        assert one.process == late.process
        assert one.traffic.errors == []
        left.wait()


@pytest.mark.long
def test_a_deck_on_its_way_is_finished_and_saved_before_its_process_goes(site: Site) -> None:
    with site.visitor() as one:
        page = one.open(f"{VIEW}&deck=overview")
        settle(page)
        page.get_by_role("button", name=making.DECK.en, exact=True).click()
        page.get_by_role("dialog").get_by_role("button", name=making.MAKE.en).click()
        expect(page.get_by_role("dialog").get_by_role("progressbar")).to_be_visible()
        left = site.services[one.process]
        left.process.terminate()
        with page.expect_download() as saved:
            page.get_by_role("dialog").get_by_role("button", name=making.SAVE.en).click(timeout=MOST * 1000)
        assert saved.value.path().read_bytes().startswith(b"PK")
        assert left.process.wait(READY_SECONDS) == 0
        left.start()
        left.wait()
