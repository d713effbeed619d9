"""A scene as a file of rows: CSV for people with Excel, GeoJSON and JSON for machines.

The CSV stays a plain rectangle, so that sorting, filtering and any reader work on it. What must not get lost
when rows are copied out (date of the data, notes such as 概略図, licences, the view) therefore stands in
columns at the end of every row, not in comment lines above or in a block below.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.meridian import cut_line
from i18n.text import Lang, Text
from layers.base import Kind, Layer
from layers.wording import Row, sources
from render.caption import licences
from render.records import drawn, record
from render.table import ID, Column, cells, column_of, columns, each_row
from scene.grammar import write_choice
from scene.scene import Scene

CODES = Text("国コード", "Country codes")
DRAWN = Text("図上の長さ(km)", "Drawn length (km)")
SOURCES = Text("出典", "Sources")
AS_OF, NOTES = Text("データ時点", "Data as of"), Text("注記", "Notes")
LICENCE, VIEW = Text("ライセンス", "Licences"), Text("表示条件", "View")
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet takes for a formula, full-width signs included."""
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
DECIMALS = 5
"""Of degrees: about a metre, finer than any coordinate here is known."""


def to_csv(scene: Scene) -> bytes:
    """Write the rows for a spreadsheet: UTF-8 with the mark that Excel needs, no cell runs as a formula."""
    chosen = _csv_columns(scene)
    lines = [[column.label[scene.lang] for column in chosen], *cells(scene, chosen)]
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([_harmless(cell) for cell in line] for line in lines)
    return file.getvalue().encode("utf-8-sig")


def to_geojson(scene: Scene) -> bytes:
    """Write the rows as RFC 7946 asks (lines cut at ±180°), with the view in a member `atlas`."""
    features = [
        {
            "type": "Feature",
            "id": f"{sheet.layer.id}/{row['id']}",
            "geometry": _geometry(row["geometry"], sheet.layer.kind),
            "properties": record(sheet.layer, row, scene),
        }
        for sheet, row in each_row(scene)
    ]
    return _dump({"type": "FeatureCollection", "atlas": _about(scene), "features": features})


def to_json(scene: Scene) -> bytes:
    """Write the rows as a list of objects, the same as the properties of the GeoJSON."""
    return _dump([record(sheet.layer, row, scene) for sheet, row in each_row(scene)])


def _csv_columns(scene: Scene) -> tuple[Column, ...]:
    """Take the table's columns, then the codes and, of a single layer, every other fact."""
    shown = columns(scene)
    layers = [sheet.layer for sheet in scene.sheets]
    own = [field for field in layers[0].fields if field.in_facts] if len(layers) == 1 else []
    codes = Column("iso_codes", CODES, lambda _layer, row, _lang: str(row["iso_a3"]))
    lengths = Column("drawn", DRAWN, lambda layer, row, _lang: "".join(map(str, drawn(layer, row).values())))
    more = [Column("id", ID, lambda _layer, row, _lang: str(row["id"])), codes, *map(column_of, own)]
    if any(layer.kind == Kind.LINE for layer in layers):
        more.append(lengths)
    seen = {column.id for column in shown} | {"source_urls", "source_note"}
    return (*shown, *(column for column in more if column.id not in seen), *_endings(scene))


def _endings(scene: Scene) -> tuple[Column, ...]:
    """Give the columns that say of every row where it is from and of what view it is a part."""
    view, licence = write_choice(scene.choice), "; ".join(licences(scene))
    return (
        Column("sources", SOURCES, _sources),
        Column("as_of", AS_OF, lambda _layer, _row, _lang: scene.as_of),
        Column("notes", NOTES, lambda layer, _row, lang: layer.note[lang]),
        Column("licence", LICENCE, lambda _layer, _row, _lang: licence),
        Column("view", VIEW, lambda _layer, _row, _lang: f"?{view}"),
    )


def _sources(_layer: Layer, row: Row, lang: Lang) -> str:
    return " | ".join(source.href or source.text for source in sources(row, lang))


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading apostrophe makes it text; numbers stay numbers."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _about(scene: Scene) -> dict[str, object]:
    return {
        "title": scene.title[scene.lang],
        "view": write_choice(scene.choice),
        "data_as_of": scene.as_of,
        "notes": [note[scene.lang] for note in scene.notes],
        "licences": list(licences(scene)),
    }


def _geometry(shape: BaseGeometry, kind: Kind) -> dict[str, Any]:
    cut = cut_line(shape) if kind == Kind.LINE else shape
    turned = shapely.orient_polygons(cut) if kind == Kind.AREA else cut
    rounded = shapely.transform(turned, lambda lonlat: np.round(lonlat, DECIMALS))
    written: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return written


def _dump(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
