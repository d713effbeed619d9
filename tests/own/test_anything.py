from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from i18n.errors import AtlasError
from own import process, reading
from own.question import Answers
from own.reading import Own, read_own
from tests.own import made
from tests.own.here import read_here
from tests.profile import many

ENDINGS = ("csv", "xlsx", "geojson", "zip", "gpkg", "kml", "kmz", "txt", "")
GOOD = {
    "a.csv": "名前,緯度,経度,国\n東京,35.68,139.75,日本\nハノイ,21°2′N,105.85,ベトナム\n".encode(),
    "b.csv": "国名\t値\nチリ\t1\nペルー\t2020-01-02\n".encode("utf-16"),
    "a.geojson": made.collection(
        made.feature("Polygon", [made.RING], a=1), made.feature("Polygon", [made.RING], b=[1])
    ),
    "a.kml": made.kml(
        made.placemark(made.POINT) + made.placemark("<LineString><coordinates>1,1 2,2</coordinates></LineString>")
    ),
}
HEADINGS = ("緯度", "経度", "lat", "lon", "国名", "ISO", "名前", "座標", "値", "x", "y", "", "lat")
CELLS = st.one_of(
    st.text(max_size=8),
    st.floats().map(str),
    st.integers(-400, 400).map(str),
    st.sampled_from(
        [
            "日本",
            "JPN",
            "ベトナン",
            "35°41′N",
            "139°45′60″E",
            "1e400",
            "",
            "#N/A",
            "=A1",
            "{}",
            "−35,5",
            "2020/2/30",
            "180",
        ]
    ),
)
few = settings(
    max_examples=many(sample=25, prove=400),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)


def outcome(content: bytes, name: str, answers: Answers | None) -> Own | AtlasError:
    """Read a file, or give the error."""
    try:
        return read_own(content, name, answers)
    except AtlasError as error:
        return error


def read(content: bytes, name: str, answers: Answers | None = None) -> None:
    """Read a file; whatever is in it, an Own or an AtlasError with both languages comes of it."""
    own = outcome(content, name, answers)
    if isinstance(own, AtlasError):
        assert all((own.text.ja, own.text.en))
        return
    assert len(own.rows) > 0
    assert set(own.rows.columns) == {"row", "iso_a3", "geometry", *(column.id for column in own.columns)}
    assert own.rows.geometry.is_valid.all()
    west, south, east, north = own.rows.total_bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90
    assert all(text.ja and text.en for text in own.report.sentences())


@given(st.binary(max_size=300), st.sampled_from(ENDINGS))
@few
def test_random_bytes_are_read_or_refused(content: bytes, ending: str) -> None:
    read(content, f"a.{ending}")


@given(st.sampled_from(sorted(GOOD)), st.integers(0, 1_000), st.integers(0, 30), st.binary(max_size=6))
@few
def test_a_good_file_with_a_spoilt_place_is_read_or_refused(name: str, at: int, gone: int, put: bytes) -> None:
    content = GOOD[name]
    at %= len(content)
    read(content[:at] + put + content[at + gone :], name)


@given(
    st.sampled_from(["places.shp", "places.dbf", "places.prj", "places.cpg"]),
    st.integers(0, 2_000),
    st.binary(max_size=6),
)
@settings(few, max_examples=many(sample=6, prove=150))
def test_a_shapefile_with_a_spoilt_part_is_read_or_refused_in_its_process(part: str, at: int, put: bytes) -> None:
    content = bytearray(made.shapefile()[part])
    at %= len(content)
    content[at : at + len(put)] = put
    with pytest.MonkeyPatch.context() as patch:  # apart: GDAL was seen to take a whole process with it
        patch.setattr(reading, "read_apart", process.read_apart)
        patch.setattr(process, "MOST_SECONDS", 120)
        read(made.zipped(made.shapefile() | {part: bytes(content)}), "a.zip")


@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=40))
@few
def test_a_geopackage_with_a_spoilt_page_is_read_or_refused(at: int, put: bytes) -> None:
    content = bytearray(made.gpkg())
    at = 16 + at % (len(content) - 60)
    content[at : at + len(put)] = put
    read(bytes(content), "a.gpkg")


@given(
    st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml"]),
    st.integers(0, 2_000),
    st.binary(max_size=6),
)
@settings(few, max_examples=many(sample=12, prove=500))
def test_a_workbook_with_a_spoilt_part_is_read_or_refused(part: str, at: int, put: bytes) -> None:
    good = made.book({"表": [["国名", "値"], ["日本", 1], ["チリ", 2.5]]})
    with zipfile.ZipFile(io.BytesIO(good)) as parts:
        content = bytearray(parts.read(part))
    at %= len(content)
    content[at : at + len(put)] = put
    read(made.reworked(good, {part: bytes(content)}), "a.xlsx")


@given(
    st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=5),
    st.lists(st.lists(CELLS, max_size=6), max_size=6),
    st.sampled_from(["utf-8", "utf-16", "cp932"]),
    st.sampled_from(",\t;"),
)
@few
def test_random_tables_are_read_or_refused(
    headings: list[str], rows: list[list[str]], encoding: str, sign: str
) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=sign).writerows([headings, *rows])
    read(written.getvalue().encode(encoding, "ignore"), "a.csv")


NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False), st.integers(-200, 200), st.none(), st.text(max_size=2)
)
PLACES: Any = st.one_of(
    st.lists(NUMBERS, max_size=4),
    st.lists(st.lists(NUMBERS, max_size=3), max_size=5),
    st.lists(st.lists(st.lists(st.integers(-200, 200), min_size=2, max_size=2), max_size=6), max_size=2),
)
SHAPES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "Nothing"]
        ),
        "coordinates": PLACES,
    }
)
FEATURES = st.fixed_dictionaries(
    {
        "type": st.just("Feature"),
        "geometry": st.one_of(st.none(), SHAPES, st.integers()),
        "properties": st.one_of(
            st.none(),
            st.dictionaries(st.text(max_size=3), st.one_of(NUMBERS, st.lists(NUMBERS, max_size=2)), max_size=3),
        ),
    }
)


@given(st.lists(st.one_of(FEATURES, SHAPES, st.none()), max_size=4), st.sampled_from(["", "point", "line", "area"]))
@few
def test_random_features_are_read_or_refused(features: list[Any], kind: str) -> None:
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    read(content, "a.geojson", Answers(kind=kind))
