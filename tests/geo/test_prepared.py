"""Outlines made ready: those of the files as they are, and never of a file that is any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from geopandas.testing import assert_geodataframe_equal

from geo.countries import FINE_OUTLINES, OUTLINES, read_outlines, read_shapes
from geo.files import data_path
from geo.prepared import SUFFIX, prepared, read_prepared
from tests.folders import copied_data, put


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    return folder


@pytest.mark.parametrize("file", [OUTLINES, FINE_OUTLINES])
def test_what_is_ready_is_what_the_file_says(file: str) -> None:
    shapes, ready = read_shapes(file), read_prepared(data_path(file))
    assert ready is not None, "python -m scripts.prepare_outlines makes it ready again"
    assert_geodataframe_equal(ready, shapes)
    assert ready.geometry.geom_equals_exact(shapes.geometry, 0).all()
    assert prepared(data_path(file).read_bytes(), shapes) == data_path(file).with_suffix(SUFFIX).read_bytes()


def test_a_file_that_was_changed_is_read_itself(own_data: Path) -> None:
    changed = (own_data / OUTLINES).read_text("utf-8").replace('"label_lat":34.164', '"label_lat":34.5')
    put(own_data, OUTLINES, changed.encode())
    assert read_prepared(own_data / OUTLINES) is None
    outlines = read_outlines().set_index("iso_a3")
    assert outlines.loc["AFG", "label_lat"] == 34.5


@pytest.mark.parametrize("harm", [
    lambda content: content[:-1], lambda content: b"",
    lambda content: content.replace(b'"lengths":[', b'"lengths":[7,'),
    lambda content: content[:-9] + bytes(9), lambda content: content.replace(b'"columns"', b'"rows"'),
    lambda content: b"[]\n" + content,
])
def test_what_is_not_whole_is_not_taken(own_data: Path, harm: object) -> None:
    name = Path(OUTLINES).with_suffix(SUFFIX).name
    put(own_data, name, harm((own_data / name).read_bytes()))  # type: ignore[operator]
    assert read_prepared(own_data / OUTLINES) is None


def test_without_it_the_outlines_are_the_same(own_data: Path) -> None:
    kept = read_outlines()
    (own_data / OUTLINES).with_suffix(SUFFIX).unlink()
    assert_geodataframe_equal(read_shapes(OUTLINES).drop(columns=["name_ja", "name_en"]),
                              kept.drop(columns=["name_ja", "name_en"]))
