import json
import shutil
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.countries import (
    COUNTRIES,
    GROUPS,
    Frame,
    frame_around,
    read_countries,
    read_frames,
    read_outlines,
)
from geo.files import data_path
from geo.frames import width
from geo.tables import read_table
from i18n.errors import AtlasError
from i18n.text import Lang, Text


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the data folder's tables and web outlines that a test may change."""
    for name in (COUNTRIES, "country_frames.csv", "countries.geojson"):
        shutil.copy(data_path(name), tmp_path / name)
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    return tmp_path


def holds(frame: Frame, place: tuple[float, float]) -> bool:
    west, south, _east, north = frame
    return south <= place[1] <= north and (place[0] - west) % 360 <= width(frame)


# --- the table ---


def test_there_are_210_countries_and_areas_in_the_order_of_the_file() -> None:
    assert list(read_countries()) == list(read_table(COUNTRIES)["iso_a3"])
    assert len(read_countries()) == 210


def test_every_country_has_a_name_in_both_languages() -> None:
    assert all(country.name[lang] for country in read_countries().values() for lang in Lang)


def test_namibias_two_letters_are_text() -> None:
    assert read_countries()["NAM"].iso_a2 == "NA"


def test_memberships_are_read_as_groups() -> None:
    counts = {group: sum(group in each.groups for each in read_countries().values()) for group in GROUPS}
    assert counts == {
        "asean": 11, "eu": 27, "quad": 4, "pacific_island": 16, "gulf": 6, "central_asia": 5, "baltic": 3,
    }  # fmt: skip
    assert read_countries()["JPN"].groups == {"quad"}


def test_a_country_knows_its_capital_and_its_other_names() -> None:
    america = read_countries()["USA"]
    assert america.capital == Text("ワシントンD.C.", "Washington, D.C.")
    assert america.capital_at == (-77.0364, 38.8951)
    assert america.aliases == ("アメリカ合衆国", "アメリカ")


def test_a_changed_table_is_read_again(own_data: Path) -> None:
    assert read_countries()["JPN"].name.en == "Japan"
    table = own_data / COUNTRIES
    table.write_text(table.read_text("utf-8").replace("日本,Japan,", "日本,Nippon,"), "utf-8")
    assert read_countries()["JPN"].name.en == "Nippon"
    assert "Nippon" in set(read_outlines()["name_en"])


# --- the outlines ---


@pytest.fixture(scope="module", params=[False, True], ids=["web", "print"])
def outlines(request: pytest.FixtureRequest) -> gpd.GeoDataFrame:
    return read_outlines(fine=request.param)


def test_every_country_has_exactly_one_outline(outlines: gpd.GeoDataFrame) -> None:
    drawn = outlines[outlines["kind"] == "country"]
    assert set(drawn["iso_a3"]) == set(read_countries())
    assert drawn["iso_a3"].is_unique
    assert (drawn["polygon_id"] == drawn["iso_a3"]).all()


def test_an_outline_outside_the_table_has_a_name_and_no_country(outlines: gpd.GeoDataFrame) -> None:
    rest = outlines[outlines["kind"] != "country"]
    assert set(rest["kind"]) == {"other", "undetermined"}
    assert set(rest["iso_a3"]) == {""}
    assert (rest[["name_ja", "name_en"]] != "").all(axis=None)
    assert outlines["polygon_id"].is_unique


def test_the_names_of_the_outlines_are_those_of_the_table(outlines: gpd.GeoDataFrame) -> None:
    drawn = outlines[outlines["kind"] == "country"].set_index("iso_a3")
    for code, country in read_countries().items():
        assert (drawn.loc[code, "name_ja"], drawn.loc[code, "name_en"]) == (country.name.ja, country.name.en)


def test_outlines_are_valid_and_neighbours_share_their_borders(outlines: gpd.GeoDataFrame) -> None:
    assert outlines.crs == "EPSG:4326"
    assert outlines.is_valid.all()
    assert shapely.coverage_is_valid(outlines.geometry.to_numpy())
    assert (np.abs(outlines.total_bounds) <= [180, 90, 180, 90]).all()


def test_a_label_stands_on_or_near_its_land(outlines: gpd.GeoDataFrame) -> None:
    labels = shapely.points(outlines["label_lon"], outlines["label_lat"])
    away = shapely.distance(outlines.geometry.to_numpy(), labels)
    assert set(outlines["polygon_id"][away > 2]) == set()


def test_no_pacific_state_loses_an_island_on_the_way_to_the_web() -> None:
    web, fine = (read_outlines(fine=fine).set_index("polygon_id").geometry for fine in (False, True))
    islands = [code for code, each in read_countries().items() if "pacific_island" in each.groups]
    assert len(islands) == 16
    for code in islands:
        near = shapely.dwithin(shapely.get_parts(fine[code]), web[code], 0.01)
        assert near.all(), code


def test_the_files_are_small_enough_to_send_and_to_print() -> None:
    assert data_path("countries.geojson").stat().st_size <= 1_600_000
    assert data_path("countries_fine.geojson").stat().st_size <= 3_500_000


# --- the frames ---


def test_every_frame_holds_its_countrys_capital() -> None:
    frames = read_frames()
    assert set(frames) == set(read_countries())
    places = {code: each.capital_at for code, each in read_countries().items() if each.capital_at}
    assert [code for code, place in places.items() if not holds(frames[code], place)] == []


def test_every_frame_but_that_of_the_united_states_holds_its_cable_landings() -> None:
    landings = read_table("landing_points.csv").query("kind == 'landing' and iso_a3 != ''")
    frames = read_frames()
    outside = {
        row.landing_id
        for row in landings.itertuples()
        if not holds(frames[str(row.iso_a3)], (float(str(row.lon)), float(str(row.lat))))
    }
    assert outside
    assert all(str(landing).endswith("-hi") for landing in outside), "Hawaii is outside by choice"


def test_a_written_frame_wins_over_the_outline() -> None:
    assert read_frames()["FRA"] == (-5.5, 41.0, 10.0, 51.5)


def test_no_frame_is_wider_than_russias() -> None:
    assert max(map(width, read_frames().values())) == width(read_frames()["RUS"]) == 173


def test_the_frame_around_chile_and_japan_runs_over_the_pacific() -> None:
    west, south, east, north = frame_around(["CHL", "JPN", "FJI"])
    assert (west, east) == (122.0, -66.0)
    assert (south, north) == (-56.3, 46.0)


def test_an_unknown_code_is_named_with_what_is_allowed() -> None:
    with pytest.raises(AtlasError, match=r"XYZ.*iso_a3"):
        frame_around(["JPN", "XYZ"])
    with pytest.raises(AtlasError):
        frame_around([])


@pytest.mark.parametrize(
    "geometry",
    [
        "null", "5", '{"type": "Point", "coordinates": [69, 41]}', '{"type": "Polygon", "coordinates": []}',
        '{"type": "Polygon", "coordinates": "x"}',
        '{"type": "Polygon", "coordinates": [[[60, 40], [70, 45], [60, 45], [70, 40], [60, 40]]]}',
    ],
)
def test_an_outline_that_cannot_be_drawn_is_named(own_data: Path, geometry: str) -> None:
    file = own_data / "countries.geojson"
    content = json.loads(file.read_text("utf-8"))
    broken = next(feature for feature in content["features"] if feature["properties"]["iso_a3"] == "UZB")
    broken["geometry"] = json.loads(geometry)
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(AtlasError, match=r"countries.geojson"):
        read_outlines()
