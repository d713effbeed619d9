from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from scripts.audit import _judged, audit
from tests.browser.offline import free_port

SUM = f"--hash=sha256:{'0' * 64}"
LOCK = f"rich==15.0.0 \\\n    {SUM}\ntyper==0.29.2 \\\n    {SUM}\n"
WEAK = {"vulns": [{
    "id": "GHSA-made-up", "aliases": ["CVE-2026-00000"], "summary": "made up", "modified": "2026-01-01T00:00:00Z",
    "affected": [{"package": {"name": "rich", "ecosystem": "PyPI"},
                  "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "15.0.1"}]}]}],
}]}


class Advisories(BaseHTTPRequestHandler):
    """A list of weaknesses in OSV's form that knows of one, in rich."""

    weak = True

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        answer = WEAK if self.weak and asked["package"]["name"] == "rich" else {}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def answering(*, weak: bool) -> Iterator[str]:
    kind = type("Some", (Advisories,), {"weak": weak})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def lock(tmp_path: Path) -> str:
    (tmp_path / "some.lock").write_text(LOCK, "utf-8")
    return str(tmp_path / "some.lock")


@pytest.mark.parametrize(("weak", "code", "said"), [
    (True, 1, ["rich 15.0.0: CVE-2026-00000 GHSA-made-up (mended in: 15.0.1)"]),
    (False, 0, ["Audited: no weakness is known of 2 libraries."]),
], ids=["weak", "clean"])
def test_a_known_weakness_is_named(lock: str, weak: bool, code: int, said: list[str]) -> None:
    with answering(weak=weak) as where:
        assert audit(lock, options=["-s", "osv", "--osv-url", where]) == (code, said)


def test_a_closed_network_is_told_and_is_no_fault(lock: str) -> None:
    code, (said,) = audit(lock, options=["-s", "osv", "--osv-url", f"http://127.0.0.1:{free_port()}/"])
    assert code == 0
    assert said.startswith("NOT AUDITED: the list of known weaknesses cannot be reached")


def test_a_lock_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bad.lock").write_text("rich>=15\n", "utf-8")
    code, said = audit(str(tmp_path / "bad.lock"))
    assert code == 1
    assert said


@pytest.mark.parametrize(("asked", "said"), [
    ([{"name": "rich", "skip_reason": "not found"}], "NOT AUDITED: the list"), ([], "NOT AUDITED: the list"),
    ([{"name": "typer", "version": "1", "vulns": []}, {"name": "rich", "skip_reason": "not found"}],
     "Audited: no weakness is known of 1 libraries. NOT AUDITED, nothing is known of them either way: rich."),
], ids=["all", "none", "one"])
def test_a_library_that_nobody_knows_of_does_not_count_as_sound(asked: list[dict[str, Any]], said: str) -> None:
    code, lines = _judged(asked)
    assert code == 0
    assert " ".join(lines).startswith(said)
