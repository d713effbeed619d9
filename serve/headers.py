"""The headers that tell a browser how little it may do with an answer, on every answer of the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serve.answers import changing
from serve.paths import below
from serve.policy import Kind, kind_of

NEVER = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb")
ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NEVER),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
OF_A_PERSON: Mapping[str, str] = {"Cache-Control": "private, no-store"}
ALL_MAY_READ = "Access-Control-Allow-Origin"
SAVED = "Content-Disposition"


class Guarded:
    """A server whose every answer carries the policy of its kind of path, and what holds for all of them."""

    def __init__(self, app: ASGIApp, policies: Mapping[Kind, Callable[[], str]], base: str = "") -> None:
        self.app, self.policies, self.base = app, policies, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        def guard(message: Message) -> None:
            self._guard(MutableHeaders(scope=message), kind_of(below(self.base, scope)))

        await self.app(scope, receive, changing(send, guard) if scope["type"] == "http" else send)

    def _guard(self, headers: MutableHeaders, kind: Kind) -> None:
        """Set what an answer says; Streamlit lets pages of any origin read static/, which none of ours needs."""
        headers.update(ALWAYS)
        headers["Content-Security-Policy"] = self.policies[kind]()
        if headers.get(ALL_MAY_READ) == "*":
            del headers[ALL_MAY_READ]
        if kind is Kind.MEDIA:
            headers.update(OF_A_PERSON)
            headers.setdefault(SAVED, "attachment")
