"""Signing in at a provider of our own: without it nothing of the atlas is there, after it what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import BrowserContext, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from i18n import words
from i18n.signing import FAILED, SIGN_IN, SIGN_OUT, UNREACHABLE
from scripts.pins import ROOT
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic, free_port, running
from tests.browser.provider import Provider, providing, secrets_for
from tests.browser.settled import PATIENCE, settle
from tests.browser.test_axe import violations

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
HOSTILE = "<b>山田</b> *花子* $x$ :red[&]"
VIEW = "layers=mocs&region=oceania"
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "1"})


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with providing() as running_:
        yield running_


@pytest.fixture(autouse=True)
def as_at_first(provider: Provider, visitors: BrowserContext) -> Iterator[None]:
    yield
    provider.forget()
    visitors.clear_cookies()


@pytest.fixture(scope="module")
def address(provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the atlas to people who sign in at the provider."""
    port, file = free_port(), tmp_path_factory.mktemp("secrets") / "secrets.toml"
    file.write_text(secrets_for(provider, f"http://localhost:{port}"), "utf-8")
    with running(ROOT / "app.py", port=port, STREAMLIT_SECRETS_FILES=str(file)) as (where, _process):
        yield where


def stranger(address: str) -> httpx2.Client:
    """Give somebody without a browser, and without a sign-in."""
    return httpx2.Client(base_url=address, timeout=PATIENCE / 1000)


def way(client: httpx2.Client, path: str) -> list[str]:
    """Follow redirections from a path; give where they led, path and query, one after the other."""
    met, to = list[str](), client.base_url.join(path)
    while len(met) < 9:
        answer = client.get(to)
        met.append(to.raw_path.decode())
        if not answer.is_redirect:
            break
        to = to.join(answer.headers["location"])
    return met


def test_nothing_of_the_atlas_is_there_for_somebody_who_is_not_signed_in(address: str) -> None:
    with stranger(address) as client:
        assert way(client, f"/?{VIEW}") == [f"/?{VIEW}", f"/sign-in?{VIEW}"]
        files = [f"/app/static/atlas/{path.name}" for path in (ROOT / "static" / "atlas").glob("rows-*.js")]
        for path in (*files, "/app/static/page.js", "/media/x.csv", "/app/static/vendor/../page.js"):
            assert client.get(path).status_code == 403, path
        assert [client.get(path).status_code for path in ("/_stcore/health", "/ready", "/metrics")] == [200] * 3
    assert files
    for cookie in ("", "_streamlit_user=x.y.z"):
        with pytest.raises(InvalidStatus, match="403"):
            connect(f"ws://{urlsplit(address).netloc}/_stcore/stream", origin=None, open_timeout=60,
                    additional_headers={"Cookie": cookie}).close()


@pytest.mark.parametrize("claims", [
    {"nonce": "another"}, {"nonce": None}, {"exp": 1_000_000_000}, {"iss": "http://localhost:1"}, {"aud": "another"},
])
def test_a_forged_answer_lets_nobody_in(address: str, provider: Provider, claims: dict[str, object]) -> None:
    provider.claims = claims
    with stranger(address) as client:
        assert way(client, f"/sign-in/start?{VIEW}")[-1] == f"/sign-in/failed?{VIEW}"
        assert "_streamlit_user" not in client.cookies


def test_a_token_under_another_key_lets_nobody_in(address: str, provider: Provider) -> None:
    provider.key = OTHER_KEY
    with stranger(address) as client:
        assert way(client, "/sign-in/start?lang=en")[-1] == "/sign-in/failed?lang=en"


def test_an_answer_that_belongs_to_no_question_lets_nobody_in(address: str, provider: Provider) -> None:
    with stranger(address) as client, stranger(address) as other:
        client.get("/sign-in/start?lang=en")
        at_the_provider = client.get(client.get("/sign-in/start").headers["location"]).headers["location"]
        back = urlsplit(other.get(at_the_provider).headers["location"])
        assert way(other, f"{back.path}?{back.query}")[-1] == "/sign-in/failed"
        assert way(client, f"{back.path}?{back.query}x")[-1] == "/sign-in/failed?lang=en"
        assert way(client, f"{back.path}?{back.query}")[-1] == "/?lang=en"


