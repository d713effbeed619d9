"""The doors of Streamlit's server that the atlas does not use: they stay closed."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from serve.paths import below

CLOSED = ("_stcore/upload_file/", "_stcore/agent/", "_stcore/metrics", "_stcore/script-health-check")
"""Files come over the page's own connection (ui/drop.py), and figures are for whoever runs it."""
OF_SIGN_IN = ("auth/", "oauth2callback")
"""Doors of the sign-in, for a server that has one (serve/gate.py)."""
METHODS = ("GET", "HEAD", "OPTIONS")


class Doors:
    """A server of which only the doors in use answer, and none by a method that changes anything."""

    def __init__(self, app: ASGIApp, base: str = "", closed: Sequence[str] = (*CLOSED, *OF_SIGN_IN)) -> None:
        self.app, self.base, self.closed = app, base, tuple(closed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp = self.app
        if scope["type"] == "http":
            if below(self.base, scope).startswith(self.closed):
                answer = PlainTextResponse("Not Found", 404)
            elif scope["method"] not in METHODS:
                answer = PlainTextResponse("Method Not Allowed", 405, {"Allow": ", ".join(METHODS)})
        await answer(scope, receive, send)
