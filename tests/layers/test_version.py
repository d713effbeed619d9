from __future__ import annotations

import os
import shutil
from pathlib import Path

from geo.files import ROOT, looking_at
from layers.version import data_version
from tests.folders import copied_data, own_copy, put, set_cell


def version_of(folder: Path) -> str:
    """Give the version of the data in a folder."""
    with looking_at(folder):
        return data_version()


def test_the_version_follows_what_the_files_hold_and_not_where_or_when_they_were_written(tmp_path: Path) -> None:
    folder = copied_data(tmp_path)
    put(folder, "mocs.csv", (ROOT / "data" / "mocs.csv").read_bytes())
    os.utime(folder / "mocs.csv", ns=(1, 1))
    assert version_of(folder) == data_version()
    assert len(data_version()) == 12


def test_line_ends_of_another_system_are_the_same_version(tmp_path: Path) -> None:
    folder = copied_data(tmp_path)
    put(folder, "mocs.csv", (ROOT / "data" / "mocs.csv").read_bytes().replace(b"\n", b"\r\n"))
    assert version_of(folder) == data_version()


def test_a_cell_a_drawn_cable_and_the_date_of_the_data_each_make_another_version(tmp_path: Path) -> None:
    versions = [data_version()]
    for number, change in enumerate((_change_a_cell, _change_a_cable, _change_the_date)):
        (tmp_path / str(number)).mkdir()
        folder = copied_data(tmp_path / str(number))
        change(folder)
        versions.append(version_of(folder))
    assert len(set(versions)) == 4


def test_a_file_that_is_gone_is_another_version_and_no_error(tmp_path: Path) -> None:
    folder = copied_data(tmp_path)
    (folder / "mocs.csv").unlink()
    assert version_of(folder) != data_version()


def _change_a_cell(folder: Path) -> None:
    set_cell(folder, "mocs.csv", 2, "confidence", "low")


def _change_a_cable(folder: Path) -> None:
    own_copy(folder, "cables")
    first = min((folder / "cables").glob("*.geojson"))
    content = first.read_bytes()
    first.unlink()
    first.write_bytes(content + b" ")


def _change_the_date(folder: Path) -> None:
    kept = (ROOT / "data" / "SOURCES.md").read_text("utf-8")
    put(folder, "SOURCES.md", kept.replace("As of 2026", "As of 2027").encode())
    shutil.copystat(ROOT / "data" / "SOURCES.md", folder / "SOURCES.md")
