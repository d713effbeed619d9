"""A row as machines read it: codes as codes, lists as lists, names in both languages, sources and dates."""

from __future__ import annotations

from collections.abc import Mapping

from geo.geodesy import length_km
from geo.tables import split
from i18n.text import Lang
from layers.base import Field, Holds, Kind, Layer
from layers.wording import Row, name_of, sources
from scene.scene import Scene, Sheet

Record = dict[str, object]
LISTS = frozenset({Holds.CODES, Holds.COUNTRIES, Holds.LINKS})


def record(sheet: Sheet, row: Row, scene: Scene) -> Record:
    """Write one row: what every layer shares first, then the layer's own fields in their order.

    `via` = members of the bodies that signed; `overdue` = a planned date has passed and is unconfirmed;
    `coloured_by` = the field whose category gives the colour on the map.
    """
    layer = sheet.layer
    first: Record = {
        "layer": layer.id,
        "id": row["id"],
        "name": name_of(row, scene.lang),
        "iso_a3": split(row["iso_a3"]),
        "via": split(row["via"]),
        "region_id": row["region_id"],
        "field_id": row["field_id"],
    }
    own = {key: value for field in layer.fields for key, value in _values(field, row).items()}
    last: Record = {
        "overdue": bool(row["overdue"]),
        "coloured_by": sheet.coloured_by,
        **({"if_cut": scene.cut.fate(str(row["id"]))[scene.lang]} if scene.cut else {}),
        "sources": [source.href or source.text for source in sources(row, scene.lang)],
        "layer_note": layer.note[scene.lang],
        "data_as_of": scene.as_of,
    }
    return first | {key: value for key, value in own.items() if key not in first} | drawn(layer, row) | last


def drawn(layer: Layer, row: Row) -> Record:
    """Give the length of a line as it is drawn, in km: schematic, so it stands beside the published one."""
    return {"drawn_length_km": round(length_km(row["geometry"]))} if layer.kind == Kind.LINE else {}


def _values(field: Field, row: Row) -> Mapping[str, object]:
    if field.holds == Holds.BILINGUAL:
        return {f"{field.id}_{lang}": row[f"{field.id}_{lang}"] for lang in Lang}
    cell = str(row[field.id])
    if field.holds in LISTS:
        return {field.id: split(cell)}
    if field.holds in (Holds.NUMBER, Holds.LONGITUDE, Holds.LATITUDE):
        return {field.id: float(cell) if cell else None}
    return {field.id: cell}
