"""One visitor of a Streamlit page without a browser: its websocket, the widgets of the page, what comes back.

The messages are Streamlit's own (streamlit.proto). A visitor sends the widget that is touched and no other: the
page sets the rest from its choice anyway.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from ssl import SSLContext
from typing import Any, cast

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

KEY_OF_ID = re.compile(r"\$\$ID-[0-9a-f]+-(.+)", re.DOTALL)
PROTOCOL = Subprotocol("streamlit")
PATIENCE = 60.0
"""Seconds after which an answer that does not come is an error."""


class PageError(Exception):
    """The server answered, but not with the page that was asked for."""


class Wire(ClientConnection):
    """A websocket that counts what comes over the wire, still packed if the server packs it."""

    received = 0

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        super().data_received(data)


@dataclass(frozen=True, slots=True)
class Answer:
    """One run of the page: how long it took, and its bytes, unpacked and as they came over the wire."""

    seconds: float
    bytes: int
    wire: int


@dataclass
class Visitor:
    """A session; `query` is what stands in its address bar, `elements` what its page shows."""

    socket: Wire
    query: str = ""
    elements: list[Element] = field(default_factory=list)
    known: dict[str, ForwardMsg] = field(default_factory=dict)

    async def visit(self, query: str) -> Answer:
        """Open an address."""
        self.query = query
        return await self._run()

    async def touch(self, widget: WidgetState) -> Answer:
        """Use a widget of the page; raises PageError when that leads to no other view."""
        before = self.query
        answer = await self._run(widget)
        if self.query == before:
            raise PageError(f"{widget.id}: the view did not change")
        return answer

    def widgets(self) -> Iterator[tuple[str, Any]]:
        """Go through the widgets of the page that have a key, each with that key."""
        for element in self.elements:
            widget = getattr(element, element.WhichOneof("type") or "", None)
            found = KEY_OF_ID.fullmatch(getattr(widget, "id", ""))
            if found and widget:
                yield found[1], widget

    def texts(self) -> list[str]:
        """List the texts of the page."""
        return [element.markdown.body for element in self.elements if element.HasField("markdown")]

    async def _run(self, widget: WidgetState | None = None) -> Answer:
        request = BackMsg()
        request.rerun_script.query_string = self.query
        request.rerun_script.cached_message_hashes.extend(self.known)
        request.rerun_script.widget_states.widgets.extend([widget] if widget else [])
        start, wire = time.perf_counter(), self.socket.received
        await self.socket.send(request.SerializeToString())
        size = await asyncio.wait_for(self._receive(), PATIENCE)
        seconds = time.perf_counter() - start
        self._check()
        return Answer(seconds, size, self.socket.received - wire)

    async def _receive(self) -> int:
        """Take messages until the run is over; gives their bytes."""
        size, known, self.known = 0, self.known, {}
        while True:
            packed = await self.socket.recv(decode=False)
            size += len(packed)
            message = ForwardMsg.FromString(packed)
            message = known.get(message.ref_hash, message)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise PageError("the page does not compile")
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    return size
            self._take(message, kind)

    def _take(self, message: ForwardMsg, kind: str | None) -> None:
        """Keep what a message says of the page; what may be kept for the next run is known from now on."""
        if kind == "new_session":
            self.elements = []
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.elements.append(message.delta.new_element)
        if message.metadata.cacheable:
            self.known[message.hash] = message

    def _check(self) -> None:
        """Raise PageError for a page that shows an error instead of its contents."""
        for element in self.elements:
            if element.HasField("exception"):
                raise PageError(element.exception.message)
            if element.HasField("alert") and element.alert.format == Alert.ERROR:
                raise PageError(element.alert.body)
        if not self.elements:
            raise PageError("an empty page")


@asynccontextmanager
async def visiting(
    address: str, *, trust: SSLContext | None = None, cookies: dict[str, str] | None = None
) -> AsyncIterator[Visitor]:
    """Connect to a page as a browser does; the session ends with the block. Cookies are shown and kept."""
    kept = {} if cookies is None else cookies
    shown = {"Cookie": "; ".join(f"{name}={value}" for name, value in kept.items())} if kept else {}
    async with connect(
        address.replace("http", "ws", 1) + "/_stcore/stream", subprotocols=[PROTOCOL], create_connection=Wire,
        max_size=None, ssl=trust, additional_headers=shown, proxy=None, ping_interval=None,
    ) as socket:
        kept.update(_cookies_of(socket))
        yield Visitor(cast(Wire, socket))


def _cookies_of(socket: ClientConnection) -> dict[str, str]:
    """Give the cookies that came with the connection."""
    told = socket.response.headers.get_all("Set-Cookie") if socket.response else []
    return {name: cookie.value for line in told for name, cookie in SimpleCookie(line).items()}
