"""That the watching sees what it should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.closed import namespace
from tests.closed.traces import HOOK, outside, pages_asked, python_asked, python_starts

TRIES = {
    "socket.create_connection(('192.0.2.1', 9), 0.01)": "192.0.2.1",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.2', 9))": "192.0.2.2",
    "socket.socket(socket.AF_INET6).connect(('2001:db8::1', 9))": "2001:db8::1",
    "socket.getaddrinfo('atlas.invalid', 80)": "atlas.invalid",
    "urllib.request.urlopen('http://atlas.invalid/', timeout=0.01)": "atlas.invalid",
}
LOGGED = """{"constants":{"a":1},
"events": [
{"params":{"initiator":"http://localhost:1","url":"http://localhost:1/a.js"},"phase":1,"type":2},
{"params":{"initiator":"http://localhost:1","url":"https://cdn.example.org/x.js"},"phase":1,"type":2},
{"params":{"initiator":"null [internally: derived]","url":"wss://[2001:db8::2]:443/"},"phase":1,"type":2},
{"params":{"initiator":"not an origin","url":"https://the-browsers-own.example/"},"phase":1,"type":2},
{"params":{"is_preconnect":true,"url":"https://ahead.example.org/"},"phase":1,"type":4},
{"params":{"is_preconnect":false,"url":"https://the-browsers-own.example/"},"phase":1,"type":4},
{"phase":2,"type":6}],
"polledData": []}
"""


@pytest.mark.parametrize(("attempt", "host"), TRIES.items())
def test_whoever_a_process_reaches_for_is_written_down(tmp_path: Path, attempt: str, host: str) -> None:
    log = tmp_path / "sockets.log"
    env = os.environ | {"PYTHONPATH": str(HOOK), "ATLAS_SOCKETS": str(log)}
    code = f"import socket, urllib.request\ntry: {attempt}\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", code], env=env, check=True)
    assert host in outside(python_asked(log))
    assert len(python_starts(log)) == 1


def test_this_machine_is_nobody_outside() -> None:
    assert outside(["localhost", "127.0.0.1", "::1", "", "[::1]", "192.0.2.1", "127.example.org"]) == [
        "127.example.org", "192.0.2.1"]


def test_what_pages_ask_for_is_read_from_chromiums_log(tmp_path: Path) -> None:
    (tmp_path / "log.json").write_text(LOGGED, "utf-8")
    assert outside(pages_asked(tmp_path / "log.json")) == ["[2001:db8::2]", "ahead.example.org", "cdn.example.org"]


@pytest.mark.parametrize("command", [("false",), ("no-such-program-here",)])
def test_a_machine_that_refuses_a_namespace_is_quoted(monkeypatch: pytest.MonkeyPatch, command: tuple[str]) -> None:
    monkeypatch.setattr(namespace, "ALONE", command)
    assert namespace.refusal()
