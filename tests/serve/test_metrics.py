from __future__ import annotations

import asyncio

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.types import Message, Receive, Scope, Send

from i18n.errors import AtlasError
from serve.metrics import FROM, Measured
from tests.serve.asking import answering, asked

HERE: dict[str, object] = {"client": ("127.0.0.1", 50000)}


def read(server: Measured, **scope: object) -> dict[str, float]:
    """Read the figures as Prometheus does: by name and labels."""
    start, body = asked(server, "/metrics", HERE | scope)
    assert start["status"] == 200
    families = text_string_to_metric_families(body["body"].decode())
    return {" ".join([one.name, *one.labels.values()]): one.value for family in families for one in family.samples}


def test_answers_are_counted_by_kind_and_status_and_never_by_address() -> None:
    server = Measured(answering(404))
    for path in ("/?title=secret", "/nowhere/secret", "/media/secret.json"):
        asked(server, path)
    figures = read(server)
    assert figures["atlas_answers_total page 404"] == 2
    assert figures["atlas_answers_total media 404"] == 1
    assert figures["atlas_answer_seconds_count page"] == 2
    assert "secret" not in " ".join(figures)


def test_whether_the_parts_are_well_is_a_figure_too() -> None:
    figures = read(Measured(answering()))
    assert figures["atlas_ready data"] == figures["atlas_ready files"] == 1
    assert figures["process_resident_memory_bytes"] > 0


def test_open_pages_are_counted_while_they_are_open() -> None:
    seen: list[float] = []

    async def page(_scope: Scope, _receive: Receive, _send: Send) -> None:
        seen.append(server.figures.pages._value.get())

    async def nothing() -> Message:
        return {"type": "websocket.connect"}

    async def nowhere(_message: Message) -> None: ...

    server = Measured(page)
    asyncio.run(server({"type": "websocket", "path": "/_stcore/stream"}, nothing, nowhere))
    assert (seen, read(server)["atlas_open_pages"]) == ([1], 0)


@pytest.mark.parametrize("caller", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.8.8.8"])
def test_this_machine_may_read_them(caller: str) -> None:
    assert read(Measured(answering()), client=(caller, 1))


@pytest.mark.parametrize("scope", [
    {"client": ("192.0.2.7", 1)}, {"client": ("::ffff:192.0.2.7", 1)}, {"client": ("2001:db8::7", 1)}, {"client": None},
    *({**HERE, "headers": [(name, b"127.0.0.1")]} for name in (b"x-forwarded-for", b"forwarded", b"via", b"x-real-ip")),
])
def test_nobody_else_learns_that_there_are_any(scope: dict[str, object]) -> None:
    start, body = asked(Measured(answering()), "/metrics", scope)
    assert (start["status"], body["body"]) == (404, b"Not Found")


def test_a_network_can_be_let_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FROM, "192.0.2.0/24, 2001:db8::/32")
    server = Measured(answering())
    assert read(server, client=("192.0.2.7", 1))
    assert asked(server, "/metrics", HERE)[0]["status"] == 404


@pytest.mark.parametrize("wrong", ["10.0.0.1/8", "here", "127.0.0.1,"])
def test_what_is_no_network_is_named_before_the_server_starts(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv(FROM, wrong)
    with pytest.raises(AtlasError, match=FROM):
        Measured(answering())


def test_an_answer_that_breaks_off_is_timed_all_the_same() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ConnectionAbortedError

    server = Measured(broken)
    with pytest.raises(ConnectionAbortedError):
        asked(server, "/")
    assert read(server)["atlas_answer_seconds_count page"] == 1
