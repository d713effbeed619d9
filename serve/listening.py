"""The one process that listens: Streamlit's own options, an address, and no word of what serves."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import click
import uvicorn
from starlette.types import ASGIApp
from streamlit import config
from streamlit.web import bootstrap, cli

from i18n.errors import AtlasError
from i18n.text import Text
from serve.leaving import Leaving
from serve.notify import READY, STOPPING, notify

TAKEN = Text(
    "ポート {port} はほかのプログラムが使っています。空いている番号を PORT=9000 のように指定してください。",
    "Port {port} is used by another program; name a free one, such as PORT=9000.",
)
CANNOT_LISTEN = Text(
    "{address} のポート {port} では待ち受けられません({why})。"
    "この機械のアドレスと、1024〜65535 の番号(例: PORT=9000)を指定してください。",
    "Cannot listen on port {port} of {address} ({why}); name an address of this machine and a port from 1024 to 65535, "
    "such as PORT=9000.",
)
NO_OPTION = Text(
    "始めるときの指定が違います({what})。ポートなら PORT=9000 のように番号で指定してください。",
    "An option of the server is wrong ({what}); a port is a number, such as PORT=9000.",
)
EVERYWHERE = "0.0.0.0"
SECONDS_TO_LEAVE = 3
"""How long whoever is being answered may keep a server from stopping."""


def read_options(options: Sequence[str]) -> None:
    """Take options as `streamlit run` does: those given here before the environment before .streamlit/config.toml."""
    try:
        taken = _taken.main(list(options), prog_name="serve", standalone_mode=False)
    except click.ClickException as error:
        raise AtlasError(NO_OPTION.format(what=error.format_message())) from None
    bootstrap.load_config_options(taken)


@click.command()
@cli.configurator_options
def _taken(**options: Any) -> dict[str, Any]:
    return options


class Server(uvicorn.Server):
    """Uvicorn's server, which a first SIGTERM makes leave in good order; Ctrl+C or a second one stops it at once."""

    def __init__(self, config: uvicorn.Config, leaving: Leaving) -> None:
        super().__init__(config)
        self.leaving = leaving

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        notify(READY)

    async def on_tick(self, counter: int) -> bool:
        """Be asked ten times a second whether to stop."""
        return await super().on_tick(counter) or self.leaving.is_over()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if sig == signal.SIGTERM and self.leaving.begun is None:
            self.leaving.begin()
            notify(STOPPING)
        else:
            super().handle_exit(sig, frame)


def listen(app: ASGIApp, leaving: Leaving, *, greet: Callable[[int], None]) -> None:
    """Answer on the address and port of the options until someone stops the process; greets once it listens."""
    with bound(*_place()) as open_:
        greet(open_.getsockname()[1])
        Server(settings(app), leaving).run(sockets=[open_])


def refuse_taken() -> None:
    """Raise AtlasError at once where nobody could listen, before anything is prepared."""
    bound(*_place()).close()


def _place() -> tuple[str, int]:
    return config.get_option("server.address") or EVERYWHERE, int(config.get_option("server.port"))


def bound(address: str, port: int) -> socket.socket:
    """Open the port; everywhere means both families, where the machine has both. Raises AtlasError."""
    try:
        return _bound(address, port)
    except OSError as error:
        sentence = TAKEN if error.errno == errno.EADDRINUSE else CANNOT_LISTEN
        raise AtlasError(sentence.format(address=address, port=port, why=error.strerror)) from None


def _bound(address: str, port: int) -> socket.socket:
    if port not in range(65536):
        raise OSError(errno.EINVAL, "0-65535")
    if address == EVERYWHERE and socket.has_dualstack_ipv6():
        return socket.create_server(("::", port), family=socket.AF_INET6, dualstack_ipv6=True)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return socket.create_server((address, port), family=family)


def settings(app: ASGIApp) -> uvicorn.Config:
    """Say how to answer: as Streamlit 1.67 does, but without naming the server."""
    return uvicorn.Config(
        app, server_header=False, access_log=False, log_config=None, log_level="warning", use_colors=False,
        timeout_graceful_shutdown=SECONDS_TO_LEAVE, ws="websockets-sansio",
        ws_max_size=config.get_option("server.maxMessageSize") * 1_000_000,
        ws_per_message_deflate=config.get_option("server.enableWebsocketCompression"),
        ws_ping_interval=30, ws_ping_timeout=30,
        ssl_certfile=config.get_option("server.sslCertFile"), ssl_keyfile=config.get_option("server.sslKeyFile"),
    )