def test_what_the_provider_refuses_or_leaves_unanswered_is_said(address: str, provider: Provider) -> None:
    with stranger(address) as client:
        provider.answer = "access_denied"
        assert way(client, "/sign-in/start?lang=en")[-1] == "/sign-in/failed?lang=en"
        assert FAILED.en in client.get("/sign-in/failed?lang=en").text
        provider.is_down = True
        assert way(client, "/sign-in/start?lang=ja")[-1] == "/sign-in/unreachable?lang=ja"
        assert UNREACHABLE.ja in client.get("/sign-in/unreachable?lang=ja").text


def test_a_page_of_another_port_that_borrows_a_sign_in_sees_nothing(address: str) -> None:
    with stranger(address) as client:
        assert way(client, "/sign-in/start")[-1] == "/"
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    asked, shown = BackMsg(), list[ForwardMsg]()
    asked.rerun_script.query_string = VIEW
    with connect(f"ws://{urlsplit(address).netloc}/_stcore/stream", origin=Origin("http://localhost:1"),
                 subprotocols=[Subprotocol("streamlit")], additional_headers={"Cookie": cookie}) as line:
        line.send(asked.SerializeToString())
        while not (shown and shown[-1].WhichOneof("type") == "script_finished"):
            shown.append(ForwardMsg.FromString(line.recv(timeout=60, decode=False)))
    elements = [message.delta.new_element for message in shown if message.HasField("delta")]
    assert [each.button.label for each in elements if each.HasField("button")] == [SIGN_IN.ja]
    assert {each.WhichOneof("type") for each in elements} == {"html", "alert", "button"}  # the sheet, the sentence


def test_after_the_sign_in_the_view_is_there_and_a_sign_out_ends_it_in_every_tab(
    address: str, open_page: Open, provider: Provider, traffic: Traffic
) -> None:
    provider.name, provider.claims = HOSTILE, {"groups": [sha256(b"%d" % at).hexdigest() for at in range(700)]}
    page = open_page(f"{address}/?{VIEW}")
    page.get_by_role("link", name=SIGN_IN.ja).click()
    MapView(page)
    settle(page)
    assert parse_qs(urlsplit(page.url).query) == parse_qs(VIEW)
    expect(page.get_by_text(HOSTILE, exact=True)).to_be_visible()
    assert violations(page, ".atlas-person") == {}
    page.get_by_role("button", name=words.DOWNLOAD.ja, exact=True).click()
    with page.expect_download() as started:
        page.get_by_role("button", name="GeoJSON").first.click()
    with stranger(address) as client:
        assert client.get(started.value.url).status_code == 403
    tab = open_page(f"{address}/?{VIEW}&lang=en")
    settle(tab)
    assert (traffic.failed, traffic.outside, traffic.errors) == ([], [], [])
    tab.get_by_role("link", name=SIGN_OUT.en).click()
    expect(tab.get_by_role("link", name=SIGN_IN.en)).to_be_visible()
    assert provider.signed_out[-1]["post_logout_redirect_uri"] == f"{address}/oauth2callback"
    page.get_by_role("button", name=words.CLEAR.ja, exact=True).click()
    expect(page.get_by_role("link", name=SIGN_IN.ja)).to_be_visible()
    tab.get_by_role("link", name=SIGN_IN.en).click()
    tab.wait_for_url(f"{address}/?lang=en")


def test_a_reader_may_change_the_language_before_signing_in(address: str, open_page: Open) -> None:
    page = open_page(f"{address}/?{VIEW}")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("link", name=SIGN_IN.en)).to_be_visible()
    page.get_by_role("link", name="日本語").click()
    expect(page.get_by_role("link", name=SIGN_IN.ja)).to_be_visible()
    assert violations(page) == {}
    assert parse_qs(urlsplit(page.url).query) == parse_qs(f"{VIEW}&lang=ja")
