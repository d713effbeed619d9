from __future__ import annotations

from typing import Any

import pytest
import shapely

from i18n import own as words
from i18n import own_notes as notes
from i18n import own_zip as zips
from i18n.errors import AtlasError
from i18n.text import Text
from layers.base import Kind
from own import reading
from own.columns import ColumnKind
from own.question import Answers, Part, QuestionError
from own.reading import Own, PlacedBy, read_own, shown
from own.report import Treatment
from tests.own import made
from tests.own.here import read_here

COUNTRIES = (
    '国名,件数,開始日,区分,メモ\n日本,3,2020/1/2,甲,a\nヴェトナム,"1,200",2021年3月,乙,b\nCHL,,,甲,c\nビルマ,2,,甲,d\n'
)


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)


def table(text: str, **answers: str) -> Own:
    """Read a CSV."""
    return read_own(text.encode(), "表.csv", Answers(**answers))


def at(own: Own) -> list[tuple[float, float]]:
    """Give the places of points."""
    return [tuple(place) for place in shapely.get_coordinates(own.rows.geometry.to_numpy()).tolist()]


def refusal(content: bytes, name: str, **answers: str) -> AtlasError:
    """Give the error of a file that is not read."""
    with pytest.raises(AtlasError) as caught:
        read_own(content, name, Answers(**answers))
    return caught.value


# --- tables of countries ---


def test_countries_stand_on_their_outlines_by_any_sure_name_or_code() -> None:
    own = table(COUNTRIES)
    assert own.kind == Kind.AREA
    assert own.placed_by == PlacedBy.COUNTRIES
    assert own.rows["iso_a3"].tolist() == ["JPN", "VNM", "CHL", "MMR"]
    assert own.rows["row"].tolist() == [2, 3, 4, 5]
    assert own.rows.crs == "EPSG:4326"


def test_columns_hold_numbers_days_and_categories() -> None:
    own = table(COUNTRIES)
    held = {column.name: column for column in own.columns}
    assert [column.holds for column in own.columns] == [
        ColumnKind.TEXT,
        ColumnKind.NUMBER,
        ColumnKind.DATE,
        ColumnKind.CATEGORY,
        ColumnKind.TEXT,
    ]
    assert held["区分"].values == ("甲", "乙")
    assert own.rows[held["件数"].id].fillna(-1).tolist() == [3.0, 1200.0, -1.0, 2.0]
    assert own.rows[held["開始日"].id].tolist() == ["2020-01-02", "2021-03", "", ""]


def test_a_misspelt_country_is_listed_with_its_row_and_what_is_near() -> None:
    own = table("国,値\n日本,1\nベトナン,2\nベトナン,3\n")
    (left,) = own.report.of(Treatment.LEFT_OUT)
    assert left.rows == (3, 4)
    assert own.report.left_out == 2
    assert "ベトナン" in left.text.ja
    assert "ベトナム" in left.text.ja
    assert "Vietnam" in left.text.en


def test_a_column_of_countries_is_found_without_its_heading_saying_so() -> None:
    assert table("相手,値\nチリ,1\nペルー,2\n").rows["iso_a3"].tolist() == ["CHL", "PER"]


def test_the_code_of_namibia_is_no_missing_value() -> None:
    assert table("iso2,v\nNA,1\n").rows["iso_a3"].tolist() == ["NAM"]


# --- tables of points ---


def test_points_are_joined_to_the_countries_that_they_stand_in() -> None:
    own = table("lat,lon\n35.68,139.75\n-17.7,178.0\n0,-150\n")
    assert own.kind == Kind.POINT
    assert own.rows["iso_a3"].tolist() == ["JPN", "FJI", ""]
    assert at(own)[0] == (139.75, 35.68)


def test_the_northern_territories_are_joined_to_japan() -> None:
    assert table("緯度,経度\n44.1,145.9\n45.0,147.7\n").rows["iso_a3"].tolist() == ["JPN", "JPN"]


def test_the_name_of_a_country_wins_over_the_place_and_the_difference_is_told() -> None:
    own = table("国,lat,lon\n日本,48.85,2.35\n")
    assert own.rows["iso_a3"].tolist() == ["JPN"]
    assert [note.rows for note in own.report.of(Treatment.REMARKED)] == [(2,)]


def test_letters_that_say_the_other_axis_swap_the_columns() -> None:
    own = table("緯度,経度\n東経10度,北緯20度\n")
    assert at(own) == [(10.0, 20.0)]


def test_a_bad_value_is_named_with_row_column_and_what_is_allowed() -> None:
    own = table("名,緯度,経度\na,35,139\nb,三十五,139\n")
    (left,) = own.report.of(Treatment.LEFT_OUT)
    for part in ("3行目", "緯度", "三十五", "-90"):
        assert part in left.text.ja
    assert own.report.sentences()[-1].ja.endswith("(行: 3)")


@pytest.mark.parametrize(("text", "crs", "said"), [
    ("X座標,Y座標\n-35000,-6000\nabc,-7000\n", "9系", ("X座標", "abc", "-90〜90")),
    ("lat,lon\n139.7E,35.6N\nabc,34N\n", "", ("lat", "abc", "-180〜180")),
])
def test_a_bad_value_is_named_by_its_own_column_where_the_axes_were_taken_for_each_other(
    text: str, crs: str, said: tuple[str, ...]
) -> None:
    (sentence,) = [note.text.ja for note in table(text, crs=crs).report.of(Treatment.LEFT_OUT)]
    assert [part for part in said if part not in sentence] == []


