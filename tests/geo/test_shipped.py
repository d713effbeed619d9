from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from geo import shipped
from geo.shipped import FONT, MANIFEST, check_shipped, read_manifest
from i18n.errors import AtlasError
from scripts import manifest
from scripts.pins import ROOT

LEAFLET, OUTLINES = "static/vendor/leaflet/leaflet.js", "data/countries.geojson"
REMEDIES = {LEAFLET: "make vendor", OUTLINES: "ATLAS_DATA", FONT: "Install again"}
SERVE = """
import runpy
from pathlib import Path
import geo.shipped
geo.shipped.place = lambda name: Path("nowhere") / name
runpy.run_module("scripts.serve", run_name="__main__")
"""
Spoil = Callable[..., None]


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """Put another file, or none, in the place of one."""
    whole = shipped.place

    def spoil_(name: str, content: bytes | None = b"other") -> None:
        if content is not None:
            (tmp_path / "other").write_bytes(content)
        monkeypatch.setattr(shipped, "place", lambda each: tmp_path / "other" if each == name else whole(each))

    return spoil_


def test_what_is_shipped_is_what_the_manifest_says() -> None:
    check_shipped()
    assert manifest.build() == MANIFEST.read_text("utf-8"), "run `make manifest`"


def test_everything_that_stands_in_static_vendor_is_in_the_manifest() -> None:
    there = {path.relative_to(ROOT).as_posix() for path in (ROOT / "static" / "vendor").rglob("*") if path.is_file()}
    assert there == {name for name in read_manifest() if name.startswith("static/")}


def test_an_administrator_can_check_it_without_python() -> None:
    command = ["sha256sum", "--check", "--ignore-missing", "--quiet", MANIFEST.name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", REMEDIES)
@pytest.mark.parametrize("content", [b"other", None], ids=["changed", "gone"])
def test_a_file_that_is_not_the_shipped_one_is_named(spoil: Spoil, name: str, content: bytes | None) -> None:
    spoil(name, content)
    with pytest.raises(AtlasError, match=f"^{re.escape(name)}: .*{REMEDIES[name]}"):
        check_shipped()


def test_ones_own_outlines_are_ones_own(spoil: Spoil, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spoil(OUTLINES)
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    check_shipped()


def test_without_the_manifest_nothing_is_taken_on_trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "MANIFEST", tmp_path / "MANIFEST.sha256")
    with pytest.raises(AtlasError, match=r"MANIFEST\.sha256"):
        check_shipped()


@pytest.mark.parametrize(("lang", "said"), [("ja", "配布したものと違うか"), ("en", "not the file that was shipped")])
def test_the_terminal_stops_with_one_sentence(spoil: Spoil, lang: str, said: str) -> None:
    spoil(LEAFLET)
    done = CliRunner().invoke(cli.app, ["layers", "--lang", lang])
    assert done.exit_code == 1
    assert said in done.stderr
    assert done.stdout == ""


def test_the_server_does_not_start_and_says_why_in_both_languages() -> None:
    done = subprocess.run([sys.executable, "-c", SERVE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "配布したものと違うか" in done.stderr
    assert "not the file that was shipped" in done.stderr
    assert "Traceback" not in done.stderr
