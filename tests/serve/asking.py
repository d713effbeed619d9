"""A server that answers without a network, and what it says when it is asked."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def answering(status: int = 200, **headers: str) -> ASGIApp:
    """Make a server that answers whatever it is asked with this status and these headers."""
    said = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]

    async def server(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": [*said]})
        await send({"type": "http.response.body", "body": b"answered"})

    return server


def asked(server: ASGIApp, path: str, *, method: str = "GET", **more: object) -> list[Message]:
    """Ask a server for a path; give all that it sends."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "method": method, "headers": [], **more}

    async def ask() -> None:
        await server(scope, receive, send)

    asyncio.run(ask())
    return sent


def headers_of(server: ASGIApp, path: str) -> dict[str, str]:
    """Ask a server for a path; give the headers of its answer."""
    return {name.decode(): value.decode() for name, value in asked(server, path)[0]["headers"]}


def status_of(server: ASGIApp, path: str, method: str = "GET") -> int:
    """Ask a server for a path; give the status of its answer."""
    return int(asked(server, path, method=method)[0]["status"])
