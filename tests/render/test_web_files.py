from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo.files import ROOT
from layers.registry import our_layers
from render import web_files, web_kept, web_rows
from render.web_files import build_static
from render.web_kept import CODE, find_kept, list_name, made_of
from tests.folders import copied_data, rewrite, set_cell

SMALL_ENOUGH = 310_000
"""Bytes on the wire, all that a first visit loads besides Leaflet; 5,000 of them draw crowds and zones of own data."""
FINE = 120_000
"""Bytes on the wire of the finer outlines of one region."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the files once, from nothing: it takes seconds."""
    folder = tmp_path_factory.mktemp("made") / "atlas"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web_files, "FOLDER", folder)
        build_static()
    return folder


@pytest.fixture
def folder(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the files stand, and be written, where only this test looks."""
    monkeypatch.setattr(web_files, "FOLDER", tmp_path / "atlas")
    return Path(shutil.copytree(made, tmp_path / "atlas"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(copy))
    return copy


def layers_in(path: Path) -> set[str]:
    text = path.read_text("utf-8").removeprefix("window.atlasRows=").removesuffix(";\n")
    return {layer["id"] for layer in json.loads(text)["layers"]}


def test_building_twice_writes_once(folder: Path) -> None:
    names = build_static()
    written = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    web_files._built.cache_clear()
    assert build_static() == names
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == written
    assert {path.name for path in written} == {*names.all, list_name(made_of())}


def sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_all_that_a_first_visit_loads_is_small(folder: Path) -> None:
    names = build_static()
    assert sum(sent(folder / name) for name in set(names.all) - set(names.fine)) < SMALL_ENOUGH


def test_finer_outlines_come_in_small_files_that_the_first_one_names(folder: Path) -> None:
    names = build_static()
    assert max(sent(folder / name) for name in names.fine) < FINE
    first = json.loads((folder / names.countries).read_text("utf-8").removeprefix("window.atlasCountries=")[:-2])
    assert tuple(first["fine"].values()) == names.fine
    assert {shape["region"] for shape in first["shapes"]} == set(first["fine"])


def test_a_changed_row_changes_the_name_of_its_file_alone(folder: Path, data: Path) -> None:
    before = build_static()
    set_cell(data, "cables.csv", 2, "name_en", "Another name")
    after = build_static()
    assert after.rows != before.rows
    assert after.countries == before.countries
    assert "Another name" in (folder / after.rows).read_text("utf-8")


def test_a_layer_that_cannot_be_read_is_absent_and_the_others_stay(folder: Path, data: Path) -> None:
    whole = layers_in(folder / build_static().rows)
    rewrite(data, "mocs.csv", lambda text: text.replace("moc_id", "other", 1))
    assert layers_in(folder / build_static().rows) == whole - {"mocs"}


def test_files_of_earlier_contents_go_after_a_day_and_nothing_else_goes(folder: Path) -> None:
    web_files._built.cache_clear()
    current = folder / build_static().rows
    names = ("rows-0123456789ab.js", "map-0123456789ab.css", "rows-of-a-person.js")
    for name in names:
        (folder / name).write_text("")
        os.utime(folder / name, (time.time() - 25 * 3600,) * 2)
    (folder / "rows-ba9876543210.js").write_text("")
    os.utime(current, (0, 0))
    web_files._built.cache_clear()
    build_static()
    kept = [*names, "rows-ba9876543210.js", current.name]
    assert [name for name in kept if (folder / name).exists()] == kept[2:]


def test_files_that_someone_removed_are_written_again(folder: Path) -> None:
    names = build_static()
    (folder / names.style).unlink()
    assert build_static() == names
    assert (folder / names.style).is_file()


def test_columns_hold_each_row_with_the_keys_that_it_has() -> None:
    for packed, plain in zip(web_rows.by_column(our_layers()), web_rows.layers(our_layers()), strict=True):
        columns: dict[str, list[object]] = packed["rows"]  # type: ignore[assignment]
        rows = [{name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None}
                for cells in zip(*columns.values(), strict=True)]
        assert rows == plain["rows"]


def test_a_start_finds_the_files_of_the_last_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = build_static()
    web_files._built.cache_clear()
    monkeypatch.setattr(web_files, "_made", lambda _folder: pytest.fail("made again"))
    assert build_static() == names


def test_changed_data_or_code_is_made_of_something_else(data: Path, tmp_path: Path,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    before = made_of()
    assert made_of() == before
    rewrite(data, "SOURCES.md", lambda text: text + "\n")  # whatever file it is
    after = made_of()
    (data / "more.csv").write_text("a\n")
    digests = {before, after, made_of()}
    for name in CODE:
        (tmp_path / name).mkdir()
    monkeypatch.setattr(web_kept, "ROOT", tmp_path)
    for name, words in (("render/map.js", "1"), ("render/map.js", "2"), ("geo/one.py", "2")):
        (tmp_path / name).write_text(words)
        digests.add(made_of())
    assert len(digests) == 6


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"rows": 1}', b'{"rows": ["rows-0123456789ab.js"]}'])
def test_a_list_that_tells_nothing_true_is_not_believed(tmp_path: Path, content: bytes) -> None:
    (tmp_path / list_name("0123456789ab")).write_bytes(content)
    assert find_kept(tmp_path, "0123456789ab") is None


def test_a_kept_file_that_is_not_whole_is_written_again(folder: Path) -> None:
    names = build_static()
    whole = (folder / names.rows).read_bytes()
    (folder / names.rows).write_bytes(whole[:-1])
    web_files._built.cache_clear()
    assert build_static() == names
    assert (folder / names.rows).read_bytes() == whole


def test_all_code_behind_the_files_is_in_the_packages_that_count() -> None:
    loads = "import sys, render.web_files; print(*{name.split('.')[0] for name in sys.modules})"
    told = subprocess.run([sys.executable, "-c", loads], cwd=ROOT, capture_output=True, text=True, check=True)
    ours = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert set(told.stdout.split()) & ours <= set(CODE)
