from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from geo.geodesy import area_km2
from scripts.territory import edit

HEADER = "item_id,action,from_id,to_id,west,south,east,north,lon,lat,radius_km,parts,name_ja,name_en\n"


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that the decisions are read from."""
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    return tmp_path / "territory_edits.csv"


def world(**parts: BaseGeometry) -> gpd.GeoDataFrame:
    """Give parts named by their country and a number, as AAA1."""
    ids = {"polygon_id": [name[:3] for name in parts]}
    return gpd.GeoDataFrame(ids, geometry=list(parts.values()), crs=4326)


def owner(parts: gpd.GeoDataFrame, lon: float, lat: float) -> list[str]:
    return list(parts["polygon_id"][parts.intersects(Point(lon, lat))])


def test_whole_parts_inside_a_box_move_to_another_country(decide: Path) -> None:
    decide.write_text(HEADER + "islands,move,AAA,BBB,0,0,5,5,,,,1,,\n")
    moved = edit(world(AAA1=box(1, 1, 2, 2), AAA2=box(4, 1, 6, 2), CCC1=box(2.5, 1, 3, 2)), "move")
    assert [owner(moved, 1.5, 1.5), owner(moved, 5, 1.5), owner(moved, 2.7, 1.5)] == [["BBB"], ["AAA"], ["CCC"]]


def test_a_changed_source_stops_the_build_and_names_the_decision(decide: Path) -> None:
    decide.write_text(HEADER + "islands,move,AAA,BBB,0,0,5,5,,,,2,,\n")
    with pytest.raises(SystemExit, match=r"islands \(move\): 1 parts found in the source, 2 expected"):
        edit(world(AAA1=box(1, 1, 2, 2)), "move")


def test_an_island_is_cut_at_the_edge_of_the_box(decide: Path) -> None:
    decide.write_text(HEADER + "south,cut,AAA,XXX,0,0,10,5,,,,,,\n")
    cut = edit(world(AAA1=box(1, 1, 2, 9), AAA2=box(20, 1, 21, 9)), "cut")
    assert owner(cut, 1.5, 4.9) == ["XXX"]
    assert owner(cut, 1.5, 5.1) == ["AAA"]
    assert owner(cut, 20.5, 4) == ["AAA"]
    assert shapely.area(cut.geometry.to_numpy()).sum() == 16


def test_a_gap_between_countries_becomes_a_part(decide: Path) -> None:
    decide.write_text(HEADER + "gap,fill,,XXX,,,,,1.5,1.5,,1,,\n")
    around = box(0, 0, 3, 3).difference(box(1, 1, 2, 2))
    filled = edit(
        world(AAA1=around.intersection(box(0, 0, 1.5, 3)), BBB1=around.intersection(box(1.5, 0, 3, 3))), "fill"
    )
    assert filled.geometry[filled["polygon_id"] == "XXX"].iloc[0].equals(box(1, 1, 2, 2))


def test_a_small_island_is_added_as_a_disc(decide: Path) -> None:
    decide.write_text(HEADER + "islet,disc,,AAA,,,,,132,37,0.18,1,,\n")
    added = edit(world(AAA1=box(0, 0, 1, 1)), "disc").geometry.iloc[-1]
    assert added.contains(Point(132, 37))
    assert area_km2(added) == pytest.approx(0.09, abs=0.01)


def test_an_atoll_is_a_ring_that_takes_in_the_islets_it_meets(decide: Path) -> None:
    decide.write_text(HEADER + "atoll,ring,,AAA,,,,,0,0,5,1,,\n")
    on_the_ring, far = box(0.03, -0.005, 0.06, 0.005), box(1, 1, 1.1, 1.1)
    parts = edit(world(AAA1=on_the_ring, AAA2=far), "ring")
    assert len(parts) == 2
    assert owner(parts, 0, 0) == []
    assert owner(parts, 0.055, 0) == ["AAA"]
    assert shapely.is_valid(parts.geometry.to_numpy()).all()


def test_only_the_actions_that_are_asked_for_are_done(decide: Path) -> None:
    decide.write_text(HEADER + "islet,disc,,AAA,,,,,132,37,0.18,1,,\n")
    assert len(edit(world(AAA1=box(0, 0, 1, 1)), "move", "cut", "fill")) == 1
