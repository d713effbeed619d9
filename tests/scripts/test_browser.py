from __future__ import annotations

import sys
from pathlib import Path

from scripts.browser import starts


def test_a_program_that_answers_starts() -> None:
    assert starts(sys.executable)


def test_a_signpost_in_place_of_a_browser_does_not_start(tmp_path: Path) -> None:
    signpost = tmp_path / "chromium-browser"
    signpost.write_text("#!/bin/sh\necho 'install the snap' >&2\nexit 1\n", encoding="utf-8")
    signpost.chmod(0o755)
    assert not starts(str(signpost))
    assert not starts(str(tmp_path / "nothing"))
