"""The doors of Streamlit's server that the atlas does not use: they stay closed."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from serve.paths import above, below
from serve.policy import Kind, kind_of

CLOSED = ("_stcore/upload_file/", "_stcore/agent/", "_stcore/metrics", "_stcore/script-health-check")
"""Files come over the page's own connection (ui/drop.py), and figures are for whoever runs it."""
OF_SIGN_IN = ("auth/", "oauth2callback")
"""Doors of the sign-in, for a server that has one (serve/gate.py)."""
METHODS = ("GET", "HEAD", "OPTIONS")
LONGEST_NAME, LONGEST_PATH = 255, 2000
"""Bytes that a part of a path, and the whole of it, may have: no file has a longer one, and to look for it fails."""
NOT_UNDERSTOOD = 1003
"""How a connection is closed on which somebody speaks in letters, where Streamlit speaks in bytes."""


class Doors:
    """A server of which only the doors in use answer, and none by a method that changes anything."""

    def __init__(self, app: ASGIApp, base: str = "", closed: Sequence[str] = (*CLOSED, *OF_SIGN_IN)) -> None:
        self.app, self.base, self.closed = app, base, tuple(closed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp = self.app
        if scope["type"] == "websocket":
            answer = self._connect
        elif scope["type"] == "http":
            if below(self.base, scope).startswith(self.closed) or _is_too_long(scope["path"]):
                answer = PlainTextResponse("Not Found", 404)
            elif scope["method"] not in METHODS:
                answer = PlainTextResponse("Method Not Allowed", 405, {"Allow": ", ".join(METHODS)})
            elif _is_astray(below(self.base, scope)):
                query = scope.get("query_string", b"").decode("latin-1")
                answer = RedirectResponse(above(self.base) + f"?{query}" * bool(query), 303)
        await answer(scope, receive, send)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse an origin that is no address, and close at a word in letters: Streamlit would stumble over both."""
        async def receive_bytes() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and message.get("bytes") is None:
                await send({"type": "websocket.close", "code": NOT_UNDERSTOOD})
                return {"type": "websocket.disconnect", "code": NOT_UNDERSTOOD}
            return message

        if _is_no_origin(Headers(scope=scope).get("origin", "")):
            await WebSocket(scope, receive, send).send_denial_response(PlainTextResponse("Forbidden", 403))
        else:
            await self.app(scope, receive_bytes, send)


def _is_astray(path: str) -> bool:
    """Tell whether a path leads to no page: Streamlit would answer with one that finds none of its files."""
    return "/" in path and "//" not in path and kind_of(path) is Kind.PAGE


def _is_too_long(path: str) -> bool:
    whole = path.encode("utf-8", "replace")
    return len(whole) > LONGEST_PATH or max(map(len, whole.split(b"/"))) > LONGEST_NAME


def _is_no_origin(origin: str) -> bool:
    try:
        urlsplit(origin)
    except ValueError:
        return True
    return False
