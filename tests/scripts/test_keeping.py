from __future__ import annotations

import asyncio

import pytest
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scripts.keeping import A_YEAR, FilesAhead, KeptFiles, with_kept_files


def header_of(path: str, status: int = 200) -> bytes | None:
    """Ask for a path of a server that answers with this status; give the Cache-Control of the answer."""
    return ask(KeptFiles(answering(status)), path).get(b"cache-control")


def answering(status: int) -> ASGIApp:
    """Make a server that answers whatever it is asked with this status."""
    async def server(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})

    return server


def ask(server: ASGIApp, path: str) -> dict[bytes, bytes]:
    """Ask a server for a path; give the headers of its answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def asked() -> None:
        await server({"type": "http", "path": path}, receive, send)

    asyncio.run(asked())
    return dict(sent[0]["headers"])


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
    assert with_kept_files(lambda: [own], lambda: ())()[2:] == [own]


@pytest.mark.parametrize("path", ["/", "/some/place/"])
def test_the_page_names_the_files_that_its_map_will_need(path: str) -> None:
    sent = ask(FilesAhead(answering(200), lambda: ("app/static/a.js", "app/static/b.js")), path)
    assert sent[b"link"] == b"<app/static/a.js>; rel=prefetch; as=script, <app/static/b.js>; rel=prefetch; as=script"


@pytest.mark.parametrize(("path", "status"), [("/static/js/index.js", 200), ("/", 404)])
def test_nothing_else_names_them(path: str, status: int) -> None:
    assert b"link" not in ask(FilesAhead(answering(status), lambda: ("app/static/a.js",)), path)


def test_a_page_without_files_yet_names_none() -> None:
    assert b"link" not in ask(FilesAhead(answering(200), lambda: ()), "/")
