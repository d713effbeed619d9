"""Submarine cable systems, drawn from their topology."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from shapely import Geometry
from shapely.geometry import MultiLineString

from geo.geodesy import Place, great_circle
from geo.tables import read_things
from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer, Promise, Stretch

SEGMENTS, LANDINGS = "cable_segments.csv", "landing_points.csv"
STATUS = (
    Category("in_service", Text("運用中", "In service"), "#0b4f9e", "solid"),
    Category("under_construction", Text("建設中", "Under construction"), "#0b7fab", "dashdot"),
    Category("planned", Text("計画", "Planned"), "#c2500a", "dashed"),
    Category("cancelled", Text("中止・計画のみ", "Cancelled or only planned"), "#7d7d7d", "dotted",
             shown_by_default=False),
    Category("retired", Text("運用終了", "Retired"), "#a3a3a3", "dotted", shown_by_default=False),
)
THEME = (
    Category("pacific_islands", Text("太平洋島しょ国", "Pacific islands")),
    Category("asia_south_america", Text("アジア・南米(チリ)", "Asia–South America (Chile)")),
    Category("trans_pacific", Text("太平洋横断", "Trans-Pacific")),
    Category("intra_asia", Text("アジア域内", "Intra-Asia")),
    Category("indian_ocean", Text("インド洋", "Indian Ocean")),
    Category("other", Text("その他", "Other")),
)
SCHEMATIC = Text(
    "概略図(実際の敷設ルートではありません)",
    "Schematic (not the surveyed routes)",
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each system's stretches, in the order of its segments."""
    stretches = _stretches()
    return rows.assign(stretches=rows["id"].map(lambda cable: stretches.get(cable, ())))


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Join each system's stretches (WGS 84, longitudes continuous)."""
    return [MultiLineString([stretch.line for stretch in system]) for system in rows["stretches"]]


def _stretches() -> dict[str, tuple[Stretch, ...]]:
    at = dict(read_things(LANDINGS, lambda row: (row["landing_id"], (float(row["lon"]), float(row["lat"])))))
    systems: dict[str, list[Stretch]] = {}
    for cable, stretch in read_things(SEGMENTS, lambda row: (row["cable_id"], _stretch(row, at))):
        systems.setdefault(cable, []).append(stretch)
    return {cable: tuple(system) for cable, system in systems.items()}


def _stretch(segment: Mapping[str, str], at: Mapping[str, Place]) -> Stretch:
    line = great_circle(at[segment["from_landing_id"]], at[segment["to_landing_id"]])
    return Stretch(line, bool(segment["landing_status"]))


LAYER = Layer(
    id="cables",
    title=Text("光海底ケーブル", "Submarine cables"),
    kind=Kind.LINE,
    order=2,
    file="cables.csv",
    beside=(SEGMENTS, LANDINGS),
    fields=(
        common.key("cable_id"),
        common.name(),
        common.countries(),
        common.plan_field(),
        Field("status", Text("状況", "Status"), Holds.CODE, "", STATUS, required=True, filters=True,
              in_table=True),
        Field("rfs", Text("運用開始(RFS)", "Ready for service (RFS)"), Holds.DATE, "date", in_table=True),
        Field("length_km", Text("公表の長さ(km)", "Published length (km)"), Holds.NUMBER, in_table=True),
        Field("theme", Text("テーマ", "Theme"), Holds.CODE, "", THEME, required=True, filters=True),
        Field("japan_role", Text("日本の関わり", "Japan's role"), Holds.BILINGUAL),
        Field("owners", Text("所有者", "Owners")),
        Field("owners_note", Text("所有者の注記", "Note on owners"), Holds.BILINGUAL),
        Field("suppliers", Text("供給者", "Suppliers")),
        Field("suppliers_note", Text("供給者の注記", "Note on suppliers"), Holds.BILINGUAL),
        Field("note", Text("補足", "Note"), Holds.BILINGUAL),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="status",
    place=place,
    prepare=prepare,
    promise=Promise("date", frozenset({"planned", "under_construction"})),
    settled=frozenset({"cancelled", "retired"}),
    date_means=Text("運用開始(RFS)", "Ready for service (RFS)"),
    source=Text(
        "事業者・供給者・政府の公表、TeleGeography(個別の事実のみ)",
        "Operators, suppliers, governments; TeleGeography (single facts)",
    ),
    note=SCHEMATIC,
)
