"""Japan's position on borders, held place by place in both outline files."""

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point, box

from geo.countries import read_marks, read_outlines
from geo.tables import read_table

ON_LAND = {
    "択捉島": (147.9, 45.05, "JPN"),
    "国後島": (145.9, 44.1, "JPN"),
    "色丹島": (146.75, 43.8, "JPN"),
    "得撫島": (149.95, 45.95, "XKR"),
    "占守島": (156.35, 50.75, "XKR"),
    "豊原": (142.75, 46.95, "XSS"),
    "オハ": (142.9, 53.5, "RUS"),
    "台北": (121.5, 24.9, "TWN"),
    "プリシュティナ": (21.1, 42.6, "XKX"),
    "シンフェロポリ": (34.1, 44.95, "UKR"),
    "ドネツク": (37.8, 48.0, "UKR"),
    "ラユーン": (-12.9, 26.9, "ESH"),
    "ハルゲイサ": (44.0, 9.6, "SOM"),
    "北キプロス": (33.5, 35.28, "CYP"),
    "スフミ": (41.2, 43.0, "GEO"),
    "ラマッラ": (35.2, 31.95, "PSE"),
    "ゴラン高原": (35.83, 33.03, "SYR"),
    "アビエイ": (28.42, 9.67, "XAB"),
    "カヤオ": (-76.9, -12.0, "PER"),
    "タシケント": (69.24, 41.31, "UZB"),
}
NEARBY = {
    "竹島": (131.8666, 37.2410, "JPN", 0.02),
    "魚釣島": (123.475, 25.745, "JPN", 0.06),
    "志発島": (146.14, 43.5, "JPN", 0.1),
    "与那国島": (122.99, 24.46, "JPN", 0.05),
    "南鳥島": (153.98, 24.29, "JPN", 0.05),
    "ナウル": (166.93, -0.53, "NRU", 0.06),
    "フナフティ": (179.19, -8.52, "TUV", 0.1),
    "タラワ": (172.98, 1.36, "KIR", 0.1),
    "コスラエ": (162.98, 5.31, "FSM", 0.1),
    "ポンペイ": (158.2, 6.88, "FSM", 0.1),
    "マジュロ": (171.2, 7.1, "MHL", 0.2),
    "クワジェリン": (167.73, 8.72, "MHL", 0.2),
    "コロール": (134.48, 7.34, "PLW", 0.1),
    "ニウエ": (-169.87, -19.05, "NIU", 0.1),
    "ラロトンガ": (-159.78, -21.23, "COK", 0.1),
    "シンガポール": (103.82, 1.35, "SGP", 0.1),
    "マレ": (73.5, 4.18, "MDV", 0.2),
    "グアム": (144.78, 13.45, "GUM", 0.05),
    "サイパン": (145.75, 15.19, "MNP", 0.1),
}
ATOLLS = {"アタフ": (-172.50, -8.56), "ヌクノヌ": (-171.82, -9.17), "ファカオフォ": (-171.22, -9.38)}
NORTHERN_TERRITORIES = box(145.2, 43.2, 149.2, 45.6)
TAKESHIMA = box(131.7, 37.1, 132.0, 37.4)
SENKAKU = box(123.3, 25.6, 124.7, 26.1)


@pytest.fixture(scope="module", params=[False, True], ids=["web", "print"])
def outlines(request: pytest.FixtureRequest) -> gpd.GeoDataFrame:
    return read_outlines(fine=request.param).set_index("polygon_id")


@pytest.mark.parametrize("name", ON_LAND)
def test_a_place_lies_in_the_land_it_is_drawn_as_and_in_no_other(outlines: gpd.GeoDataFrame, name: str) -> None:
    lon, lat, expected = ON_LAND[name]
    assert list(outlines.index[outlines.intersects(Point(lon, lat))]) == [expected]


@pytest.mark.parametrize("name", NEARBY)
def test_a_small_island_is_still_there(outlines: gpd.GeoDataFrame, name: str) -> None:
    lon, lat, expected, degrees = NEARBY[name]
    assert outlines.geometry[expected].intersects(Point(lon, lat).buffer(degrees))


@pytest.mark.parametrize("around", [NORTHERN_TERRITORIES, TAKESHIMA, SENKAKU], ids=["北方領土", "竹島", "尖閣諸島"])
def test_where_japan_lies_no_other_country_is_drawn(outlines: gpd.GeoDataFrame, around: shapely.Polygon) -> None:
    found = set(outlines.index[outlines.intersects(around)])
    assert found == {"JPN"}


