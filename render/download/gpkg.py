"""A scene as a GeoPackage: a table a layer (WGS 84), and a table `about` that says where everything is from."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from i18n.errors import AtlasError
from i18n.text import Text
from layers.rows import WGS84
from render.download.about import told
from render.download.shapes import as_written
from render.records import records
from scene.scene import Scene
from scene.sheet import Sheet

ABOUT = "about"
NO_ROOM = Text(
    "GeoPackageを作れませんでした。一時フォルダ {folder} の空き容量と書込みの権限を確かめてください。",
    "The GeoPackage could not be made: see that the folder for temporary files, {folder}, has room and can be "
    "written to.",
)


def to_gpkg(scene: Scene, address: str = "") -> bytes:
    """Write the rows for a GIS; the same view gives the same bytes. Raises AtlasError where there is no room for it."""
    try:
        return _written(scene, address)
    except (FeatureError, DataLayerError, DataSourceError, sqlite3.Error, OSError):
        raise AtlasError(NO_ROOM.format(folder=tempfile.gettempdir())) from None


def _written(scene: Scene, address: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path, clean = Path(folder) / "atlas.gpkg", Path(folder) / "clean.gpkg"
        said = pd.DataFrame(told(scene, address), columns=["heading", "words"], dtype=str)
        pyogrio.write_dataframe(said, path, layer=ABOUT)
        for sheet in scene.sheets:
            _add(path, sheet, scene)
        _date(path, scene.as_of, clean)
        return clean.read_bytes()


def _add(path: Path, sheet: Sheet, scene: Scene) -> None:
    layer = sheet.layer
    plain = [{key: _cell(value) for key, value in record.items()} for record in records(sheet, scene)]
    shapes = as_written(sheet.rows.geometry, layer.kind)
    options = {"IDENTIFIER": layer.title[scene.lang], "DESCRIPTION": layer.note[scene.lang]}
    pyogrio.write_dataframe(
        gpd.GeoDataFrame(plain, geometry=shapes, crs=WGS84), path, layer=layer.id, append=True,
        promote_to_multi=True, layer_options=options,
    )


def _cell(value: object) -> object:
    """Join a list as the data files do: a GeoPackage has no lists."""
    return "|".join(map(str, value)) if isinstance(value, list) else value


def _date(path: Path, as_of: str, clean: Path) -> None:
    """Date the contents by the data, not by the clock, and copy them without the traces of how they were written."""
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("UPDATE gpkg_contents SET last_change = ?", (f"{as_of}T00:00:00.000Z",))
        file.execute("VACUUM INTO ?", (str(clean),))
