"""Odd surroundings: clocks, time zones and locales change no byte of a file; a font that is missing is a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from geo.files import ROOT
from i18n.errors import AtlasError
from render.picture import fonts
from render.picture.preview import preview
from scene.grammar import read_choice
from scene.paper import Paper

VIEW = "layers=isdbt&region=africa"
ODD = {
    "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "0",
}
OLD_CLOCK = "import sys, time; time.time = lambda: 0.0; import cli; cli.app(sys.argv[1:])"


def exported(out: Path, start: list[str], **environment: str) -> bytes:
    """Export a view in a process of its own."""
    done = subprocess.run([sys.executable, *start, "export", str(out), VIEW, "--size", "480x270"], cwd=ROOT,
                          env=os.environ | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out.read_bytes()


def test_a_picture_is_the_same_whatever_the_zone_the_language_and_the_clock_of_a_machine(tmp_path: Path) -> None:
    usual = exported(tmp_path / "usual.png", ["cli.py"])
    assert exported(tmp_path / "odd.png", ["-c", OLD_CLOCK], **ODD) == usual


@pytest.mark.parametrize("content", [None, b"", b"\0\1\0\0 half of a font"], ids=["gone", "empty", "half"])
def test_a_font_that_is_missing_or_broken_is_a_sentence(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "__init__.py"
    (tmp_path / "fonts").mkdir()
    if content is not None:
        (tmp_path / "fonts" / "ipaexg.ttf").write_bytes(content)
    monkeypatch.setattr(fonts, "find_spec", lambda name: ModuleSpec(name, None, origin=str(package)))
    for kept in (fonts.font, fonts.files, fonts._faces):
        monkeypatch.setattr(fonts, kept.__name__, kept.__wrapped__)
    with pytest.raises(AtlasError, match="The Japanese font is not there, or broken"):
        preview(read_choice(VIEW).choice, Paper(481, 271, 72))