def test_the_northern_territories_are_four_islands_takeshima_two_and_the_senkakus_three(
    outlines: gpd.GeoDataFrame,
) -> None:
    islands = shapely.get_parts(outlines.geometry["JPN"])
    beyond_hokkaido = box(145.35, 43.3, 149.0, 45.6)
    assert [shapely.contains(around, islands).sum() for around in (beyond_hokkaido, TAKESHIMA, SENKAKU)] == [4, 2, 3]


def test_south_sakhalin_and_the_kurils_are_undetermined_and_have_no_country(outlines: gpd.GeoDataFrame) -> None:
    assert list(outlines.loc[["XSS", "XKR"], "kind"]) == ["undetermined", "undetermined"]
    assert list(outlines.loc[["XSS", "XKR"], "iso_a3"]) == ["", ""]
    assert len(shapely.get_parts(outlines.geometry["XKR"])) == 14


def test_sakhalin_is_divided_at_50_degrees(outlines: gpd.GeoDataFrame) -> None:
    assert outlines.geometry["XSS"].bounds[3] == 50.0
    assert not outlines.geometry["RUS"].intersects(box(141.0, 45.5, 145.5, 49.999))


def test_only_what_the_policy_calls_undetermined_is_white(outlines: gpd.GeoDataFrame) -> None:
    white = set(outlines.index[outlines["kind"] == "undetermined"])
    assert white == {"XSS", "XKR", "XAB", "XPI", "XAR", "BRI"}


def test_western_sahara_is_neutral_and_not_morocco(outlines: gpd.GeoDataFrame) -> None:
    assert outlines.loc["ESH", "kind"] == "other"
    assert outlines.loc["ESH", "iso_a3"] == ""


@pytest.mark.parametrize("name", ATOLLS)
def test_tokelaus_atolls_are_rings_around_their_lagoons(outlines: gpd.GeoDataFrame, name: str) -> None:
    lagoon = Point(ATOLLS[name])
    rings = shapely.get_parts(outlines.geometry["TKL"])
    around = [ring for ring in rings if shapely.Polygon(ring.exterior).contains(lagoon)]
    assert len(around) == 1
    assert not around[0].contains(lagoon)
    assert not outlines.geometry["NZL"].intersects(box(-173, -10, -171, -8))


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        pytest.param((19.9, 60.2), "FIN", id="オーランド"),
        pytest.param((105.63, -10.45), "AUS", id="クリスマス島"),
        pytest.param((-109.22, 10.30), "FRA", id="クリッパートン島"),
    ],
)
def test_far_parts_of_a_country_take_its_colour(
    outlines: gpd.GeoDataFrame, place: tuple[float, float], owner: str
) -> None:
    assert outlines.geometry[owner].distance(Point(place)) < 0.1


def test_the_spratlys_have_their_own_name(outlines: gpd.GeoDataFrame) -> None:
    assert outlines.loc["PGA", "name_ja"] == "南沙諸島"
    assert outlines.loc["PGA", "name_en"] == "Spratly Islands"


def test_japans_marks_are_all_there_and_belong_to_japan() -> None:
    names = {mark.name.ja for mark in read_marks()}
    assert names == {"択捉島", "国後島", "色丹島", "歯舞群島", "竹島", "尖閣諸島", "沖ノ鳥島"}
    assert {mark.iso_a3 for mark in read_marks()} == {"JPN"}


def test_every_mark_but_okinotorishima_stands_at_an_island_of_japan(outlines: gpd.GeoDataFrame) -> None:
    japan = outlines.geometry["JPN"]
    far = {mark.name.ja for mark in read_marks() if japan.distance(Point(mark.lon, mark.lat)) > 0.06}
    assert far == {"沖ノ鳥島"}


def test_every_edit_and_mark_rests_on_a_decision() -> None:
    decisions = set(read_table("territory_policy.csv")["item_id"])
    assert set(read_table("territory_marks.csv")["item_id"]) <= decisions
    # Tokelau is no dispute: the source draws it as New Zealand and leaves an atoll out.
    assert set(read_table("territory_edits.csv")["item_id"]) - decisions == {"tokelau"}
