from __future__ import annotations

import os
from pathlib import Path

from geo.files import data_path, held_still, kept, looking_at, stamp


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    assert stamp(file) == (0, 0)
    file.write_text("one", encoding="utf-8")
    before = stamp(file)
    file.write_text("three", encoding="utf-8")
    assert stamp(file) != before


def test_the_stamp_of_a_folder_changes_with_a_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("one", encoding="utf-8")
    before = stamp(tmp_path)
    os.utime(tmp_path / "a.csv", ns=(1, 1))
    assert stamp(tmp_path) != before


def test_while_a_page_is_drawn_its_files_hold_still(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("one", encoding="utf-8")
    with held_still():
        before = stamp(file)
        file.write_text("three", encoding="utf-8")
        assert stamp(file) == before
    assert stamp(file) != before


def test_what_is_kept_is_read_once_for_each_folder_argument_and_state_of_its_file(tmp_path: Path) -> None:
    reads: list[str] = []

    @kept("a.csv")
    def read(end: str = "") -> str:
        reads.append(end)
        return data_path("a.csv").read_text("utf-8") + end

    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
        (folder / "a.csv").write_text(folder.name, "utf-8")
    with looking_at(one):
        assert [read(), read(), read("!")] == ["one", "one", "one!"]
        (one / "a.csv").write_text("changed", "utf-8")
        assert read() == "changed"
    with looking_at(two):
        assert read() == "two"
    assert reads == ["", "!", "", ""]
