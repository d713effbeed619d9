"""A served app and a headless Chromium that may speak to this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, CDPSession, Page, Playwright, Request

from scripts import browser as chromium

ROOT = Path(__file__).resolve().parents[2]
APPS = Path(__file__).resolve().parent / "apps"
LOCAL = ("localhost", "127.0.0.1")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--no-default-browser-check",
)
REFUSED = "refused by policy: "
TELL_REFUSALS = f"""document.addEventListener("securitypolicyviolation", (event) => console.error("{REFUSED}" +
  [event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber].join(" ")))"""
"""Some refusals are nowhere else to be seen: a library that has another way says nothing of the first."""
READY_SECONDS = 180.0  # a machine with other work starts a server ten times as slowly
LAUNCH = "import pathlib, sys; from scripts.serve import main; main(sys.argv[2:], app=pathlib.Path(sys.argv[1]))"


@contextmanager
def serving(app: Path, *, base: str = "", **environment: str) -> Iterator[str]:
    """Serve an app on a free port, under a base path if asked, until the block ends; gives its address."""
    with running(app, base=base, port=0, **environment) as (address, _process):
        yield address


@contextmanager
def running(app: Path, *, base: str = "", port: int = 0, **environment: str) -> Iterator[tuple[str, int]]:
    """Serve an app as `serving` does, on a given port if asked; gives its address and its process id."""
    with TemporaryDirectory() as folder:
        command = ["-c", LAUNCH, str(_beside_static(app, Path(folder)))]
        with started(command, base=base, port=port, **environment) as server:
            yield server


@contextmanager
def started(command: list[str], *, base: str = "", port: int = 0, **environment: str) -> Iterator[tuple[str, int]]:
    """Start Python with what serves by Streamlit's options, on a free port; gives its address and its process id."""
    port = port or free_port()
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": paths} | environment
    place = ["--server.port", str(port), "--server.baseUrlPath", base]
    server = subprocess.Popen([sys.executable, *command, *place], cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    try:
        address = f"http://localhost:{port}/{base}".rstrip("/")
        wait_for(address, server)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(timeout=READY_SECONDS)


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _beside_static(app: Path, folder: Path) -> Path:
    """Give an app's path; one of the tests' own is copied, for Streamlit serves only the static/ beside it."""
    if app.parent == ROOT:
        return app
    (folder / "static").symlink_to(ROOT / "static", target_is_directory=True)
    return Path(shutil.copy(app, folder))


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a server that was started answers."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"{address} does not answer")


@dataclass
class Traffic:
    """What a page asked for: requests to other hosts (none has an address here), those that failed, words of errors.

    `refused` are the things that a Content-Security-Policy of the page or of a frame kept it from.
    Requests are watched, not routed: a page whose requests are routed has no cache.
    """

    outside: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note whatever goes to another host; note failures and errors of scripts."""
        page.on("request", lambda request: self._note_outside(request.url))
        page.on("websocket", lambda socket: self._note_outside(socket.url))
        page.on("requestfailed", lambda request: self._note_failure(request))
        page.on("response", lambda response: self.failed.append(response.url) if response.status >= 400 else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self._note_refusal(message.text))

    def _note_outside(self, url: str) -> None:
        if not is_local(url):
            self.outside.append(url)

    def _note_refusal(self, said: str) -> None:
        if said.startswith(REFUSED):
            self.refused.append(said.removeprefix(REFUSED))

    def _note_failure(self, request: Request) -> None:
        if is_local(request.url):
            self.failed.append(request.url)


def is_local(url: str) -> bool:
    """Tell whether an address is on this machine."""
    return url.startswith(("data:", "blob:")) or url.split("/")[2].split(":")[0] in LOCAL


def launch(playwright: Playwright, *names: str, log: Path | None = None) -> Browser:
    """Start the Chromium that scripts/browser.py finds; this machine answers to more names if asked, and none other.

    `log` is where Chromium itself is to write down all that it does on the network.
    """
    ours = [f"MAP {name} 127.0.0.1" for name in names] + [f"EXCLUDE {name}" for name in LOCAL]
    rules = ", ".join([*ours, "MAP * ~NOTFOUND"])
    return playwright.chromium.launch(
        executable_path=chromium.find(),
        args=[*QUIET, f"--host-resolver-rules={rules}", *([f"--log-net-log={log}"] if log else [])],
    )


def watch_frames(session: CDPSession) -> list[int]:
    """List the bytes of each message that reaches a page over the websocket."""
    sizes: list[int] = []
    session.send("Network.enable")
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sizes.append(len(event["response"]["payloadData"]) * 3 // 4),  # binary comes as base64
    )
    return sizes
