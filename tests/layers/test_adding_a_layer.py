"""The example of docs/adding-a-layer.md, run as it stands there."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import layers
from geo.files import ROOT
from layers.checks import check_all
from layers.registry import find_layers, our_layers
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from scene.choice import Choice
from scene.grammar import read_choice
from scene.scene import build_scene
from scene.survey import layer_counts
from tests.folders import copied_data, put, set_cell
from tests.render.tables import table


def example(page: str, language: str) -> str:
    """Take the block of a language out of a page."""
    found = re.search(rf"```{language}\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), flags=re.DOTALL)
    assert found
    return found[1]


@pytest.fixture(params=["adding-a-layer.md", "adding-a-layer.en.md"])
def data(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Add the layer of the page: its declaration beside the others, its table in a copy of the data."""
    folder = copied_data(tmp_path)
    put(folder, "seminars.csv", example(request.param, "csv").encode())
    modules = tmp_path / "layers"
    modules.mkdir()
    (modules / "seminars.py").write_text(example(request.param, "python"), encoding="utf-8")
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    monkeypatch.setattr(layers, "__path__", [*layers.__path__, str(modules)])
    our_layers.cache_clear()
    yield folder
    sys.modules.pop("layers.seminars", None)
    vars(layers).pop("seminars", None)
    our_layers.cache_clear()


def test_a_new_layer_is_found_last_and_is_off_at_first(data: Path) -> None:
    assert list(find_layers())[-1] == "seminars"
    assert "seminars" not in Choice().layers
    assert layer_counts(Choice())["seminars"] == 2


def test_a_new_layer_is_asked_for_filtered_and_shown(data: Path) -> None:
    scene = build_scene(read_choice("layers=seminars&seminars.status=planned&lang=en").choice)
    assert list(table(scene)["Name"]) == ["Suva disaster seminar"]
    assert b"Suva disaster seminar" in to_geojson(scene)
    (line,) = csv.DictReader(io.StringIO(to_csv(scene).decode("utf-8-sig")))
    assert (line["Status"], line["Held in"]) == ("Planned", "2027")


def test_a_new_layer_is_in_its_region(data: Path) -> None:
    scene = build_scene(read_choice("layers=seminars&region=south_central_asia").choice)
    assert list(scene.sheets[0].rows["id"]) == ["tashkent-2025"]


def test_a_new_layer_is_checked(data: Path) -> None:
    assert check_all() == ()
    set_cell(data, "seminars.csv", 3, "held", "2027-13")
    assert [problem.text.en.partition(" is not")[0] for problem in check_all()] == [
        "seminars.csv, row 3, column held: value “2027-13”"
    ]
