from __future__ import annotations

import asyncio
import json
from concurrent.futures import Future
from dataclasses import dataclass, field

from starlette.types import Message

from render.under_way import UnderWay
from serve.leaving import LEAST, MOST, TO_SAVE, Closing, Leaving
from tests.serve.asking import answering, asked, status_of


@dataclass
class House:
    """A server with people in it, and a clock that goes when it is told to."""

    now: float = 100.0
    pages: int = 1
    runs: int = 0
    told: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files = UnderWay(lambda: self.now)
        self.leaving = Leaving(lambda: self.pages, lambda: self.runs, lambda: self.told.append(self.now), self.files,
                               lambda: self.now)

    def lasts(self, most: float = 200.0) -> float:
        """Let the clock go until the server is gone; give the seconds."""
        self.leaving.begin()
        began = self.now
        while not self.leaving.is_over() and self.now - began < most:
            self.now += 0.5
        return self.now - began


def test_nothing_is_over_until_somebody_says_so() -> None:
    house = House(pages=0)
    assert not house.leaving.is_over()
    assert house.told == []


def test_an_empty_house_is_left_at_once() -> None:
    assert House(pages=0).lasts() == 0


def test_who_is_there_is_told_once_and_has_time_to_read_it() -> None:
    house = House()
    assert house.lasts() == LEAST
    assert house.told == [100.0]


def test_a_file_on_its_way_is_waited_for_and_then_the_time_to_save_it() -> None:
    house = House()
    job = house.files.hold(Future[bytes]())
    assert house.lasts(most=20) == 20
    job.set_result(b"")
    assert house.lasts() == TO_SAVE


def test_a_file_that_was_done_just_before_can_still_be_saved() -> None:
    house = House()
    house.files.hold(Future[bytes]()).set_result(b"")
    house.now += 2
    assert house.lasts() == TO_SAVE - 2


def test_a_file_is_made_for_somebody_whose_connection_broke_but_not_kept() -> None:
    house = House(pages=0)
    job = house.files.hold(Future[bytes]())
    assert house.lasts(most=20) == 20
    job.set_result(b"")
    assert house.lasts() == 0


def test_a_run_is_waited_for() -> None:
    house = House(runs=1)
    assert house.lasts(most=20) == 20
    house.runs = 0
    assert house.lasts() == 0


def test_nobody_keeps_it_for_ever() -> None:
    house = House(runs=1)
    house.files.hold(Future[bytes]())
    assert house.lasts() == MOST


def told(house: House, path: str, **scope: object) -> list[Message]:
    return asked(Closing(answering(), house.leaving, "some"), f"/some{path}", scope)


def test_while_it_stays_everything_is_passed_on() -> None:
    assert told(House(), "/ready")[0]["status"] == 200


def test_a_server_that_leaves_is_not_ready_and_answers_all_else() -> None:
    house = House()
    house.leaving.begin()
    start, body = told(house, "/ready")
    assert (start["status"], json.loads(body["body"])) == (503, {"leaving": True})
    assert status_of(Closing(answering(), house.leaving, "some"), "/some/media/a.png") == 200


def test_a_server_that_leaves_lets_no_page_in_and_says_503_so_that_another_is_asked() -> None:
    house, sent = House(), list[Message]()
    house.leaving.begin()

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [],
             "extensions": {"websocket.http.response": {}}}
    asyncio.run(Closing(answering(), house.leaving)(scope, receive, send))
    assert (sent[0]["type"], sent[0]["status"]) == ("websocket.http.response.start", 503)
