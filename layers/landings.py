"""Places where submarine cables come ashore."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from shapely import Geometry, Point

from geo.tables import read_table, read_things
from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer

KINDS = (
    Category("landing", Text("陸揚げ地", "Landing point"), "#0a7a74", "circle"),
    Category("placeholder", Text("陸揚げ地は未公表(仮の位置)", "Landing not published (placeholder)"),
             "#0a7a74", "circle", hollow=True),
    Category("branching_unit", Text("分岐装置(推定)", "Branching unit (assumed)")),
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out the assumed branching units, which are no places, and name the systems that land."""
    places = rows[rows["status"] != "branching_unit"].copy()
    systems = _systems()
    for lang in ("ja", "en"):
        names = read_table("cables.csv").set_index("cable_id")[f"name_{lang}"]
        places[f"systems_{lang}"] = ["|".join(names[c] for c in systems.get(i, ())) for i in places["id"]]
    return places.assign(field_id="submarine_cable", source_urls="", status_as_of="", confidence="", date="")


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Give each landing its point (WGS 84)."""
    return [Point(float(lon), float(lat)) for lon, lat in zip(rows["lon"], rows["lat"], strict=True)]


def _systems() -> dict[str, tuple[str, ...]]:
    """List the systems at each landing, in the order of the segments."""
    found: dict[str, dict[str, None]] = {}
    for segment in read_things("cable_segments.csv", dict):
        for end in (segment["from_landing_id"], segment["to_landing_id"]):
            found.setdefault(end, {})[segment["cable_id"]] = None
    return {landing: tuple(cables) for landing, cables in found.items()}


LAYER = Layer(
    id="landings",
    title=Text("海底ケーブル陸揚げ地", "Cable landing points"),
    kind=Kind.POINT,
    order=3,
    file="landing_points.csv",
    beside=("cable_segments.csv", "cables.csv"),
    fields=(
        common.key("landing_id"),
        common.name(),
        common.countries(required=False),
        Field("kind", Text("種別", "Kind"), Holds.CODE, "status", KINDS, required=True, filters=True,
              in_table=True),
        Field("systems", Text("陸揚げするケーブル", "Systems that land here"), Holds.BILINGUAL, derived=True),
        Field("lon", Text("経度", "Longitude"), Holds.LONGITUDE, required=True),
        Field("lat", Text("緯度", "Latitude"), Holds.LATITUDE, required=True),
        Field("coord_source", Text("座標の出典", "Source of the point"), Holds.BILINGUAL, "source_note",
              required=True),
    ),
    coloured_by="status",
    place=place,
    prepare=prepare,
    on_by_default=False,
    source=Text("ケーブルの公表資料、GeoNames(CC BY 4.0)", "Published cable data; GeoNames (CC BY 4.0)"),
)
