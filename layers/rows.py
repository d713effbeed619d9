"""A layer's rows: read, checked, named as the program names them, and placed on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd

from geo import files as data_files
from geo.files import data_path
from layers.base import Field, Holds, Layer
from layers.dataset import is_overdue, is_stale
from layers.registry import find_layers, our_layers
from layers.schema import check
from layers.support import check_table

SHARED_COLUMNS = (
    "id", "name_ja", "name_en", "iso_a3", "via", "region_id", "field_id", "also_fields", "date", "status",
    "status_as_of", "source_urls", "source_note_ja", "source_note_en", "confidence",
)
WGS84 = "EPSG:4326"
MOST_OWN = 8
"""Layers that a person brought, of which what was read is kept: they may be large, and nobody else asks for them."""


def read_rows(layer: Layer) -> gpd.GeoDataFrame:
    """Read a layer's rows with the shared columns and a geometry (WGS 84); raises AtlasError for bad data.

    `overdue` marks a planned date that has passed unconfirmed, `pale` such rows and those of an old status.
    Rows keep the file's order; lines have continuous longitudes. Cached until a file of the layer changes.
    """
    keep = _rows if layer.id in our_layers() else _rows_of_own
    return keep(layer.id, stamps(layer), str(data_path()))


def check_rows(ids: Iterable[str]) -> None:
    """Make sure that layers can be read; raises AtlasError. A file that lacks one unnoticed is worse than none."""
    for name in sorted(ids):
        read_rows(find_layers()[name])


def stamps(layer: Layer) -> tuple[tuple[int, int], ...]:
    """Tell whether the files behind a layer changed, for caches."""
    return data_files.stamps(*files_of(layer))


def files_of(layer: Layer) -> tuple[str, ...]:
    """Name the files and folders of data/ that a layer's rows are made of."""
    return (layer.file, *layer.beside, *filter(None, [layer.shapes]), "countries.geojson")


@lru_cache(maxsize=32)
def _rows(layer_id: str, _stamps: tuple[tuple[int, int], ...], _folder: str) -> gpd.GeoDataFrame:
    layer = find_layers()[layer_id]
    for file in layer.beside:
        check_table(file)
    table = layer.read(layer.file)
    if not layer.is_checked:
        check(table, layer.fields, file=layer.file)
    rows = layer.prepare(_named(table, layer.fields)).reset_index(drop=True)
    rows["layer"] = layer.id
    blank = pd.Series("", index=rows.index)  # made once: a column of one word is made cell by cell
    for column in SHARED_COLUMNS:
        if column not in rows:
            rows[column] = blank
    rows["overdue"] = _overdue(rows, layer)
    old = _told(rows["status_as_of"], is_stale)
    rows["pale"] = rows["overdue"] | (old & ~rows["status"].isin(layer.settled))
    return gpd.GeoDataFrame(rows, geometry=list(layer.place(rows)), crs=WGS84)


_rows_of_own = lru_cache(maxsize=MOST_OWN)(_rows.__wrapped__)


def _named(table: pd.DataFrame, fields: tuple[Field, ...]) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for field in (field for field in fields if not field.derived):
        if field.holds == Holds.BILINGUAL:
            columns |= {f"{field.id}_{lang}": table[f"{field.column}_{lang}"] for lang in ("ja", "en")}
        else:
            columns[field.id] = table[field.column]
    return pd.DataFrame(columns)


def _overdue(rows: pd.DataFrame, layer: Layer) -> pd.Series:
    """Tell which rows had a planned date that passed without confirmation, on the data set's date."""
    if layer.promise is None:
        return pd.Series(False, index=rows.index)
    return rows["status"].isin(layer.promise.while_status) & _told(rows[layer.promise.date], is_overdue)


def _told(dates: pd.Series, ask: Callable[[str], bool]) -> pd.Series:
    """Ask of each date what is asked, of those that are alike once: there may be a hundred thousand rows."""
    kinds, known = pd.factorize(dates)
    return pd.Series(np.array([ask(date) for date in known], dtype=bool)[kinds], index=dates.index)
