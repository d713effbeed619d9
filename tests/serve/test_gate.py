from __future__ import annotations

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send

from i18n.signing import FAILED, UNREACHABLE
from i18n.text import Lang
from serve.gate import Gate
from serve.policy import Kind, kind_of, sign_in_policy
from serve.sign_in_page import STYLE, sign_in_page
from serve.view import COOKIE
from tests.markup import PAYLOADS
from tests.serve.asking import answering, asked
from tests.serve.test_tickets import OURS, PERSON, cookies

BASES = ("", "/some/place")
CLOSED = (
    "media/a.png", "app/static/atlas/rows-0a99578ffc5c.js", "app/static/page.js", "_stcore/upload_file/a/b",
    "app/static/vendor/../atlas/rows.js", "app/static/vendor//../atlas/rows.js", "static/../media/a.png", "static/",
    "app/static/vendor/..\\atlas\\rows.js", "component/./../media/a.png", "metrics/", "readyx", "_stcore/health/x",
)
FAILURE = {"location": "/", "set_cookie": '_streamlit_user=""; Max-Age=0; Path=/'}


def cookie(said: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(b"cookie", "; ".join(f"{name}={value}" for name, value in said.items()).encode())]


def ask(gate: Gate, path: str, query: str = "", said: Mapping[str, str] | None = None) -> tuple[int, dict[str, str]]:
    """Ask the gate for a path; give the status and the headers."""
    more = {"query_string": query.encode(), "headers": cookie(said or {})}
    start = asked(gate, path, more)[0]
    return start["status"], {name.decode().lower(): value.decode() for name, value in start["headers"]}


@pytest.mark.parametrize("base", BASES)
def test_only_public_files_are_open(base: str) -> None:
    gate = Gate(answering(), OURS, base)
    for path in ("_stcore/health", "ready", "metrics", "static/js/index.js", "app/static/vendor/leaflet/leaflet.js",
                 "component/streamlit_folium.st_folium/index.html"):
        assert ask(gate, f"{base}/{path}")[0] == 200
    assert {path for path in CLOSED if ask(gate, f"{base}/{path}")[0] == 200} == set()


@pytest.mark.parametrize("base", BASES)
def test_whoever_is_signed_in_gets_everything_and_nobody_between_keeps_it(base: str) -> None:
    for told, kept in (("public, max-age=31536000, immutable", f"private, max-age={OURS.seconds}, immutable"),
                       ("no-cache", "private, no-cache"), ("private, no-store", "private, no-store")):
        gate = Gate(answering(cache_control=told), OURS, base)
        assert ask(gate, f"{base}/media/a.png", said=cookies(PERSON)) == (200, {"cache-control": kept})
    assert ask(Gate(answering(), OURS, base), f"{base}/x", said=cookies(PERSON))[1]["cache-control"] == \
        "private, no-cache"


@pytest.mark.parametrize("base", BASES)
def test_a_view_is_kept_on_the_way_to_the_provider_and_back(base: str) -> None:
    gate, query = Gate(answering(302, location=f"{base}/", set_cookie="_streamlit_user=x; Max-Age=2592000"), OURS,
                       base), "region=oceania&lang=en"
    assert ask(gate, f"{base}/", query)[1]["location"] == f"{base}/sign-in?{query}"
    status, start = ask(gate, f"{base}/sign-in/start", query)
    to = urlsplit(start["location"])
    assert (status, to.netloc, to.path, [*parse_qs(to.query)]) == (303, "", f"{base}/auth/login", ["provider"])
    assert f"{COOKIE}={query}; HttpOnly; Max-Age=1800; Path={base}/; SameSite=Lax" == start["set-cookie"]
    back = ask(gate, f"{base}/oauth2callback", "code=1&state=2", {COOKIE: query})[1]
    assert back["location"] == f"{base}/?{query}"
    assert f"{COOKIE}=; HttpOnly; Max-Age=0" in back["set-cookie"]


@pytest.mark.parametrize(("path", "given", "sent"), [
    ("oauth2callback", "_streamlit_user_1=x; Max-Age=2592000; Path=/", "_streamlit_user_1=x; Max-Age=3600; Path=/"),
    ("oauth2callback", "_streamlit_user_tokens_1=x; Max-Age=2592000; Path=/",
     "_streamlit_user_tokens_1=x; Max-Age=3600; Path=/auth/logout"),
    ("auth/logout", '_streamlit_user_tokens=""; Max-Age=0; Path=/; SameSite=lax',
     '_streamlit_user_tokens=""; Max-Age=0; Path=/auth/logout; SameSite=lax'),
    ("auth/login", "_streamlit_session=x; path=/; Max-Age=1209600", "_streamlit_session=x; path=/; Max-Age=1209600"),
])
def test_a_browser_keeps_tickets_as_long_as_they_hold_and_sends_tokens_to_sign_out_alone(
    path: str, given: str, sent: str
) -> None:
    gate = Gate(answering(302, location="/", set_cookie=given), OURS)
    more = {"query_string": b"code=1&state=2"}
    headers = asked(gate, f"/{path}", more)[0]["headers"]
    assert sent in [value.decode() for name, value in headers if name == b"set-cookie"]


@pytest.mark.parametrize(("answer", "path", "query", "note"), [
    ((302, FAILURE), "/oauth2callback", "code=1&state=2", "failed"),
    ((500, {}), "/oauth2callback", "code=1&state=2", "failed"),
    ((302, {"location": "/"}), "/oauth2callback", "error=access_denied&error_description=x", "failed"),
    ((400, {}), "/auth/login", "provider=x", "unreachable"),
    ((500, {}), "/auth/login", "provider=x", "unreachable"),
])
def test_what_goes_wrong_is_said_on_the_sign_in_page(
    answer: tuple[int, dict[str, str]], path: str, query: str, note: str
) -> None:
    gate = Gate(answering(answer[0], **answer[1]), OURS)
    status, said = ask(gate, path, query, {COOKIE: "lang=en"})
    assert (status, said["location"], said["cache-control"]) == (303, f"/sign-in/{note}?lang=en", "no-store")


