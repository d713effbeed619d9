from __future__ import annotations

import asyncio

import pytest
from starlette.middleware import Middleware
from starlette.types import Message, Receive, Scope, Send

from scripts.keeping import A_YEAR, KeptFiles, with_kept_files


def header_of(path: str, status: int = 200) -> bytes | None:
    """Ask for a path of a server that answers with this status; give the Cache-Control of the answer."""
    sent: list[Message] = []

    async def server(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(KeptFiles(server)({"type": "http", "path": path}, receive, send))
    return dict(sent[0]["headers"]).get(b"cache-control")


@pytest.mark.parametrize("base", ["", "/some/place"])
def test_a_file_with_a_hash_in_its_name_is_kept_for_a_year(base: str) -> None:
    for name in ("countries-0123456789ab.js", "map-0123456789ab.css", "latin_america-0123456789ab.json"):
        assert header_of(f"{base}/app/static/atlas/{name}") == A_YEAR.encode()


@pytest.mark.parametrize("path", ["/", "/app/static/vendor/leaflet/leaflet.js", "/app/static/atlas/countries.js"])
def test_a_file_that_may_change_under_its_name_is_not(path: str) -> None:
    assert header_of(path) is None


def test_a_file_that_is_not_there_is_asked_for_again() -> None:
    assert header_of("/app/static/atlas/countries-0123456789ab.js", status=404) is None


def test_what_streamlit_puts_around_its_server_stays() -> None:
    own = Middleware(KeptFiles)
    assert with_kept_files(lambda: [own])()[1:] == [own]
