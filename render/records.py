"""Rows as machines read them: codes as codes, lists as lists, names in both languages, sources and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import geopandas as gpd
from shapely.geometry.base import BaseGeometry

from geo.geodesy import length_km
from geo.tables import split
from layers.base import Field, Holds, Kind
from layers.wording import SOURCE_NAMES, cell_names, read_alike, sources
from scene.scene import Scene
from scene.sheet import Sheet

Record = dict[str, object]
Columns = dict[str, Sequence[object]]
LISTS = frozenset({Holds.CODES, Holds.COUNTRIES, Holds.LINKS})
NUMBERS = frozenset({Holds.NUMBER, Holds.LONGITUDE, Holds.LATITUDE})


def records(sheet: Sheet, scene: Scene) -> Iterator[Record]:
    """Write the rows of a sheet: what every layer shares first, then the layer's own fields in their order.

    `via` = members of the bodies that signed; `overdue` = a planned date has passed and is unconfirmed;
    `coloured_by` = the field whose category gives the colour on the map.
    """
    first = _first(sheet, scene)
    own = {name: cells for field in sheet.layer.fields for name, cells in _own(field, sheet.rows).items()}
    columns = first | {name: cells for name, cells in own.items() if name not in first} | _last(sheet, scene)
    for cells in zip(*columns.values(), strict=True):
        yield dict(zip(columns, cells, strict=True))


def drawn_km(line: BaseGeometry) -> int:
    """Give the length of a line as it is drawn, in km: schematic, so it stands beside the published one."""
    return round(length_km(line))


def _first(sheet: Sheet, scene: Scene) -> Columns:
    rows = sheet.rows
    return {
        "layer": [sheet.layer.id] * len(rows),
        "id": rows["id"].tolist(),
        "name": list(map(str, rows[f"name_{scene.lang}"].tolist())),
        "iso_a3": read_alike(rows, ("iso_a3",), lambda row: split(row["iso_a3"])),
        "via": read_alike(rows, ("via",), lambda row: split(row["via"])),
        "region_id": rows["region_id"].tolist(),
        "field_id": rows["field_id"].tolist(),
    }


def _own(field: Field, rows: gpd.GeoDataFrame) -> Columns:
    if field.holds == Holds.BILINGUAL:
        return {name: rows[name].tolist() for name in cell_names(field)}
    return {field.id: read_alike(rows, (field.id,), lambda row: _value(field, str(row[field.id])))}


def _value(field: Field, cell: str) -> object:
    if field.holds in LISTS:
        return split(cell)
    if field.holds in NUMBERS:
        return float(cell) if cell else None
    return cell


def _last(sheet: Sheet, scene: Scene) -> Columns:
    rows, lang, cut = sheet.rows, scene.lang, scene.cut
    lengths = {"drawn_length_km": list(map(drawn_km, rows.geometry))} if sheet.layer.kind == Kind.LINE else {}
    fates = {"if_cut": [cut.fate(str(row_id))[lang] for row_id in rows["id"].tolist()]} if cut else {}
    return {
        **lengths,
        "overdue": list(map(bool, rows["overdue"].tolist())),
        "coloured_by": [sheet.coloured_by] * len(rows),
        **fates,
        "sources": read_alike(rows, SOURCE_NAMES, lambda row: [each.href or each.text for each in sources(row, lang)]),
        "layer_note": [sheet.layer.note[lang]] * len(rows),
        "data_as_of": [scene.as_of] * len(rows),
    }
