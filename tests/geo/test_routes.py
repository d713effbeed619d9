from pathlib import Path

import pytest

from geo.routes import read_routes
from i18n.errors import AtlasError
from i18n.text import Lang


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"features": []}',
        '{"features": [3]}',
        '{"features": [{"properties": {}, "geometry": null}]}',
        '{"features": [{"properties": {}, "geometry": {"type": "Point", "coordinates": [[1, 2]]}}]}',
        '{"features": [{"properties": {}, "geometry": {"type": "LineString", "coordinates": []}}]}',
        "[" * 100_000,
    ],
)
def test_a_broken_route_file_is_named_with_how_to_build_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    (tmp_path / "cables").mkdir()
    (tmp_path / "cables" / "some-cable.geojson").write_text(content)
    with pytest.raises(AtlasError) as error:
        read_routes("some-cable")
    assert "some-cable.geojson is missing or damaged" in error.value.text[Lang.EN]
    assert "make data-cables" in error.value.text[Lang.JA]
