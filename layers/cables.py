"""Submarine cable systems, drawn along their computed sea paths (data/cables/*.geojson)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
from shapely import Geometry
from shapely.geometry import MultiLineString

from geo.routes import FOLDER, Route, read_all_routes
from geo.tables import read_table
from geo.topology import BRANCHING_UNIT
from i18n.text import Lang, Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer, Promise, Stretch
from layers.cable_groups import COMPANIES, PART, PERIOD, SUPPLIER, SUPPORT, companies, group

SEGMENTS, LANDINGS = "cable_segments.csv", "landing_points.csv"
STATUS = (
    Category("in_service", Text("運用中", "In service"), "#0b4f9e", "solid"),
    Category("under_construction", Text("建設中", "Under construction"), "#0b7fab", "dashdot"),
    Category("planned", Text("計画", "Planned"), "#c2500a", "dashed"),
    Category("cancelled", Text("中止・計画のみ", "Cancelled or only planned"), "#4f4f4f", "dotted",
             outranks=True, shown_by_default=False),
    Category("retired", Text("運用終了", "Retired"), "#8b8b8b", "dotted", outranks=True,
             shown_by_default=False),
)
THEME = (
    Category("pacific_islands", Text("太平洋島しょ国", "Pacific islands"), "#12906c", "solid", width=1.2),
    Category("asia_south_america", Text("アジア・南米(チリ)", "Asia–South America (Chile)"), "#8a2f0a", "solid",
             width=1.5),
    Category("trans_pacific", Text("太平洋横断", "Trans-Pacific"), "#17487e", "solid"),
    Category("intra_asia", Text("アジア域内", "Intra-Asia"), "#b03ccf", "solid", width=0.7),
    Category("indian_ocean", Text("インド洋", "Indian Ocean"), "#a68732", "solid", width=1.2),
    Category("other", Text("その他", "Other"), "#2b2b2b", "solid", width=0.7),
)
SCHEMATIC = Text(
    "概略図(実際の敷設ルートではありません)",
    "Schematic (not the surveyed routes)",
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add each system's groups, its stretches in the order of its segments, and its landings."""
    points = read_table(LANDINGS).set_index("landing_id")
    joints = frozenset(points.index[points["kind"] == BRANCHING_UNIT])
    routes = read_all_routes(list(rows["id"]))
    stretches = rows["id"].map(lambda cable: tuple(_stretch(route, joints) for route in routes[cable]))
    ends = [_landings(routes[cable], joints) for cable in rows["id"]]
    names = {lang: points[f"name_{lang}"].to_dict() for lang in Lang}
    named = {f"lands_at_{lang}": ["|".join(names[lang][end] for end in each) for each in ends] for lang in Lang}
    return group(rows).assign(stretches=stretches, landing_ids=["|".join(each) for each in ends], **named)


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Join each system's stretches (WGS 84, longitudes continuous)."""
    return [MultiLineString([stretch.line for stretch in system]) for system in rows["stretches"]]


def _stretch(route: Route, joints: frozenset[str]) -> Stretch:
    start, stop = (end if end in joints else "" for end in (route.start, route.stop))
    return Stretch(route.line, bool(route.landing_status), route.lane, start, stop)


def _landings(routes: Iterable[Route], joints: frozenset[str]) -> list[str]:
    ends = dict.fromkeys(end for route in routes for end in (route.start, route.stop))
    return [end for end in ends if end not in joints]


LAYER = Layer(
    id="cables",
    title=Text("光海底ケーブル", "Submarine cables"),
    kind=Kind.LINE,
    order=2,
    file="cables.csv",
    beside=(SEGMENTS, LANDINGS, COMPANIES, SUPPORT),
    shapes=FOLDER,
    fields=(
        common.key("cable_id"),
        common.name(),
        common.countries(),
        common.plan_field(),
        Field("status", Text("状況", "Status"), Holds.CODE, "", STATUS, required=True, filters=True,
              in_table=True),
        Field("rfs", Text("運用開始(RFS)", "Ready for service (RFS)"), Holds.DATE, "date", in_table=True),
        Field("length_km", Text("公表の長さ(km)", "Published length (km)"), Holds.NUMBER, in_table=True),
        Field("lands_at", Text("陸揚げ地", "Landing points"), Holds.BILINGUAL, derived=True),
        Field("theme", Text("テーマ", "Theme"), Holds.CODE, "", THEME, required=True, filters=True),
        Field("rfs_period", Text("運用開始の時期", "Period of RFS"), Holds.CODE, "period", PERIOD, derived=True,
              filters=True, in_facts=False),
        Field("japan_part", Text("日本の関わり(区分)", "Japan's role (kinds)"), Holds.CODES, "", PART, derived=True,
              filters=True),
        Field("japan_role", Text("日本の関わり", "Japan's role"), Holds.BILINGUAL),
        Field("owners", Text("所有者", "Owners"), Holds.CODES, "", companies("owner"),
              refers_to=(COMPANIES, "name"), filters=True),
        Field("owners_note", Text("所有者の注記", "Note on owners"), Holds.BILINGUAL),
        Field("supplier_group", Text("供給者の区分", "Kind of supplier"), Holds.CODE, "", SUPPLIER, derived=True,
              filters=True, in_facts=False),
        Field("suppliers", Text("供給者", "Suppliers"), Holds.CODES, "", companies("supplier"),
              refers_to=(COMPANIES, "name"), filters=True),
        Field("suppliers_note", Text("供給者の注記", "Note on suppliers"), Holds.BILINGUAL),
        Field("note", Text("補足", "Note"), Holds.BILINGUAL),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="status",
    dashed_by="status",
    place=place,
    prepare=prepare,
    regroup=group,
    promise=Promise("date", frozenset({"planned", "under_construction"})),
    settled=frozenset({"cancelled", "retired"}),
    date_means=Text("運用開始(RFS)", "Ready for service (RFS)"),
    source=Text(
        "事業者・供給者・政府の公表、TeleGeography(個別の事実のみ)",
        "Operators, suppliers, governments; TeleGeography (single facts)",
    ),
    note=SCHEMATIC,
)
