import json
from pathlib import Path
from typing import Any

import pytest

from geo.local_cables import read_local_sets
from i18n.errors import AtlasError
from i18n.text import Lang

LINE = {
    "type": "MultiLineString",
    "coordinates": [[[170.0, -10.0], [180.0, -12.0]], [[-180.0, -12.0], [-175.0, -14.0]]],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    (tmp_path / "cables" / "local").mkdir(parents=True)
    return tmp_path / "cables" / "local"


def lay(folder: Path, *, geometry: object = LINE, licence: str = "(c) Someone, licensed to us", **words: Any) -> None:
    properties = {"id": "some-cable", "name": "Some Cable", "color": "#A1B2C3"} | words
    features = [{"type": "Feature", "properties": properties, "geometry": geometry}]
    (folder / "set.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (folder / "set.license.txt").write_text(licence)


def test_no_folder_is_no_data_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    assert read_local_sets() == ()


def test_a_data_set_is_read_with_its_licence_line(folder: Path) -> None:
    lay(folder)
    (found,) = read_local_sets()
    assert found.licence == "(c) Someone, licensed to us"
    assert [(each.id, each.name) for each in found.cables] == [("some-cable", "Some Cable")]
    assert len(found.cables[0].line.geoms) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "feature 1 has no name"),
        ({"geometry": {"type": "Point", "coordinates": [0, 0]}}, "no MultiLineString"),
        ({"geometry": None}, "no MultiLineString"),
        ({"geometry": {"type": "MultiLineString", "coordinates": []}}, "is empty"),
        ({"geometry": {"type": "LineString", "coordinates": [[0, 0], [190, 0]]}}, "beyond 180"),
        ({"licence": ""}, "licence line"),
        ({"geometry": {"type": "LineString", "coordinates": [[5, 5], [5, 5]]}}, "without length"),
        ({"name": "<script>alert(1)</script>"}, "name must be text"),
        ({"name": "one\ntwo"}, "name must be text"),
        ({"name": "x" * 201}, "name must be text"),
        ({"id": {"a": 1}}, "id must be text"),
        ({"id": "  "}, "feature 1 has no id"),
        ({"licence": "one\ntwo"}, "licence line"),
        ({"licence": "<b>ours</b>"}, "licence line"),
    ],
)
def test_what_is_unfit_is_said_in_one_sentence(folder: Path, change: dict[str, Any], said: str) -> None:
    lay(folder, **change)
    with pytest.raises(AtlasError) as error:
        read_local_sets()
    assert said in error.value.text[Lang.EN]
    assert "set.geojson" in error.value.text[Lang.JA]


def test_features_of_one_id_are_one_cable(folder: Path) -> None:
    lay(folder)
    content = json.loads((folder / "set.geojson").read_text())
    spur = {"type": "LineString", "coordinates": [[0, 0], [5, 5]]}
    content["features"].append(content["features"][0] | {"geometry": spur})
    (folder / "set.geojson").write_text(json.dumps(content))
    ((cable,),) = (local.cables for local in read_local_sets())
    assert len(cable.line.geoms) == 3


def test_an_empty_part_of_a_line_is_left_out_and_heights_do_no_harm(folder: Path) -> None:
    lay(folder, geometry={"type": "MultiLineString", "coordinates": [[], [[0, 0, 9], [5, 5, 9]]]})
    assert len(read_local_sets()[0].cables[0].line.geoms) == 1


def test_one_id_in_two_files_is_said_with_both(folder: Path) -> None:
    lay(folder)
    (folder / "more.geojson").write_bytes((folder / "set.geojson").read_bytes())
    (folder / "more.license.txt").write_text("(c) Another")
    with pytest.raises(AtlasError, match=r"set\.geojson.*some-cable.*more\.geojson"):
        read_local_sets()


def test_windows_line_ends_are_no_matter_and_another_encoding_is_said(folder: Path) -> None:
    lay(folder)
    (folder / "set.license.txt").write_bytes("© 持ち主\r\n".encode())
    assert read_local_sets()[0].licence == "© 持ち主"
    (folder / "set.license.txt").write_bytes("© Propriétaire de la licence".encode("latin-1"))
    with pytest.raises(AtlasError, match="UTF-8"):
        read_local_sets()


@pytest.mark.parametrize("feature", ["3", "null", '{"properties": [1], "geometry": null}', '{"properties": "x"}'])
def test_a_feature_that_is_none_is_said_with_its_number(folder: Path, feature: str) -> None:
    (folder / "set.geojson").write_text(f'{{"type": "FeatureCollection", "features": [{feature}]}}')
    with pytest.raises(AtlasError) as error:
        read_local_sets()
    assert "feature 1 is no GeoJSON Feature" in error.value.text[Lang.EN]


@pytest.mark.parametrize(
    "content", ["", "no json", "[]", '{"type": "FeatureCollection", "features": []}', "[" * 100_000]
)
def test_a_file_of_another_kind_is_named(folder: Path, content: str) -> None:
    (folder / "set.geojson").write_text(content)
    with pytest.raises(AtlasError, match=r"set\.geojson"):
        read_local_sets()
