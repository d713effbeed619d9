from __future__ import annotations

import sys

import pytest

from bench import asking
from bench.asking import asked

TELLS = """import json, sys
print("noise")
print(json.dumps({"seconds": [0.5], "pixels": [[1, 2]], "version": "peer 1.0"}))
print("UserWarning: Glyph 12531 missing from font(s)", file=sys.stderr)"""


def command(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_answer_is_judged_by_its_pixels_and_boxes_are_told() -> None:
    assert asked(command(TELLS), judge=lambda pixels: f"right ({len(pixels)} places)") == (
        "right (1 places); Japanese in boxes", "peer 1.0", [0.5])


def test_who_ends_with_an_error_fails_with_its_own_last_words() -> None:
    said, version, seconds = asked(command("raise OSError('no file')"), judge=lambda _: "right")
    assert (said, version, seconds) == ("fails: no file", "", [])


def test_who_ends_without_a_word_fails() -> None:
    assert asked(command("raise SystemExit(3)"), judge=lambda _: "right")[0].startswith("fails: ")


def test_who_never_answers_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.3)
    assert asked(command("import time; time.sleep(9)"), judge=lambda _: "right")[0] == "fails: no answer"
