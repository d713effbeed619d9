"""What the processes of a test left behind of whom they reached for: Python's by a hook, Chromium's in its own log."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HOOK = Path(__file__).parent / "hook"
HERE = re.compile(r"(localhost|127(\.\d+){3}|::1|\[::1\]|::ffff:127[\d.]+|)$")
NOBODYS = "not an origin"
"""Who asked, where it was no page but Chromium itself: for words about forms, for its own new versions."""
URL = re.compile(r"^\w+://(?P<host>\[[^\]]*\]|[^/:?#]*)")


def python_starts(log: Path) -> list[str]:
    """List the commands of the Python processes that were watched."""
    return [" ".join(each["to"]) for each in _lines(log) if each["event"] == "start"]


def python_asked(log: Path) -> list[str]:
    """List whom Python processes tried to reach, this machine included."""
    return [_host(each["to"]) for each in _lines(log) if each["event"] != "start"]


def _host(to: Any) -> str:
    """Give the host of what an event names: an address with its port, a name, the path of a socket on this machine."""
    if isinstance(to, list):
        return str(to[0])
    return "" if to is None or str(to).startswith(("/", "b'/", "b'\\x00")) else str(to)


def pages_asked(log: Path) -> list[str]:
    """List the hosts that pages asked for anything, or had connections opened to ahead, as Chromium's log has it."""
    asked = [event.get("params", {}) for event in _events(log)]
    urls = [each["url"] for each in asked if each.get("initiator", NOBODYS) != NOBODYS or each.get("is_preconnect")]
    return [found["host"] for url in urls if (found := URL.match(url))]


def outside(hosts: list[str]) -> list[str]:
    """Leave the hosts that are not this machine, each once."""
    return sorted({host for host in hosts if not HERE.match(host)})


def _lines(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def _events(log: Path) -> Iterator[dict[str, Any]]:
    """Give the events, one a line; they stand in a list."""
    for line in log.read_text("utf-8").splitlines():
        if line.startswith(('{"params"', '{"phase"')):
            yield json.loads(line.rstrip(",]"))
