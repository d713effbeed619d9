from __future__ import annotations

import os
from pathlib import Path

from geo.files import held_still, stamp


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
