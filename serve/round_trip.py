"""The way to the provider and back: Streamlit speaks with it, and a person comes back to the view or to a sentence."""

from __future__ import annotations

import logging
import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from serve import view
from serve.answers import changing
from serve.paths import above, below
from serve.provider import CALLBACK
from serve.sign_in_page import PAGE
from serve.slim import slimmed
from serve.tickets import Tickets

LOG_IN, LOG_OUT = "auth/login", "auth/logout"
PATHS: Final = (LOG_IN, LOG_OUT, CALLBACK)
REASON: Final = re.compile(r"[a-z_]{1,40}")
AGE: Final = re.compile(rb"\bMax-Age=[1-9]\d*")
PLACE: Final = re.compile(rb"\bPath=[^;]*", re.IGNORECASE)
ELSEWHERE: Final = ("cross-site", "same-site")
"""How a browser says that a page of another origin leads here: nobody but the person signs a person out."""
FORGET: Final = '"cache"'
"""What a browser throws away when somebody signs out: files that it kept of the atlas."""


class RoundTrip:
    """Streamlit's doors to the provider, whose answers lead on to where a person wanted to go."""

    def __init__(self, app: ASGIApp, tickets: Tickets, base: str = "") -> None:
        self.app, self.tickets, self.base, self.root = app, tickets, base, above(base)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, asked = below(self.base, scope), HTTPConnection(scope)
        if path == LOG_OUT and asked.headers.get("Sec-Fetch-Site") in ELSEWHERE:
            to = view.at(self.root, view.of(asked))
            await RedirectResponse(to, 303, {"Cache-Control": "no-store"})(scope, receive, send)
            return
        if path == LOG_OUT:
            self.tickets.tear(asked.cookies)
        if path == CALLBACK and "error" in asked.query_params:
            why = asked.query_params["error"]
            logging.getLogger("atlas").warning("The provider refused: %s", why if REASON.fullmatch(why) else "?")
            to = view.at(f"{self.root}{PAGE}/failed", view.asked("", asked.cookies))
            await RedirectResponse(to, 303, {"Cache-Control": "no-store"})(scope, receive, send)
        else:
            await self.app(scope, receive, changing(send, lambda message: self._lead_on(path, asked, message)))

    def _lead_on(self, path: str, asked: HTTPConnection, message: Message) -> None:
        """Lead back to the view after signing in, to the sign-in page otherwise, with a word where it went wrong."""
        is_new = self._narrow(message)
        headers = MutableHeaders(scope=message)
        query = view.of(asked) if path == LOG_OUT else view.asked("", asked.cookies)
        if note := self._wrong(path, asked, message["status"], is_new):
            message["status"] = 303
            headers["Location"] = view.at(f"{self.root}{PAGE}/{note}", query)
        elif headers.get("Location") == self.root:
            headers["Location"] = view.at(self.root, query)
        if path == LOG_OUT:
            headers["Clear-Site-Data"] = FORGET
        if path == LOG_OUT or is_new:
            headers.append("Set-Cookie", view.keep("" if is_new else query, self.root))
        headers["Cache-Control"] = "no-store"

    def _wrong(self, path: str, asked: HTTPConnection, status: int, is_new: bool) -> str:
        """Name what went wrong; coming back from a sign-out, or a second time, is not wrong."""
        if path != CALLBACK:
            return "unreachable" if status >= 400 else ""
        is_in = is_new or self.tickets.hold(asked.cookies)
        return "failed" if status >= 400 or ("code" in asked.query_params and not is_in) else ""

    def _narrow(self, message: Message) -> bool:
        """Let a browser keep tickets no longer than they hold, tokens for signing out alone; tells whether one is new.

        The provider's tokens are several times as long as all the rest, and nothing else needs them.
        """
        age, place = b"Max-Age=%d" % self.tickets.sign_in.seconds, f"Path={self.root}{LOG_OUT}".encode()
        after = list[tuple[bytes, bytes]]()
        for name, value in slimmed(message.get("headers", []), self.tickets.sign_in.secret):
            if _sets(name, value, TOKENS_COOKIE_NAME):
                value = PLACE.sub(lambda _: place, value)
            after.append((name, AGE.sub(age, value) if _sets(name, value, USER_COOKIE_NAME) else value))
        message["headers"] = after
        return any(_sets(name, value, USER_COOKIE_NAME) and AGE.search(value) for name, value in after)


def _sets(name: bytes, value: bytes, cookie: str) -> bool:
    """Tell whether a header sets a cookie, or a part of one that is too long for one."""
    return name.lower() == b"set-cookie" and value.startswith(cookie.encode())
