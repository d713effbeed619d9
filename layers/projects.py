"""Demonstrations, surveys, investments, training, deployments and licences abroad that Japan has a part in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from shapely import Geometry, Point

from geo.tables import read_table, split
from i18n.text import Lang, Text
from layers import common
from layers.actor_groups import BODIES, GROUPS, actor_group, read_kinds
from layers.base import Category, Field, Holds, Kind, Layer
from layers.datacenters import PRECISION, SCOPE
from layers.standing import abroad, at_labels
from layers.wording import Row, records

CABLES = "cables.csv"
KINDS = (
    Category("demonstration", Text("実証", "Demonstration"), "#1b6b2f", "star"),
    Category("survey", Text("調査", "Survey"), "#4a4a4a", "cross"),
    Category("investment", Text("出資・融資", "Investment or loan"), "#8f0f55", "diamond"),
    Category("training", Text("研修・人材育成", "Training"), "#7a5200", "plus"),
    Category("deployment", Text("導入・展開", "Deployment"), "#0b4f9e", "down"),
    Category("licence", Text("免許", "Licence"), "#0b4f9e", "down", hollow=True),
)
STATUS = (
    Category("planned", Text("計画・検討中", "Planned or under study"), "#c2500a", "circle", hollow=True),
    Category("agreed", Text("合意・決定済み", "Agreed or decided"), "#8a5a00", "square", hollow=True),
    Category("underway", Text("実施中", "Under way"), "#0b7fab", "triangle"),
    Category("completed", Text("完了", "Completed"), "#0f7a53", "square"),
    Category("operating", Text("運用中", "Operating"), "#0b4f9e", "circle"),
    Category("cancelled", Text("中止", "Cancelled"), "#4f4f4f", "cross"),
    Category("unknown", Text("不明", "Unknown"), "#6b6b6b", "diamond", hollow=True),
)
OF_CABLE = {"cancelled": "cancelled", "planned": "planned", "under_construction": "underway",
            "in_service": "operating", "retired": "completed"}
"""The status that a JICT case takes from its cable; of several cables the least advanced, in this order."""


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add who stands behind each project, its cables' names, and for JICT cases the cable's status and its date."""
    cables, kinds = read_table(CABLES).set_index("cable_id"), read_kinds()
    groups = [actor_group(split(actors), kinds) for actors in rows["actor_ja"]]
    stated = [_stated(row, group, cables) for row, group in zip(records(rows), groups, strict=True)]
    named = {f"cables_{lang}": ["|".join(cables.loc[split(ids), f"name_{lang}"]) for ids in rows["cable_id"]]
             for lang in Lang}
    return rows.assign(actor_group=groups, status=[status for status, _ in stated],
                       status_as_of=[as_of for _, as_of in stated], **named)


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Stand each project at its point, or at the label points of its countries where it has none or has several."""
    return [_at(row) for row in records(rows)]


def _at(row: Mapping[str, str]) -> Geometry:
    countries = split(row["iso_a3"])
    is_spread = row["precision"] == "country" and len(abroad(countries)) > 1
    if is_spread or not row["lon"]:
        return at_labels(countries)
    return Point(float(row["lon"]), float(row["lat"]))


def _stated(row: Row, group: str, cables: pd.DataFrame) -> tuple[str, str]:
    """Give the status and its date: those of the cable for a case of JICT, else the row's own."""
    ids = split(row["cable_id"])
    if group != "jict" or not ids:
        return row["status"], row["status_as_of"]
    order = list(OF_CABLE)
    named = zip(cables.loc[ids, "status"], cables.loc[ids, "status_as_of"], strict=True)
    status, as_of = min(named, key=lambda cable: order.index(cable[0]))
    return OF_CABLE[status], as_of


LAYER = Layer(
    id="projects",
    title=Text("案件(実証・調査・投資・研修など)", "Projects (trials, surveys, investment, training)"),
    kind=Kind.POINT,
    order=7,
    file="projects.csv",
    beside=(CABLES, BODIES, common.OLD_PROJECTS[0]),
    fields=(
        common.key("project_id"),
        common.name(),
        common.countries(),
        common.plan_field(),
        Field("city", Text("都市", "City"), Holds.BILINGUAL),
        Field("kind", Text("種別", "Kind"), Holds.CODE, "", KINDS, required=True, filters=True, in_table=True),
        Field("status_code", Text("状況", "Status"), Holds.CODE, "status", STATUS, required=True, filters=True,
              in_table=True),
        Field("status", Text("状況の説明", "Status in words"), Holds.BILINGUAL, "status_words"),
        Field("year", Text("年", "Year"), Holds.DATE, "date", in_table=True),
        Field("amount", Text("金額", "Amount"), Holds.BILINGUAL),
        Field("actor_group", Text("主体", "Who stands behind it"), Holds.CODE, "", GROUPS, derived=True, filters=True,
              in_table=True),
        Field("actor", Text("実施者", "Actors"), Holds.BILINGUAL, required=True),
        Field("summary", Text("内容", "Summary"), Holds.BILINGUAL),
        common.old_project(),
        Field("cable_id", Text("ケーブル(番号)", "Cables (ids)"), refers_to=(CABLES, "cable_id"), in_facts=False),
        Field("cables", Text("ケーブル", "Cables"), Holds.BILINGUAL, derived=True),
        Field("plan_scope", Text("区分", "Scope"), Holds.CODE, "", SCOPE, required=True, filters=True),
        Field("coord_precision", Text("位置の精度", "Precision of the point"), Holds.CODE, "precision", PRECISION,
              required=True),
        Field("lon", Text("経度", "Longitude"), Holds.LONGITUDE, in_facts=False),
        Field("lat", Text("緯度", "Latitude"), Holds.LATITUDE, in_facts=False),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="kind",
    place=place,
    prepare=prepare,
    on_by_default=False,
    settled=frozenset({"completed", "cancelled"}),
    date_means=Text("実施・決定・契約", "Carried out, decided or contracted"),
    source=Text("総務省、JICT・JICA等、企業発表、報道", "MIC, JICT, JICA and others, company releases, press"),
    note=Text("JICTのケーブル案件の状況は、ケーブルの状況に従う",
              "JICT cable cases have the status of their cable"),
)