@pytest.mark.parametrize(("word", "told"), [("access_denied", "access_denied"), ("山田\n花子", "?")])
def test_the_log_quotes_the_providers_word_and_nothing_else(
    caplog: pytest.LogCaptureFixture, word: str, told: str
) -> None:
    ask(Gate(answering(), OURS), "/oauth2callback", urlencode({"error": word, "error_description": "山田 花子"}))
    assert caplog.messages == [f"The provider refused: {told}"]


def test_coming_back_from_a_sign_out_or_a_second_time_is_no_failure() -> None:
    gate = Gate(answering(302, location="/"), OURS)
    assert ask(gate, "/oauth2callback")[1]["location"] == "/"
    assert ask(gate, "/oauth2callback", "code=1&state=2", cookies(PERSON))[1]["location"] == "/"


def test_signing_out_tears_the_ticket_and_empties_the_browser() -> None:
    gate, ticket = Gate(answering(302, location="/"), OURS), cookies(PERSON)
    status, said = ask(gate, "/auth/logout", "lang=en", ticket)
    assert (status, said["location"], said["clear-site-data"]) == (302, "/?lang=en", '"cache"')
    assert ask(gate, "/media/a.png", said=ticket)[0] == 403


def test_a_host_that_is_no_name_is_no_trouble() -> None:
    more = {"query_string": b"region=africa", "headers": [(b"host", b"[::1")]}
    assert asked(Gate(answering(), OURS), "/", more)[0]["status"] == 303


def test_who_is_in_already_goes_on_from_the_sign_in_page() -> None:
    for path in ("/sign-in", "/sign-in/start", "/sign-in/failed"):
        assert ask(Gate(answering(), OURS), path, "region=africa", cookies(PERSON)) == (
            303, {"location": "/?region=africa", "content-length": "0", "cache-control": "no-store"})


# --- the page's connection ---


def talk(gate: Gate, said: Mapping[str, str], words: list[Message]) -> list[Message]:
    """Open a connection and say these words; give what was sent."""
    sent: list[Message] = []

    async def receive() -> Message:
        return words.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": "websocket", "path": "/_stcore/stream", "headers": cookie(said), "query_string": b"",
                    "extensions": {"websocket.http.response": {}}}
    asyncio.run(gate(scope, receive, send))
    return sent


def echoing(leave: bool = False) -> Gate:
    """Make a gate before a server that repeats what it hears; it may sign the person out after the first word."""
    async def server(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        while (heard := await receive())["type"] != "websocket.disconnect":
            if heard["type"] == "websocket.receive":
                await send({"type": "websocket.send", "bytes": heard["bytes"]})
                if leave:
                    gate.tickets.tear(cookies(PERSON))

    gate = Gate(server, OURS)
    return gate


def words(*said: bytes) -> list[Message]:
    return [{"type": "websocket.connect"}, *({"type": "websocket.receive", "bytes": each} for each in said),
            {"type": "websocket.disconnect"}]


def test_the_connection_is_refused_without_a_ticket() -> None:
    (start, _body) = talk(echoing(), {}, words(b"1"))
    assert (start["type"], start["status"]) == ("websocket.http.response.start", 403)


def test_the_connection_is_open_with_one() -> None:
    assert [each.get("bytes") for each in talk(echoing(), cookies(PERSON), words(b"1", b"2"))] == [None, b"1", b"2"]


def test_after_a_sign_out_elsewhere_the_next_word_closes_the_connection() -> None:
    sent = talk(echoing(leave=True), cookies(PERSON), words(b"1", b"2"))
    assert [each.get("bytes") or each.get("code") for each in sent] == [None, b"1", 1008]


# --- the sign-in page ---


@pytest.mark.parametrize("lang", Lang)
def test_the_page_says_what_went_wrong_in_its_language(lang: Lang) -> None:
    for note in (FAILED, UNREACHABLE):
        page = sign_in_page("/", f"lang={lang.value}", note)
        assert f'<html lang="{lang.value}">' in page
        assert note[lang] in page
    assert "alert" not in sign_in_page("/", "", None)


def test_nothing_in_an_address_becomes_markup() -> None:
    gate, plain = Gate(answering(), OURS), sign_in_page("/", "", None)
    for payload in PAYLOADS:
        page = sign_in_page("/", urlsplit(ask(gate, "/", payload)[1]["location"]).query, None)
        assert [page.count(sign) for sign in "<>'\""] == [plain.count(sign) for sign in "<>'\""]


def test_the_page_runs_nothing_and_asks_for_nothing() -> None:
    page = sign_in_page("/", "", None)
    assert not [part for part in ("<script", "src=", "http:", "https:", "url(", "@import") if part in page]
    assert f"<style>{STYLE}</style>" in page
    assert "script-src" not in sign_in_policy()
    for path in ("sign-in", "sign-in/start", "sign-in/failed", "auth/login", "oauth2callback"):
        assert kind_of(path) is Kind.SIGN_IN


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_from_elsewhere_signs_nobody_out(site: str) -> None:
    gate, ticket = Gate(answering(302, location="/"), OURS), cookies(PERSON)
    more = {"query_string": b"lang=en", "headers": [*cookie(ticket), (b"sec-fetch-site", site.encode())]}
    start = asked(gate, "/auth/logout", more)[0]
    assert (start["status"], dict(start["headers"])[b"location"]) == (303, b"/?lang=en")
    assert ask(gate, "/media/a.png", said=ticket)[0] != 403
