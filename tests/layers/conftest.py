"""What the tests of checks share: a copy of the data that a test may break."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import copied_data


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program read a copy of the data."""
    copy = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(copy))
    return copy