def test_a_place_off_the_earth_is_named_with_its_coordinates() -> None:
    own = table("緯度,経度\n35,139\n95.5,-139\n")
    assert any("緯度 95.5、経度 -139" in sentence.ja and "3" in sentence.ja for sentence in own.report.sentences())


def test_the_person_says_which_columns_are_coordinates() -> None:
    asked = refusal(b"a,b\n35,139\n", "t.csv")
    assert isinstance(asked, QuestionError)
    assert asked.part == Part.COLUMNS
    assert asked.choices == ("a", "b")
    own = table("a,b\n35,139\n", lat="a", lon="b")
    assert at(own) == [(139.0, 35.0)]
    assert "c" in refusal(b"a,b\n35,139\n", "t.csv", lat="a", lon="c").text.ja


def test_plane_coordinates_are_brought_into_degrees_once_their_system_is_named() -> None:
    own = table("x,y\n-6000.5,-35000\n", crs="6677")
    assert at(own)[0] == pytest.approx((139.767, 35.684), abs=0.001)


# --- files of shapes ---


def test_japanese_attributes_of_a_shapefile_are_read_in_either_encoding() -> None:
    for encoding in ("utf-8", "cp932"):
        for without in ([], [".cpg"]):
            own = read_own(made.shapefile_zip(without, encoding=encoding), "点.zip")
            assert own.rows["c1"].tolist() == ["東京", "ハノイ"]
            assert [column.name for column in own.columns] == ["名前", "人口"]


def test_every_kind_of_file_gives_the_same_places() -> None:
    files = {"a.gpkg": made.gpkg(), "a.zip": made.shapefile_zip(crs="EPSG:3857"), "a.geojson": made.points()}
    for name, content in files.items():
        own = read_own(content, name)
        assert own.rows["iso_a3"].tolist() == ["JPN", "VNM"]
        assert [(round(lon, 6), round(lat, 6)) for lon, lat in at(own)] == [made.TOKYO, made.HANOI]


def test_lines_belong_to_the_countries_of_their_ends() -> None:
    line = made.feature("LineString", [made.TOKYO, [150, 20], [-70.65, -33.45]])
    own = read_own(made.collection(line), "線.geojson")
    assert own.kind == Kind.LINE
    assert own.rows["iso_a3"].tolist() == ["CHL|JPN"]
    assert own.report.of(Treatment.REPAIRED)[0].text == notes.CUT_AT_SEAM.format(count=1)


def test_an_area_round_a_pole_is_closed_over_it() -> None:
    ring = [[lon, -70] for lon in (-180 + 20 * step for step in range(18))]
    own = read_own(made.collection(made.feature("Polygon", [[*ring, ring[0]]])), "極.geojson")
    assert own.rows.geometry[0].bounds == (-180.0, -90.0, 180.0, -70.0)


@pytest.mark.parametrize(("kind", "places"), [
    ("Polygon", [[[140, 35], [141, 90.0000001], [141, 36], [140, 36], [140, 35]]]),
    ("LineString", [[140, -35], [141, -90.0000001]]),
    ("Point", [141, 90.0000001]),
])
def test_a_hair_s_breadth_over_a_pole_is_put_back(kind: str, places: list[Any]) -> None:
    _west, south, _east, north = read_own(made.collection(made.feature(kind, places)), "極.geojson").rows.total_bounds
    assert -90 <= south <= north <= 90


def test_an_area_as_wide_as_the_world_stays_as_it_is() -> None:
    ring = [[-180, -60], [180, -60], [180, 60], [-180, 60], [-180, -60]]
    own = read_own(made.collection(made.feature("Polygon", [ring])), "世界.geojson")
    assert own.rows.geometry[0].bounds == (-180.0, -60.0, 180.0, 60.0)


# --- what is said ---


def test_the_name_of_a_file_is_shown_without_its_folders_and_not_too_long() -> None:
    assert shown("C:\\Users\\a\\点.csv") == "点.csv"
    assert shown("../../etc/passwd") == "passwd"
    assert shown("あ" * 200 + ".geojson").endswith("….geojson")
    assert shown("\x00\u202e") == "?"
    assert shown("東京\u3000拠点.csv") == "東京 拠点.csv"


def test_the_same_file_gives_the_same_rows_and_the_same_report() -> None:
    one, other = table(COUNTRIES), table(COUNTRIES)
    assert one.rows.equals(other.rows)
    assert one.report == other.report
    assert one.columns == other.columns


def test_a_million_rows_are_refused_with_what_to_do() -> None:
    said = refusal(b"lat,lon\n" + b"1,2\n" * 1_000_000, "点.csv").text
    for part in ("絞る", "間引く", "集計"):
        assert part in said.ja
    for part in ("keep only", "thin out", "add them up"):
        assert part in said.en


def test_every_phrase_of_own_data_stands_in_both_languages() -> None:
    phrases = [value for module in (words, zips, notes) for value in vars(module).values() if isinstance(value, Text)]
    assert len(phrases) > 90
    assert all(phrase.ja and phrase.en for phrase in phrases if phrase is not notes.MORE_ROWS)
