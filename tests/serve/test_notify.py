from __future__ import annotations

import socket
from pathlib import Path

import pytest

from serve.notify import READY, notify


@pytest.mark.parametrize("abstract", [False, True])
def test_systemd_hears_the_word(abstract: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"{tmp_path}/word"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0{place}" if abstract else place)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{place}" if abstract else place)
        notify(READY)
        assert heard.recv(100) == b"READY=1"


@pytest.mark.parametrize("place", ["", "/nowhere/at/all", "elsewhere"])
def test_nobody_need_hear_it(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", place)
    notify(READY)
