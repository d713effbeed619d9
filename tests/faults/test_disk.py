"""A disk that is full, while a file is made: one sentence, nothing half-written, and what stood there still stands."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from render.download.gpkg import NO_ROOM

ROOM = 1_000
"""Bytes that a file may have; the system refuses what is more with an error, as a full disk does."""
VIEW = "layers=isdbt&region=africa&lang=en"
COMMANDS = {
    "map.png": ["export", "OUT", VIEW, "--size", "480x270"],
    "rows.csv": ["export", "OUT", VIEW],
    "rows.geojson": ["export", "OUT", VIEW],
    "rows.xlsx": ["export", "OUT", VIEW],
    "map.html": ["export", "OUT", VIEW],
}


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # Python 3.11 would keep half of a compiled file, and stumble over it ever after
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = before


@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_that_finds_no_room_is_a_sentence_and_leaves_no_trace(name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    out.write_bytes(b"of yesterday")
    out.chmod(0o644)
    words = [str(out) if word == "OUT" else word for word in COMMANDS[name]]
    with full_disk():
        result = CliRunner().invoke(cli.app, words)
    assert result.exit_code == 1
    said = result.stderr.strip().splitlines()
    assert "File too large" in said[-1]
    assert str(out) in said[-1]
    assert not any("Traceback" in line for line in said)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert out.read_bytes() == b"of yesterday"


def test_a_workbook_that_finds_no_room_is_not_there_afterwards(tmp_path: Path) -> None:
    out = tmp_path / "desk.xlsx"
    with full_disk():
        result = CliRunner().invoke(cli.app, ["workbook", "write", str(out), "--lang", "en"])
    assert (result.exit_code, len(result.stderr.strip().splitlines())) == (1, 1)
    assert "File too large" in result.stderr
    assert not list(tmp_path.iterdir())


def test_a_geopackage_needs_a_folder_for_temporary_files_and_says_so(tmp_path: Path) -> None:
    with full_disk():
        result = CliRunner().invoke(cli.app, ["export", str(tmp_path / "rows.gpkg"), VIEW])
    assert (result.exit_code, result.stderr.strip()) == (1, NO_ROOM.format(folder=tempfile.gettempdir()).en)
    assert not list(tmp_path.iterdir())
    assert not list(Path(tempfile.gettempdir()).glob("*/atlas.gpkg"))
