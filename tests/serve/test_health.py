from __future__ import annotations

import json
from pathlib import Path

import pytest

from serve import health
from serve.health import Ready
from tests.serve.asking import answering, asked, headers_of, status_of


def told(path: str = "/ready", base: str = "") -> tuple[int, dict[str, bool]]:
    start, body = asked(Ready(answering(), base), path)
    return start["status"], json.loads(body["body"])


def test_an_atlas_that_can_serve_says_so_and_nobody_keeps_it() -> None:
    assert told() == (200, {"data": True, "files": True})
    assert headers_of(Ready(answering()), "/ready")["cache-control"] == "no-store"


def test_data_that_cannot_be_read_are_told_without_a_word_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    assert told("/some/place/ready", "some/place") == (503, {"data": False, "files": False})


def test_a_missing_file_of_the_map_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "LEAFLET", tmp_path / "leaflet.js")
    assert told() == (503, {"data": True, "files": False})


@pytest.mark.parametrize("path", ["/", "/readying", "/nowhere/ready"])
def test_other_paths_are_none_of_its_business(path: str) -> None:
    assert status_of(Ready(answering(404)), path) == 404
