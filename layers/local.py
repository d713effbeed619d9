"""Cables of a data set that a person laid into data/cables/local/, beside ours; its licence line is always printed.

The layer is there only when such a file is; files laid in while the program runs show after a restart.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from shapely import Geometry, get_coordinates
from shapely.geometry import MultiLineString

from geo.files import data_path
from geo.local_cables import FOLDER, LocalCable, LocalSet, read_local_sets
from geo.routes import joined
from i18n.errors import AtlasError
from i18n.text import Text, same
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer, Stretch

LICENSED = (Category("licensed", Text("持ち込みのデータ", "Own data set"), "#5b5b5b", "solid"),)


def read(_file: str) -> pd.DataFrame:
    """Read the cables of all local files as rows; raises AtlasError at the first file that is unfit."""
    return pd.DataFrame([_row(cable, local) for local in read_local_sets() for cable in local.cables], dtype=object)


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Join each cable's lines (WGS 84, longitudes continuous)."""
    return [MultiLineString([stretch.line for stretch in system]) for system in rows["stretches"]]


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each cable's lines as stretches."""
    lines = {_id(cable): cable.line for local in read_local_sets() for cable in local.cables}
    return rows.assign(
        stretches=rows["id"].map(lambda row_id: _stretches(lines[row_id])),
        field_id="submarine_cable",
    )


def licences() -> Text:
    """Give the licence lines of the files that can be read, each once."""
    try:
        return same(" / ".join(dict.fromkeys(local.licence for local in read_local_sets())))
    except AtlasError:
        return Text("", "")


def _stretches(line: MultiLineString) -> tuple[Stretch, ...]:
    return tuple(Stretch(joined(get_coordinates(part))) for part in line.geoms)


def _id(cable: LocalCable) -> str:
    return f"local:{cable.id}"


def _row(cable: LocalCable, local: LocalSet) -> dict[str, str]:
    names = {"name_ja": cable.name, "name_en": cable.name}
    notes = {"licence_ja": local.licence, "licence_en": local.licence}
    return {"id": _id(cable), "kind": "licensed"} | names | notes


if any(data_path(FOLDER).glob("*.geojson")):
    LAYER = Layer(
        id="local",
        title=Text("持ち込みのケーブル", "Own cable data"),
        kind=Kind.LINE,
        order=9,
        file=FOLDER,
        read=read,
        fields=(
            common.key("id"),
            common.name(),
            Field("kind", Text("種別", "Kind"), Holds.CODE, "status", LICENSED, required=True),
            Field("licence", Text("利用条件", "Licence"), Holds.BILINGUAL, "source_note", required=True),
        ),
        coloured_by="status",
        place=place,
        prepare=prepare,
        source=Text("持ち込みのデータ", "Own data set"),
        note=licences(),
    )
