"""The gate of a server whose people sign in: without a ticket nobody gets past it, to no page, connection or file."""

from __future__ import annotations

import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket
from streamlit.auth_util import encode_provider_token

from i18n.signing import FAILED, UNREACHABLE
from serve import view
from serve.answers import changing
from serve.paths import above, below
from serve.policy import Kind, kind_of
from serve.provider import SignIn
from serve.round_trip import LOG_IN, PATHS, RoundTrip
from serve.sign_in_page import PAGE, sign_in_page
from serve.tickets import Tickets

OPEN: Final = re.compile(r"_stcore/(health|host-config)|ready|metrics|(static|app/static/vendor|component)/.+")
"""What anyone may ask for: whether the server is well, and public libraries, which hold nothing of the atlas."""
ODD: Final = re.compile(r"(^|/)\.*(/|$)|\\")
"""A part of a path that is empty or made of dots: it may lead elsewhere than its beginning says."""
START: Final = f"{PAGE}/start"
NOTES: Final = {PAGE: None, f"{PAGE}/failed": FAILED, f"{PAGE}/unreachable": UNREACHABLE}
NOT_KEPT: Final = {"Cache-Control": "no-store"}
NO_MORE: Final = 1008
"""How a connection is closed to somebody who may not have it."""


class Gate:
    """A server that answers those who are signed in, and shows all others the way to sign in."""

    def __init__(self, app: ASGIApp, sign_in: SignIn, base: str = "") -> None:
        self.app, self.base, self.root = app, base, above(base)
        self.seconds, self.tickets = sign_in.seconds, Tickets(sign_in)
        self.round_trip = RoundTrip(app, self.tickets, base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open the page's connection to those who are in, and close it at their first word once they are not."""
        cookies = HTTPConnection(scope).cookies

        async def receive_while_in() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and not self.tickets.hold(cookies):
                await send({"type": "websocket.close", "code": NO_MORE})
                return {"type": "websocket.disconnect", "code": NO_MORE}
            return message

        if self.tickets.hold(cookies):
            await self.app(scope, receive_while_in, send)
        else:
            await WebSocket(scope, receive, send).send_denial_response(_refusal())

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, is_in = below(self.base, scope), self.tickets.hold(HTTPConnection(scope).cookies)
        if path in PATHS:
            await self.round_trip(scope, receive, send)
        elif OPEN.fullmatch(path) and not ODD.search(path):
            await self.app(scope, receive, send)
        elif path == START or path in NOTES or not is_in:
            await self._at_the_gate(path, HTTPConnection(scope), is_in)(scope, receive, send)
        else:
            await self.app(scope, receive, changing(send, self._for_one_person))

    def _at_the_gate(self, path: str, asked: HTTPConnection, is_in: bool) -> Response:
        """Answer with the sign-in page or the way to it; who is in already goes on to the view."""
        query = view.of(asked)
        if is_in:
            return self._to(view.at("", query))
        if path == START:
            return self._start(query)
        if path in NOTES:
            return HTMLResponse(sign_in_page(self.root, query, NOTES[path]), headers=NOT_KEPT)
        return self._to(view.at(PAGE, query)) if kind_of(path) is Kind.PAGE else _refusal()

    def _start(self, query: str) -> Response:
        """Keep the view and go to the provider, by Streamlit's own door."""
        answer = self._to(f"{LOG_IN}?provider={encode_provider_token('default')}")
        answer.headers.append("Set-Cookie", view.keep(query, self.root))
        return answer

    def _to(self, path: str) -> RedirectResponse:
        return RedirectResponse(self.root + path, 303, NOT_KEPT)

    def _for_one_person(self, message: Message) -> None:
        """Let nobody between keep what only some may see, and a browser no longer than a sign-in holds."""
        headers = MutableHeaders(scope=message)
        said = re.sub(r"\bmax-age=\d+", "", headers.get("Cache-Control", "no-cache"))
        age = f"max-age={self.seconds}" if "public" in said else ""
        rest = [part for part in said.replace("public", "").replace("private", "").split(", ") if part]
        headers["Cache-Control"] = ", ".join(filter(None, ["private", age, *rest]))


def _refusal() -> Response:
    return PlainTextResponse("Forbidden", 403, NOT_KEPT)
