import csv
import io
import json
import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from shapely.geometry import shape

from i18n.text import Lang
from layers.base import Kind
from layers.registry import find_layers
from render.download import to_csv, to_geojson, to_json
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.scene import Scene, build_scene
from tests.folders import copied_data, set_cell
from tests.scene.choices import choices

EVERYTHING = f"layers={','.join(find_layers())}&show=all&lang=en"


def scene_of(query: str) -> Scene:
    """Build the scene of a query."""
    return build_scene(read_choice(query).choice)


def lines(scene: Scene) -> list[dict[str, str]]:
    """Read a scene's CSV as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(to_csv(scene).decode("utf-8-sig"), newline="")))


def features(scene: Scene) -> list[dict[str, Any]]:
    """Read the features of a scene's GeoJSON."""
    found: list[dict[str, Any]] = json.loads(to_geojson(scene))["features"]
    return found


def positions(coordinates: Any) -> Iterator[list[float]]:
    """Give every position of a geometry, however deep it stands."""
    if isinstance(coordinates[0], float | int):
        yield coordinates
    else:
        for inner in coordinates:
            yield from positions(inner)


# --- CSV ---


def test_a_csv_opens_in_excel_as_utf_8() -> None:
    content = to_csv(scene_of(""))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") >= 248


@given(choices())
def test_a_csv_is_a_rectangle_with_one_line_a_row(choice: Choice) -> None:
    scene = build_scene(choice)
    header, *body = csv.reader(io.StringIO(to_csv(scene).decode("utf-8-sig"), newline=""))
    assert len(body) == scene.count
    assert {len(line) for line in body} <= {len(header)}
    assert len(set(header)) == len(header)


@pytest.mark.parametrize("layer_id", find_layers())
def test_one_layer_is_written_with_everything_known_of_it(layer_id: str) -> None:
    layer = find_layers()[layer_id]
    (header, *_) = lines(scene_of(f"layers={layer_id}&lang=en"))
    links = {"source_urls", "source_note"}
    assert {field.label[Lang.EN] for field in layer.fields if field.in_facts and field.id not in links} <= set(header)


def test_every_line_says_where_it_is_from_and_of_what_view_it_is_a_part() -> None:
    scene = scene_of("layers=cables,mocs&region=oceania&lang=en")
    for line in lines(scene):
        assert line["Sources"]
        assert line["Data as of"] == "2026-11-22"
        assert "GeoNames (CC BY 4.0" in line["Licences"]
        assert read_choice(line["View"]).choice == scene.choice


def test_every_cable_says_that_it_is_schematic_and_how_long_it_is_drawn() -> None:
    for line in lines(scene_of("layers=cables&show=all")):
        assert "概略図" in line["注記"]
        assert int(line["図上の長さ(km)"]) > 0


def test_codes_stand_beside_the_names() -> None:
    line = lines(scene_of("layers=isdbt&country=AGO&lang=en"))[0]
    assert (line["Name"], line["Id"], line["Country codes"]) == ("Angola", "AGO", "AGO")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_no_cell_runs_as_a_formula(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "datacenters.csv", 2, "name_en", f'{start}HYPERLINK("x")')
    line = lines(scene_of("layers=datacenters&lang=en"))[0]
    assert line["Name"] == f'\'{start}HYPERLINK("x")'


def test_negative_numbers_stay_numbers() -> None:
    line = lines(scene_of("layers=landings&country=CHL&lang=en"))[0]
    assert float(line["Longitude"]) < 0


# --- GeoJSON ---


@given(choices())
def test_a_geojson_has_one_feature_a_row_and_remembers_its_view(choice: Choice) -> None:
    scene = build_scene(choice)
    content = json.loads(to_geojson(scene))
    assert len(content["features"]) == scene.count
    assert read_choice(content["atlas"]["view"]).choice == choice


def test_geometries_are_valid_and_stay_within_the_world() -> None:
    for feature in features(scene_of(EVERYTHING)):
        assert shape(feature["geometry"]).is_valid
        for lon, lat in positions(feature["geometry"]["coordinates"]):
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90


def test_no_line_jumps_across_the_world() -> None:
    for feature in features(scene_of("layers=cables&show=all")):
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
        for part in parts:
            steps = [abs(b[0] - a[0]) for a, b in pairwise(part)]
            assert max(steps, default=0) < 30


def test_a_cable_that_crosses_180_degrees_is_cut_there() -> None:
    (cable,) = (f for f in features(scene_of("layers=cables")) if f["properties"]["id"] == "southern-cross-next")
    ends = {abs(lon) for lon, _ in positions(cable["geometry"]["coordinates"])}
    assert 180 in ends


def test_outer_rings_turn_to_the_left_as_the_standard_asks() -> None:
    for feature in features(scene_of("layers=isdbt")):
        for part in getattr(shape(feature["geometry"]), "geoms", [shape(feature["geometry"])]):
            assert part.exterior.is_ccw


def test_ids_are_unique_among_all_layers() -> None:
    named = [feature["id"] for feature in features(scene_of(EVERYTHING))]
    assert len(set(named)) == len(named) == 585


def test_properties_are_codes_for_machines_with_names_sources_and_dates() -> None:
    found = features(scene_of("layers=cables&lang=en"))[0]["properties"]
    assert found["iso_a3"] == ["CHL", "AUS", "PYF"]
    assert (found["status"], found["date"], found["length_km"]) == ("planned", "2027", 14800)
    assert (found["name"], found["name_ja"]) == ("Humboldt Cable", "フンボルト海底ケーブル")
    assert all(source for source in found["sources"])
    assert found["data_as_of"] == "2026-11-22"
    assert math.isclose(found["drawn_length_km"], 13981, rel_tol=0.01)


def test_a_schematic_line_says_so_twice() -> None:
    content = json.loads(to_geojson(scene_of("layers=cables")))
    assert "概略図" in content["atlas"]["notes"][0]
    assert "概略図" in content["features"][0]["properties"]["layer_note"]


@pytest.mark.parametrize("save", [to_csv, to_geojson, to_json])
def test_the_same_view_gives_the_same_bytes(save: Any) -> None:
    assert save(scene_of(EVERYTHING)) == save(scene_of(write_choice(scene_of(EVERYTHING).choice)))


def test_json_lists_the_properties_of_the_geojson() -> None:
    scene = scene_of("layers=isdbt,cables")
    assert json.loads(to_json(scene)) == [feature["properties"] for feature in features(scene)]


def test_every_layer_has_the_geometry_of_its_kind() -> None:
    kinds = {Kind.AREA: "Polygon", Kind.LINE: "LineString", Kind.POINT: "Point"}
    for feature in features(scene_of(EVERYTHING)):
        layer = find_layers()[feature["properties"]["layer"]]
        assert feature["geometry"]["type"].endswith(kinds[layer.kind])
