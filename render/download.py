"""A scene as a file of rows: CSV for people with Excel, GeoJSON and JSON for machines; same scene, same bytes.

The CSV stays a plain rectangle, so that sorting, filtering and any reader work on it. What must not get lost when
rows are copied out (the data's date, notes such as 概略図, licences, the view) therefore stands in columns at the end
of every row, not in comment lines above or in a block below.
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
from i18n.text import Text
from layers.base import Kind
from layers.wording import sources
from render.caption import LICENCES, shows_points
from render.records import drawn, record
from render.table import ID, Column, cells, column_of, columns, each_row
from scene.grammar import write_choice
from scene.scene import Scene

CODES = Text("国コード", "Country codes")
DRAWN = Text("図上の長さ(km)", "Drawn length (km)")
SOURCES, SOURCE_NOTE = Text("出典", "Sources"), Text("出典の説明", "Notes on sources")
AS_OF, NOTES = Text("データ時点", "Data as of"), Text("注記", "Notes")
LICENCE, VIEW = Text("ライセンス", "Licences"), Text("表示条件", "View")
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")  # what Excel takes for the beginning of a formula  # noqa: RUF100
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
DECIMALS = 5
"""Of degrees: about a metre, finer than any coordinate here is known."""


def to_csv(scene: Scene) -> bytes:
    """Write the rows for a spreadsheet: UTF-8 with the mark that Excel needs, CRLF, no cell that runs as a formula."""
    chosen = _csv_columns(scene)
    lines = [[column.label[scene.lang] for column in chosen], *cells(scene, chosen)]
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([_harmless(cell) for cell in line] for line in lines)
    return file.getvalue().encode("utf-8-sig")


def to_geojson(scene: Scene) -> bytes:
    """Write the rows as RFC 7946: lines cut at ±180°, rings turned its way, the view in the member `atlas`."""
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
    more = [Column("id", ID, lambda _layer, row, _lang: str(row["id"])), codes, *map(column_of, own)]
    if any(layer.kind == Kind.LINE for layer in layers):
        more.append(Column("drawn", DRAWN, lambda layer, row, _lang: "".join(map(str, drawn(layer, row).values()))))
    seen = {column.id for column in shown} | {"source_urls", "source_note"}
    return (*shown, *(column for column in more if column.id not in seen), *_endings(scene))


def _endings(scene: Scene) -> tuple[Column, ...]:
    """Give the columns that say of every row where it is from and of what view it is a part."""
    view, licences = write_choice(scene.choice), "; ".join(_licences(scene))
    return (
        Column("source_urls", SOURCES,
               lambda _layer, row, lang: " ".join(s.href or s.text for s in sources(row, lang)[:_linked(row)])),
        Column("source_note", SOURCE_NOTE,
               lambda _layer, row, lang: "; ".join(s.text for s in sources(row, lang)[_linked(row):])),
        Column("as_of", AS_OF, lambda _layer, _row, _lang: scene.as_of),
        Column("notes", NOTES, lambda layer, _row, lang: layer.note[lang]),
        Column("licence", LICENCE, lambda _layer, _row, _lang: licences),
        Column("view", VIEW, lambda _layer, _row, _lang: f"?{view}"),
    )


def _linked(row: Any) -> int:
    return len([part for part in str(row["source_urls"]).split("|") if part])


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from running a cell: a leading apostrophe makes it text; numbers stay numbers."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _about(scene: Scene) -> dict[str, object]:
    return {
        "title": scene.title[scene.lang],
        "view": write_choice(scene.choice),
        "data_as_of": scene.as_of,
        "notes": [note[scene.lang] for note in scene.notes],
        "licences": list(_licences(scene)),
    }


def _licences(scene: Scene) -> tuple[str, ...]:
    return LICENCES if shows_points(scene) else LICENCES[:1]


def _geometry(shape: BaseGeometry, kind: Kind) -> dict[str, Any]:
    cut = cut_line(shape) if kind == Kind.LINE else shape
    turned = shapely.orient_polygons(cut) if kind == Kind.AREA else cut
    rounded = shapely.transform(turned, lambda lonlat: np.round(lonlat, DECIMALS))
    written: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return written


def _dump(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
