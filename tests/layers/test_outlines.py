"""Each test breaks the outlines in one place and wants that place named: row, value, what is allowed."""

import json
from pathlib import Path

import pytest

from tests.folders import change_outline, put
from tests.layers.refusals import told

BOW_TIE = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
NOT_FINITE = {"type": "Polygon", "coordinates": [[[0, 0], [float("nan"), 2], [2, 0], [0, 0]]]}
TOO_FAR_EAST = {"type": "Polygon", "coordinates": [[[179, 0], [181, 0], [181, 2], [179, 0]]]}


@pytest.mark.parametrize(
    ("geometry", "flaw"),
    [
        pytest.param(BOW_TIE, "Self-intersection", id="crosses itself"),
        pytest.param(NOT_FINITE, "Invalid Coordinate", id="not finite"),
        pytest.param(TOO_FAR_EAST, "179, 0, 181, 2", id="beyond 180"),
        pytest.param({"type": "Point", "coordinates": [0, 0]}, "Point", id="a point"),
        pytest.param({"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}, "", id="two corners"),
        pytest.param({"type": "Blob"}, "", id="no such shape"),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_an_outline_that_cannot_be_drawn_is_named(folder: Path, geometry: object, flaw: str) -> None:
    change_outline(folder, 3, lambda feature: feature.update(geometry=geometry))
    ja, en = told("countries.geojson")
    assert "countries.geojson 3行目 列 geometry" in ja
    assert f"countries.geojson, row 3, column geometry: value “AFG: {flaw}" in en
    assert "a Polygon or MultiPolygon" in en


@pytest.mark.parametrize(
    ("column", "value", "allowed"),
    [
        ("iso_a3", "AFX", "a code of country_regions.csv"),
        ("iso_a3", "AGO", "a code that no other outline has"),
        ("name_ja", "<script>", "HTML"),
        ("name_en", "", "not blank"),
        ("kind", "empire", "country / other / undetermined"),
    ],
)
def test_a_wrong_property_of_an_outline_is_named(folder: Path, column: str, value: str, allowed: str) -> None:
    change_outline(folder, 3, lambda feature: feature["properties"].update({column: value}))
    ja, en = told("countries.geojson")
    assert f"列 {column}: 値「{value}」" in ja
    assert f"column {column}: value “{value}” is not allowed. Allowed: {allowed}" in en or allowed in en


def test_a_country_without_an_outline_is_named(folder: Path) -> None:
    change_outline(folder, 3, lambda feature: feature["properties"].update(iso_a3=""))
    ja, en = told("countries.geojson")
    assert "国コード AFG の図形がありません" in ja
    assert "no outline for AFG" in en


@pytest.mark.parametrize("content", [b"", b'{"type":"FeatureCollection","features":[{"type":"Fea', b"[]", b"\xff\xfe"])
def test_a_file_of_outlines_that_cannot_be_read_is_named(folder: Path, content: bytes) -> None:
    put(folder, "countries.geojson", content)
    assert all("countries.geojson" in sentence for sentence in told("countries.geojson"))


def test_lines_of_the_outlines_are_the_rows_that_are_told(folder: Path) -> None:
    line = (folder / "countries.geojson").read_text("utf-8").splitlines()[3 - 1]
    assert json.loads(line.rstrip(","))["properties"]["polygon_id"] == "AFG"
