from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest

from layers.registry import find_layers
from render.download.gpkg import to_gpkg
from scene.grammar import read_choice
from scene.scene import Scene
from tests.render.download.views import EVERYTHING, PAGE, scene_of


@pytest.fixture
def opened(tmp_path: Path) -> Path:
    """Give a GeoPackage of everything."""
    return saved(scene_of(EVERYTHING), tmp_path)


def saved(scene: Scene, folder: Path) -> Path:
    """Save a scene's GeoPackage where a GIS finds it."""
    path = folder / "atlas.gpkg"
    path.write_bytes(to_gpkg(scene, PAGE))
    return path


def told(path: Path) -> set[tuple[str, str]]:
    """Read the table that says what the file is."""
    table = pyogrio.read_dataframe(path, layer="about")
    return set(zip(table["heading"], table["words"], strict=True))


@pytest.mark.parametrize("query", [EVERYTHING, "", "layers=cables,mocs&region=oceania", "layers=isdbt&year=1950"])
def test_a_table_of_each_layer_holds_exactly_the_rows_that_show(tmp_path: Path, query: str) -> None:
    scene = scene_of(query)
    path = saved(scene, tmp_path)
    assert set(pyogrio.list_layers(path)[:, 0]) == {"about", *(sheet.layer.id for sheet in scene.sheets)}
    for sheet in scene.sheets:
        table = gpd.read_file(path, layer=sheet.layer.id)
        assert list(table.get("id", [])) == list(sheet.rows["id"])


def test_every_table_is_in_wgs_84_and_within_the_world(opened: Path) -> None:
    for layer_id in find_layers():
        table = gpd.read_file(opened, layer=layer_id)
        assert str(table.crs) == "EPSG:4326"
        west, south, east, north = table.total_bounds
        assert -180 <= west < east <= 180
        assert -90 <= south < north <= 90
        assert table.geometry.is_valid.all()


def test_every_row_says_where_it_is_from(opened: Path) -> None:
    cables = gpd.read_file(opened, layer="cables")
    assert cables["sources"].str.len().all()
    assert set(cables["layer_note"]) == {"Schematic (not the surveyed routes)"}
    assert set(cables["data_as_of"]) == {"2026-11-22"}


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    scene = scene_of("layers=cables&lang=en")
    facts = told(saved(scene, tmp_path))
    assert {
        ("View", f"{PAGE}?layers=cables&lang=en"),
        ("Data as of", "2026-11-22"),
        ("Notes", "Schematic (not the surveyed routes)"),
        ("Licences", "Natural Earth (public domain)"),
        ("Licences", "GeoNames (CC BY 4.0, geonames.org)"),
    } <= facts
    assert read_choice(dict(facts)["View"]).choice == scene.choice


def test_numbers_are_numbers(opened: Path) -> None:
    assert gpd.read_file(opened, layer="cables")["length_km"].dtype.kind == "f"


def test_the_same_view_gives_the_same_bytes() -> None:
    first, *later = (to_gpkg(scene_of("lang=en")) for _ in range(4))
    assert set(later) == {first}
