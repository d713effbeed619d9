"""Whether the atlas can serve: its data can be read, and what a browser loads is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.files import ROOT
from i18n.errors import AtlasError
from layers.registry import our_layers
from layers.rows import check_rows
from render.web_files import FOLDER, build_static
from serve.paths import below

PATH = "ready"
LEAFLET = ROOT / "static" / "vendor" / "leaflet" / "leaflet.js"


def _data() -> bool:
    check_rows(our_layers())
    return True


def _files() -> bool:
    return LEAFLET.is_file() and all((FOLDER / name).is_file() for name in build_static().all)


PARTS: Mapping[str, Callable[[], bool]] = {"data": _data, "files": _files}
"""What has to be well; both look at no more than the times of files while nothing changes."""


def state() -> dict[str, bool]:
    """Tell of each part whether it is well; what is wrong with it stands in the log and on the page, not here."""
    return {name: _holds(part) for name, part in PARTS.items()}


def _holds(part: Callable[[], bool]) -> bool:
    try:
        return part()
    except (AtlasError, OSError):
        return False


class Ready:
    """A server that tells under /ready whether it can serve: 200 when every part is well, else 503."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self.base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer: ASGIApp = self.app
        if scope["type"] == "http" and below(self.base, scope) == PATH:
            found = await run_in_threadpool(state)
            answer = JSONResponse(found, 200 if all(found.values()) else 503, {"Cache-Control": "no-store"})
        await answer(scope, receive, send)
