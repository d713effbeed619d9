import json
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from shapely.geometry import shape

from layers.base import Kind
from layers.registry import find_layers
from render.download.geojson import to_geojson, to_json
from scene.choice import Choice
from scene.grammar import read_choice, write_choice
from scene.scene import Scene, build_scene
from tests.render.download.views import EVERYTHING, scene_of
from tests.scene.choices import choices


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
    assert len(set(named)) == len(named) == 776


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


@pytest.mark.parametrize("save", [to_geojson, to_json])
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
