"""Copies of the data folder that a test may break in one place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geo.files import ROOT

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def copied_data(place: Path) -> Path:
    """Stand a copy of data/ in a place; untouched files are links, so that a copy costs nothing."""
    folder = place / "data"
    folder.mkdir()
    for file in (ROOT / "data").glob("[!.]*"):
        (folder / file.name).symlink_to(file)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of each file of a data folder; the lock is no data."""
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*") if path.is_file()}


def own_copy(folder: Path, name: str) -> None:
    """Make a folder inside the copy its own, so that its files may be changed."""
    (folder / name).unlink()
    (folder / name).mkdir()
    for file in (ROOT / "data" / name).glob("*.geojson"):
        (folder / name / file.name).symlink_to(file)


def rewrite(folder: Path, file: str, change: Callable[[str], str]) -> None:
    """Change the text of a file."""
    put(folder, file, change((folder / file).read_text("utf-8")).encode())


def put(folder: Path, file: str, content: bytes) -> None:
    """Write a file anew in the copy alone."""
    (folder / file).unlink(missing_ok=True)
    (folder / file).write_bytes(content)


def read_lines(folder: Path, file: str) -> list[list[str]]:
    """Read a CSV file, header first."""
    return list(csv.reader(io.StringIO((folder / file).read_text("utf-8"))))


def write_lines(folder: Path, file: str, lines: list[list[str]]) -> None:
    """Write a CSV file, header first."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    put(folder, file, text.getvalue().encode())


def set_cell(folder: Path, file: str, row: int, column: str, value: str) -> None:
    """Write one cell; rows count as in a spreadsheet."""
    lines = read_lines(folder, file)
    lines[row - 1][lines[0].index(column)] = value
    write_lines(folder, file, lines)


def change_outline(folder: Path, line: int, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the feature that stands on a line of countries.geojson, counted as an editor shows it.

    The other outlines become squares: a check reads every one of them.
    """
    content = json.loads((folder / "countries.geojson").read_text("utf-8"))
    chosen = content["features"][line - 2]
    for feature in content["features"]:
        if feature is not chosen:
            feature["geometry"] = SQUARE
    change(chosen)
    put(folder, "countries.geojson", json.dumps(content).encode())
