"""A server that is told to stop: it takes nobody in, tells who is there, and goes once their files are saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from render.under_way import UNDER_WAY, UnderWay
from serve.health import PATH as READY
from serve.paths import below

LEAST = 5.0
"""Seconds that a page has for the sentence that says so."""
TO_SAVE = 30.0
"""Seconds that a person has for saving what was made."""
MOST = 120.0
"""Seconds after which the server goes whatever is on its way; systemd waits 15 more."""
GONE_SOON = {"Cache-Control": "no-store", "Retry-After": "1"}


@dataclass(slots=True)
class Leaving:
    """How far a server is on its way out.

    `pages` counts those that are connected, `runs` what they are having worked out; `tell` gives them the sentence.
    """

    pages: Callable[[], int]
    runs: Callable[[], int]
    tell: Callable[[], None]
    files: UnderWay = UNDER_WAY
    clock: Callable[[], float] = time.monotonic
    begun: float | None = None
    is_told: bool = False

    def begin(self) -> None:
        """Be told to stop; once is enough. It may be called between any two steps of the server, by a signal."""
        if self.begun is None:
            self.begun = self.clock()

    def is_over(self) -> bool:
        """Tell whether nothing keeps the server any more; asked by its own loop, again and again."""
        if self.begun is None:
            return False
        if not self.is_told:
            self.is_told = True
            self.tell()
        now = self.clock()
        return now - self.begun >= MOST or not (self.files.count or (self.pages() and self._keeps(now, self.begun)))

    def _keeps(self, now: float, begun: float) -> bool:
        """Tell whether somebody who is there still reads, waits or saves."""
        return now - begun < LEAST or now - self.files.last < TO_SAVE or self.runs() > 0


class Closing:
    """A server that is not ready and lets no page in while it is leaving; whoever is there is answered as before."""

    def __init__(self, app: ASGIApp, leaving: Leaving, base: str = "") -> None:
        self.app, self.leaving, self.base = app, leaving, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = JSONResponse({"leaving": True}, 503, GONE_SOON)
        if self.leaving.begun is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocket(scope, receive, send).send_denial_response(refusal)
        elif scope["type"] == "http" and below(self.base, scope) == READY:
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)
