"""Own cable data: it needs a fresh process, since a layer is declared when its module is read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geo.files import ROOT
from tests.folders import copied_data, own_copy

LICENCE = "© Example Maps 2026, licensed to the ministry"
FEATURE = {
    "type": "Feature",
    "properties": {"id": "bought-1", "name": "Bought One", "color": "#aa3300"},
    "geometry": {"type": "MultiLineString", "coordinates": [[[170, 0], [180, 5]], [[-180, 5], [-170, 8]]]},
}


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Stand a copy of the data with one bought cable in it."""
    folder = copied_data(tmp_path)
    own_copy(folder, "cables")
    local = folder / "cables" / "local"
    local.mkdir()
    (local / "bought.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [FEATURE]}), "utf-8")
    (local / "bought.license.txt").write_text(LICENCE, "utf-8")
    return {**os.environ, "ATLAS_DATA": str(folder)}


def atlas(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, str(ROOT / "cli.py"), *words]
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


def test_own_cables_are_a_layer_of_their_own_with_their_licence(environment: dict[str, str]) -> None:
    assert "local\t" in atlas(environment, "layers")
    rows = atlas(environment, "rows", "local", "lang=en")
    assert "Bought One" in rows
    assert LICENCE in rows


@pytest.mark.parametrize("suffix", ["csv", "geojson"])
def test_every_file_that_shows_them_carries_the_licence_line(
    environment: dict[str, str], tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"own.{suffix}"
    atlas(environment, "export", str(out), "layers=local,cables")
    assert LICENCE in out.read_text("utf-8-sig")


def test_a_picture_prints_the_licence_line(environment: dict[str, str], tmp_path: Path) -> None:
    bare, full = tmp_path / "bare.png", tmp_path / "full.png"
    atlas(environment, "export", str(full), "layers=local&bbox=160,-10,-160,20")
    Path(environment["ATLAS_DATA"], "cables", "local", "bought.license.txt").write_text("©", "utf-8")
    atlas(environment, "export", str(bare), "layers=local&bbox=160,-10,-160,20")
    assert bare.read_bytes() != full.read_bytes()


def test_without_such_a_file_there_is_no_such_layer(environment: dict[str, str]) -> None:
    Path(environment["ATLAS_DATA"], "cables", "local", "bought.geojson").unlink()
    assert "local\t" not in atlas(environment, "layers")


def test_the_page_s_map_shows_them_and_the_legend_switches_them(environment: dict[str, str]) -> None:
    script = (
        "from render.interactive import state_of; from scene.grammar import read_choice; "
        "from scene.scene import build_scene; from scene.switches import switch; "
        "choice = read_choice('layers=local').choice; state = state_of(build_scene(choice)); "
        "print(state['shown']['local'], state['counts']['local'], switch(choice, 'local', 'licensed', on=False).layers)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True,
                         check=False)
    assert run.stdout == "[0] [[0, 1, True]] frozenset()\n", run.stderr
