"""How many independent ways out by cable each country and territory has (data/redundancy.csv, computed)."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from shapely import Geometry

from geo.countries import read_outlines
from geo.cut import CAPTION
from geo.tables import read_table, split
from i18n.text import Lang, Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer
from layers.support_plan import YES_NO

CABLES, LANDINGS = "cables.csv", "landing_points.csv"
WAYS = (
    Category("none", Text("経路なし", "No way out"), "#2d0a5c"),
    Category("one", Text("1つ(ケーブル1本)", "One (a single cable)"), "#7440b8"),
    Category("one_shared", Text("1つ(複数のケーブルが同じ接続点か先のケーブルに頼る)",
                                "One (several cables hang on one joint or one onward system)"), "#9f82cf", "hatched"),
    Category("two", Text("2つ", "Two"), "#b596e0"),
    Category("three_plus", Text("3つ以上", "Three or more"), "#e0d8f5"),
)
COMPUTED = Text(
    "ケーブルの一覧(cables.csv)と区間の表から計算。互いに独立とは、接続点もケーブルも共有しないこと",
    "Computed from the list of cables (cables.csv) and their segments; ways are independent when they share no joint "
    "and no system",
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the category of each country, the names behind the ids, and what the rows rest on."""
    for name, ids, file, key in (
        ("systems_now_name", "systems_now", CABLES, "cable_id"),
        ("systems_coming_name", "systems_coming", CABLES, "cable_id"),
        ("weakest_name", "weakest_landings", LANDINGS, "landing_id"),
    ):
        for lang in Lang:
            names = read_table(file).set_index(key)[f"name_{lang}"]
            rows[f"{name}_{lang}"] = ["|".join(names[part] for part in split(cell)) for cell in rows[ids]]
    status = [category(int(ways), cables) for ways, cables in zip(rows["ways_now"], rows["systems_now"], strict=True)]
    return rows.assign(status=status, field_id="submarine_cable",
                       source_note_ja=COMPUTED.ja, source_note_en=COMPUTED.en)


def category(ways: int, systems: str) -> str:
    """Give the category of so many ways out over these systems (ids joined by |)."""
    if ways == 1 and "|" in systems:
        return "one_shared"
    return ("none", "one", "two", "three_plus")[min(ways, 3)]


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Give each country its outline (WGS 84)."""
    outlines = read_outlines().set_index("iso_a3")["geometry"]
    return [outlines[code] for code in rows["iso_a3"]]


def _names(name: str, ja: str, en: str) -> Field:
    return Field(name, Text(ja, en), Holds.BILINGUAL, derived=True)


def _ids(column: str, ja: str, en: str, refers_to: tuple[str, str]) -> Field:
    return Field(column, Text(ja, en), refers_to=refers_to, in_facts=False)


LAYER = Layer(
    id="redundancy",
    title=Text("海底ケーブルの独立した経路の数", "Independent ways out by submarine cable"),
    kind=Kind.AREA,
    order=6,
    file="redundancy.csv",
    beside=(CABLES, LANDINGS, "cable_segments.csv", "cable_joints.csv"),
    fields=(
        common.key("redundancy_id"),
        common.name(),
        common.countries(),
        Field("status", Text("独立した経路", "Independent ways out"), Holds.CODE, "", WAYS, derived=True, filters=True,
              in_table=True),
        Field("ways_now", Text("経路の数(いま)", "Ways out now"), Holds.NUMBER, required=True, in_table=True),
        Field("ways_coming", Text("経路の数(建設中・計画を含む)", "Ways out with what is being built or planned"),
              Holds.NUMBER, required=True, in_table=True),
        _ids("systems_now", "運用中のケーブル(番号)", "Systems in service (ids)", (CABLES, "cable_id")),
        _names("systems_now_name", "運用中のケーブル", "Systems in service"),
        _ids("systems_coming", "建設中・計画のケーブル(番号)", "Systems being built or planned (ids)",
             (CABLES, "cable_id")),
        _names("systems_coming_name", "建設中・計画のケーブル", "Systems being built or planned"),
        Field("weakest_ways", Text("最も経路の少ない島の経路の数", "Ways out of the island that has the fewest"),
              Holds.NUMBER, required=True),
        _ids("weakest_landings", "その島の陸揚げ地(番号)", "Landings of that island (ids)", (LANDINGS, "landing_id")),
        _names("weakest_name", "その島の陸揚げ地", "Landings of that island"),
        Field("by_land", Text("同じ陸地に他国の陸揚げ地", "Others land on the same land mass"), Holds.CODE, "", YES_NO,
              required=True),
        Field("joined_today", Text("いま幹線網につながるか", "Joined to the trunk network today"), Holds.CODE, "",
              YES_NO, required=True),
    ),
    coloured_by="status",
    place=place,
    prepare=prepare,
    on_by_default=False,
    source=Text("海底ケーブルの一覧から計算", "Computed from the list of submarine cables"),
    note=CAPTION,
)
