"""All of deploy/ at work without a browser: processes started by the unit's own line, nginx in front of them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.browser.offline import READY_SECONDS, ROOT, free_port, wait_for
from tests.deploy import units
from tests.deploy.fronted import Front, fronting


class Service:
    """One process of the atlas, started by the unit's own line, and the words that it tells systemd."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port, self.folder = port, folder
        self.words = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.words.bind(str(folder / f"{port}.socket"))
        self.words.settimeout(READY_SECONDS)
        self.starts = 0
        self.start()

    def start(self) -> None:
        """Start it, without waiting for it."""
        self.starts += 1
        told = {"NOTIFY_SOCKET": str(self.folder / f"{self.port}.socket")}
        env = os.environ | units.environment(self.folder) | told
        self.process = subprocess.Popen(units.command(self.port), cwd=ROOT, env=env, stdout=subprocess.DEVNULL)

    def wait(self) -> None:
        """Wait until it answers."""
        wait_for(f"http://127.0.0.1:{self.port}", self.process)

    def word(self) -> str:
        """Give the next word to systemd."""
        return self.words.recv(100).decode("ascii")

    def figure(self, name: str) -> float:
        """Give one of the figures that it tells this machine."""
        with urlopen(f"http://127.0.0.1:{self.port}/metrics") as answer:
            lines = answer.read().decode("utf-8").splitlines()
        return next(float(line.split()[-1]) for line in lines if line.startswith(f"{name} "))

    def end(self, how: signal.Signals) -> int:
        """End it by a signal and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(READY_SECONDS)

    def close(self) -> None:
        if self.process.poll() is None:
            self.end(signal.SIGKILL)
        self.words.close()


@contextmanager
def standing(folder: Path) -> Iterator[tuple[dict[str, Service], Front]]:
    """Start two processes and nginx until the block ends; gives the processes by their ports, and nginx."""
    services = {str(port): Service(port, folder) for port in (free_port(), free_port())}
    with ExitStack() as stack:
        for service in services.values():
            stack.callback(service.close)
        front = stack.enter_context(fronting(folder, [*map(int, services)]))
        for service in services.values():
            service.wait()
        yield services, front
