from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.server import ServerConnection, serve
from websockets.http11 import Request, Response

from bench.crowd import Return, Tally, run
from bench.gauge import Gauge
from bench.killed import Killed, kill_during
from bench.served import Served, fronted
from bench.touches import ADDRESSES
from bench.visitor import PROTOCOL

BACK, OTHER = Return(10.5, 12.0, True), Return(11.0, 18.0, True)


class Page:
    """A page of one text, its address, that breaks each connection after so many runs and tells which one it was."""

    def __init__(self, runs: int) -> None:
        self.runs = runs
        self.cookies: list[str | None] = []
        self.queries: list[list[str]] = []

    async def answer(self, socket: ServerConnection) -> None:
        asked = list[str]()
        self.queries.append(asked)
        for _ in range(self.runs):
            asked.append(BackMsg.FromString(await socket.recv(decode=False)).rerun_script.query_string)
            for message in self.messages(asked[-1]):
                await socket.send(message.SerializeToString())
        await asyncio.sleep(0.02)
        socket.transport.abort()

    def messages(self, query: str) -> list[ForwardMsg]:
        start, text, end = ForwardMsg(), ForwardMsg(), ForwardMsg()
        start.new_session.SetInParent()
        text.delta.new_element.markdown.body = query
        end.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
        return [start, text, end]

    def welcome(self, _socket: ServerConnection, request: Request, response: Response) -> None:
        self.cookies.append(request.headers.get("Cookie"))
        response.headers["Set-Cookie"] = f"process={len(self.cookies)}; Path=/; HttpOnly"

    @asynccontextmanager
    async def served(self) -> AsyncIterator[Served]:
        async with serve(self.answer, "localhost", 0, subprotocols=[PROTOCOL], process_response=self.welcome) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            yield Served(f"http://localhost:{port}", ())


async def attend(page: Page, seconds: float) -> Tally:
    async with page.served() as served:
        return await run(served, sessions=1, think=0.02, seconds=seconds)


@pytest.fixture
def only_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.touches.ADDRESS_EVERY", 1)


@pytest.mark.usefixtures("only_addresses")
def test_a_session_comes_back_to_the_view_it_had_and_shows_the_cookie_that_it_got_last() -> None:
    page = Page(2)
    tally = asyncio.run(attend(page, 0.6))
    assert len(page.cookies) >= 3
    assert page.cookies == [None, *(f"process={number}" for number in range(1, len(page.cookies)))]
    assert [asked[0] for asked in page.queries[1:]] == [asked[-1] for asked in page.queries[:-1]]
    assert all(each.is_same and each.lost < each.back for each in tally.returns)
    assert len(tally.returns) == len(page.queries) - 1
    assert tally.errors.total() >= len(tally.returns)
    assert {query for asked in page.queries for query in asked} <= set(ADDRESSES)


class Forgetful(Page):
    """A page that shows everybody who comes back another text."""

    def messages(self, query: str) -> list[ForwardMsg]:
        return super().messages(f"{len(self.queries)} {query}")


def test_a_session_that_sees_another_page_is_not_back() -> None:
    tally = asyncio.run(attend(Forgetful(1), 0.4))
    assert tally.returns
    assert not any(each.is_same for each in tally.returns)


@pytest.fixture
def killed() -> Killed:
    tally = Tally(Gauge(Served("", ())))
    tally.returns = [Return(5.0, 6.0, True), BACK, OTHER, Return(11.0, 12.0, False)]
    tally.errors.update({"ConnectionError: the connection broke": 4})
    return Killed(10.0, 3, tally)


def test_only_those_whom_the_kill_threw_out_and_who_see_their_view_are_back(killed: Killed) -> None:
    assert killed.back == [BACK, OTHER]
    assert [figure for _name, figure, _promise in killed.rows()] == ["3", "2", "1", "5.0", "8.0", "1"]


@pytest.mark.long
def test_everybody_at_a_killed_process_is_back_behind_nginx_and_nobody_else_notices() -> None:
    with fronted() as (served, services):
        seen = asyncio.run(kill_during(served, services, sessions=4, think=1, warm=4, after=12))
    assert seen.pages == len(seen.back) == 2
    assert seen.tally.errors.total() == seen.pages
    assert len(seen.tally.pages) == 4 + seen.pages
