from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from serve.doors import Doors
from tests.serve.asking import answering, asked, status_of


@pytest.mark.parametrize("path", [
    "_stcore/upload_file/a-session/a-file", "_stcore/agent/interact", "_stcore/agent/mcp", "_stcore/metrics",
    "_stcore/script-health-check", "auth/login", "auth/logout", "oauth2callback",
])
@pytest.mark.parametrize("base", ["", "/some/place"])
def test_a_door_that_the_atlas_does_not_use_is_closed(base: str, path: str) -> None:
    assert status_of(Doors(answering(), base), f"{base}/{path}") == 404


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/host-config", "/media/a.png", "/app/static/a.js"])
def test_the_doors_of_the_page_are_open(path: str) -> None:
    assert status_of(Doors(answering()), path) == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_changed_by_a_request(method: str) -> None:
    assert status_of(Doors(answering()), "/", method) == 405


@pytest.mark.parametrize("path", ["/app/static/" + "a" * 300, "/app/static/" + "%E3" * 90, "/x/" + "a/" * 2000])
def test_a_path_that_no_file_can_have_is_not_looked_for(path: str) -> None:
    assert status_of(Doors(answering()), path) == 404


@pytest.mark.parametrize("base", ["", "/some/place"])
def test_an_address_that_leads_to_no_page_leads_to_the_view(base: str) -> None:
    for query, to in ((b"lang=en", f"{base}/?lang=en"), (b"", f"{base}/")):
        start = asked(Doors(answering(), base), f"{base}/maps/pacific", {"query_string": query})[0]
        assert (start["status"], dict(start["headers"])[b"location"].decode()) == (303, to)


# --- the page's connection ---


def talk(origin: bytes, *words: Message) -> list[Message]:
    """Open a connection to a server that repeats what it hears, and say these words; give what was sent."""
    heard, sent = [*words, {"type": "websocket.disconnect"}], list[Message]()

    async def server(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            await send({"type": "websocket.send", "bytes": message["bytes"]})

    async def receive() -> Message:
        return heard.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"origin", origin)],
                    "extensions": {"websocket.http.response": {}}}
    asyncio.run(Doors(server)(scope, receive, send))
    return sent


def test_an_origin_that_is_no_address_is_refused() -> None:
    assert talk(b"http://[::1")[0]["status"] == 403


def test_words_in_letters_close_the_connection_and_bytes_are_heard() -> None:
    said: list[Message] = [{"type": "websocket.receive", "bytes": b"1"}, {"type": "websocket.receive", "text": "2"}]
    assert talk(b"http://a.example", *said) == [
        {"type": "websocket.send", "bytes": b"1"}, {"type": "websocket.close", "code": 1003}]
