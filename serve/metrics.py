"""Figures for whoever runs the server: how much is asked, how long it takes, how many are connected; of no person."""

from __future__ import annotations

import os
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from i18n.errors import AtlasError
from i18n.text import Text
from serve.answers import changing
from serve.health import state
from serve.paths import below
from serve.policy import kind_of

PATH = "metrics"
FROM = "ATLAS_METRICS_FROM"
"""The environment variable that names networks that may read the figures, by commas; this machine alone by default."""
THIS_MACHINE = "127.0.0.0/8,::1/128"
PASSED_ON = ("forwarded", "via", "x-forwarded-for", "x-real-ip")
"""What a proxy adds: the caller behind it is not this machine, whatever the connection says."""
NO_NETWORK = Text("{name} の「{value}」はネットワークではありません。10.0.0.0/8 や ::1 のように書いてください。",
                  "{name}: “{value}” is no network; write such as 10.0.0.0/8 or ::1.")
Network = IPv4Network | IPv6Network
SECONDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)


class Figures:
    """The figures of one server; the labels are kinds of paths and statuses, never an address or a caller."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.answers = Counter("atlas_answers", "Answers by kind of path and status", ["kind", "status"],
                               registry=self.registry)
        self.seconds = Histogram("atlas_answer_seconds", "Seconds until an answer was sent", ["kind"],
                                 buckets=SECONDS, registry=self.registry)
        self.pages = Gauge("atlas_open_pages", "Pages that are connected now", registry=self.registry)
        self.ready = Gauge("atlas_ready", "1 where a part is well, see /ready", ["part"], registry=self.registry)
        ProcessCollector(registry=self.registry)

    def written(self) -> bytes:
        """Write all figures as Prometheus reads them."""
        for part, is_well in state().items():
            self.ready.labels(part).set(is_well)
        return generate_latest(self.registry)


def may_read(scope: Scope, networks: Iterable[Network]) -> bool:
    """Tell whether a caller may read the figures: it stands in one of the networks and no proxy speaks for it."""
    headers, caller = Headers(scope=scope), scope.get("client")
    if caller is None or any(name in headers for name in PASSED_ON):
        return False
    address = ip_address(caller[0])
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in networks)


def read_networks(text: str) -> tuple[Network, ...]:
    """Read networks that are parted by commas; raises AtlasError for what is none."""
    found = list[Network]()
    for part in map(str.strip, text.split(",")):
        try:
            found.append(ip_network(part))
        except ValueError:
            raise AtlasError(NO_NETWORK.format(name=FROM, value=part)) from None
    return tuple(found)


class Measured:
    """A server that counts what it answers and tells it under /metrics to those who may know."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self.app, self.base, self.figures = app, base, Figures()
        self.networks = read_networks(os.environ.get(FROM) or THIS_MACHINE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            with self.figures.pages.track_inprogress():
                await self.app(scope, receive, send)
        elif scope["type"] == "http" and (scope["method"], below(self.base, scope)) == ("GET", PATH):
            await (await self._told(scope))(scope, receive, send)
        elif scope["type"] == "http":
            await self._counted(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _told(self, scope: Scope) -> Response:
        """Tell the figures; whoever may not know them learns not even that there are any."""
        if not may_read(scope, self.networks):
            return PlainTextResponse("Not Found", 404)
        return Response(await run_in_threadpool(self.figures.written), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        kind, began = kind_of(below(self.base, scope)).value, perf_counter()

        def count(message: Message) -> None:
            self.figures.answers.labels(kind, str(message["status"])).inc()

        try:
            await self.app(scope, receive, changing(send, count))
        finally:
            self.figures.seconds.labels(kind).observe(perf_counter() - began)
