from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from geo.files import ROOT
from layers.registry import find_layers, our_layers

OFFICES = """名称,緯度,経度,種類
タシケント事務所,41.31,69.28,事務所
スバ観測所,-18.14,178.44,観測所
無名,99,0,観測所
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """Write a list of one's own, one row of which stands nowhere on the earth."""
    file = tmp_path / "拠点.csv"
    file.write_text(OFFICES, "utf-8")
    return file


def test_a_file_of_ones_own_stands_in_the_export_and_how_it_was_read_is_said(offices: Path) -> None:
    out = offices.with_name("out.csv")
    done = run("export", str(out), "layers=isdbt", "--own", str(offices))
    assert done.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [row["名称"] for row in rows if row["種類"] == "拠点"] == ["タシケント事務所", "スバ観測所"]
    assert "拠点.csv: CSV の 2 件" in done.stderr
    assert "1 件を除きました" in done.stderr
    assert "(行: 4)" in done.stderr
    assert find_layers() == our_layers()


def test_a_file_that_is_none_costs_one_sentence_and_writes_nothing(tmp_path: Path) -> None:
    file, out = tmp_path / "a.csv", tmp_path / "out.png"
    file.write_bytes(b"MZ\x90\x00" + bytes(range(256)))
    done = run("export", str(out), "lang=en", "--own", str(file))
    assert (done.exit_code, out.exists(), len(done.stderr.splitlines())) == (1, False, 1)
    assert "a.csv" in done.stderr


def test_a_terminal_of_its_own_which_loads_less_than_the_tests_do_reads_a_file_as_well(
    offices: Path, tmp_path: Path
) -> None:
    out = tmp_path / "own.geojson"
    command = [sys.executable, "cli.py", "export", str(out), "layers=isdbt", "--own", str(offices)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, out.exists()) == (0, True), done.stderr


def test_a_name_that_is_no_text_costs_no_layer(tmp_path: Path) -> None:
    file, out = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.csv")), tmp_path / "out.csv"
    file.write_text(OFFICES, "utf-8")
    done = run("export", str(out), "layers=isdbt", "--own", str(file))
    assert (done.exit_code, out.exists()) == (0, True), done.stderr
