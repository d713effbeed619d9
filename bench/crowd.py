"""Many sessions on one server, without browsers: each opens the page, thinks, changes its view, thinks again.

A session whose connection breaks does what the page does: it connects anew at once, again after half a second, a
second and so on, shows its cookies, and asks for the view of its address.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from websockets.exceptions import WebSocketException

from bench.gauge import Gauge
from bench.served import Served
from bench.touches import change
from bench.visitor import Answer, PageError, Visitor, visiting

FAILURES = (PageError, WebSocketException, OSError, TimeoutError)
ARRIVING = 20
"""How many people come during one think time: they do not all sit down at the same moment."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0


@dataclass(frozen=True, slots=True)
class Return:
    """A session that had lost its connection and is back: when it lost it and was back, and whether all was there."""

    lost: float
    back: float
    is_same: bool


@dataclass
class Tally:
    """What all sessions saw: first pages, changes once all had come, ways back, and errors by their words."""

    gauge: Gauge
    pages: list[Answer] = field(default_factory=list)
    changes: list[Answer] = field(default_factory=list)
    returns: list[Return] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)

    def note(self, failure: BaseException) -> None:
        """Count an error."""
        self.errors[f"{type(failure).__name__}: {str(failure)[:120]}"] += 1


async def run(served: Served, *, sessions: int, think: float, seconds: float, seed: int = 1) -> Tally:
    """Let sessions change their views on a server until the time is over, which begins when all have come."""
    arrival = arrival_s(sessions, think)
    tally, begin = Tally(Gauge(served)), time.monotonic() + arrival
    chance = [random.Random(f"{seed}-{number}") for number in range(sessions)]
    crowd = [Session(served, tally, each, think, begin, begin + seconds).attend(arrival) for each in chance]
    gathered = asyncio.gather(*crowd)
    await asyncio.sleep(arrival)
    watch = asyncio.create_task(tally.gauge.watch(tally.changes))
    await gathered
    watch.cancel()
    tally.gauge.finish(len(tally.changes))
    return tally


def arrival_s(sessions: int, think: float) -> float:
    """Give the seconds in which the sessions come."""
    return think * max(1.0, sessions / ARRIVING)


@dataclass
class Session:
    """One person: what they keep when their connection breaks is their address and their cookies."""

    served: Served
    tally: Tally
    chance: random.Random
    think: float
    begin: float
    end: float
    cookies: dict[str, str] = field(default_factory=dict)
    query: str = ""
    said: list[str] = field(default_factory=list)
    lost: float | None = None
    number: int = 0
    wait: float = 0.0

    async def attend(self, arrival: float) -> None:
        """Come at some moment, and stay until the time is over."""
        await asyncio.sleep(self.chance.uniform(0, arrival))
        while time.monotonic() < self.end:
            try:
                async with visiting(self.served.address, trust=self.served.trust, cookies=self.cookies) as visitor:
                    await self._open(visitor)
                    await self._stay(visitor)
            except FAILURES as failure:
                self.tally.note(failure)
                if self.said and self.lost is None:
                    self.lost = time.monotonic()
                await asyncio.sleep(self.wait)
                self.wait = min(2 * self.wait or FIRST_WAIT, LONGEST_WAIT)

    async def _open(self, visitor: Visitor) -> None:
        """Open the page, at the view that was seen last."""
        self.tally.pages.append(await visitor.visit(self.query))
        if self.lost is not None:
            is_same = (visitor.query, visitor.texts()) == (self.query, self.said)
            self.tally.returns.append(Return(self.lost, time.monotonic(), is_same))
        self.lost, self.wait = None, 0.0
        self._keep(visitor)

    async def _stay(self, visitor: Visitor) -> None:
        """Change the view again and again."""
        while time.monotonic() < self.end:
            with suppress(TimeoutError):
                await asyncio.wait_for(visitor.socket.wait_closed(), self.chance.uniform(0.5, 1.5) * self.think)
                raise ConnectionError("the connection broke")
            self.number += 1
            try:
                start, answer = time.monotonic(), await change(visitor, self.chance, self.number)
            except PageError as failure:  # the connection holds, so the session goes on
                self.tally.note(failure)
            else:
                self.tally.changes.extend([answer] if start >= self.begin else [])
            self._keep(visitor)

    def _keep(self, visitor: Visitor) -> None:
        self.query, self.said = visitor.query, visitor.texts()
