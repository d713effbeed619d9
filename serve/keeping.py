"""Files that browsers may keep: those whose name holds the hash of their content never change."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serve.answers import changing

HASHED = re.compile(r"/app/static/atlas/[a-z_]+-[0-9a-f]{12}\.(js|css|json)")
A_YEAR = "public, max-age=31536000, immutable"


class KeptFiles:
    """Streamlit's server, with a header on hashed files that lets a browser use them again without asking."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_hashed = scope["type"] == "http" and HASHED.search(scope["path"])
        await self.app(scope, receive, changing(send, _keep) if is_hashed else send)


class FilesAhead:
    """Streamlit's server, whose page names the map's files in its header: a browser fetches them while it starts."""

    def __init__(self, app: ASGIApp, files: Callable[[], Sequence[str]]) -> None:
        self.app, self.files = app, files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and scope["path"].endswith("/")
        await self.app(scope, receive, changing(send, self._name) if is_page else send)

    def _name(self, message: Message) -> None:
        links = ", ".join(f"<{path}>; rel=prefetch; as=script" for path in self.files())
        if message["status"] == 200 and links:
            MutableHeaders(scope=message)["Link"] = links


def _keep(message: Message) -> None:
    if message["status"] == 200:
        MutableHeaders(scope=message)["Cache-Control"] = A_YEAR
