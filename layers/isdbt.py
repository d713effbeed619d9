"""The twenty countries that use the ISDB-T television system, Japan included."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from shapely import Geometry

from geo.countries import read_outlines
from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer, Promise

SWITCH_OFF = (
    Category("completed", Text("アナログ停波完了", "Switch-off completed"), "#12663d"),
    Category("in_progress", Text("一部で停波", "Switch-off in progress"), "#58ab78"),
    Category("planned", Text("停波予定", "Switch-off planned"), "#f0c65a"),
    Category("unknown", Text("停波は未確認", "Switch-off not confirmed"), "#c9bfa8", mark="hatched"),
)
EWBS = (
    Category("operational", Text("運用中", "Operational")),
    Category("trial", Text("試行", "Trial")),
    Category("planned", Text("予定", "Planned")),
    Category("unknown", Text("不明", "Unknown")),
)
VARIANT = (
    Category("ISDB-T", Text("ISDB-T", "ISDB-T")),
    Category("ISDB-T International", Text("ISDB-T International", "ISDB-T International")),
)


def confirm_only_sure(rows: pd.DataFrame) -> pd.DataFrame:
    """Show a switch-off of low confidence as not confirmed; that the country adopted the system is firm."""
    unsure = rows["confidence"] == "low"
    return rows.assign(status=rows["status"].mask(unsure, "unknown"))


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Give each adopter its outline (WGS 84)."""
    outlines = read_outlines().set_index("iso_a3")["geometry"]
    return [outlines[code] for code in rows["iso_a3"]]


LAYER = Layer(
    id="isdbt",
    title=Text("地デジ日本方式(ISDB-T)採用国", "ISDB-T adopter countries"),
    kind=Kind.AREA,
    order=1,
    file="isdbt.csv",
    fields=(
        common.key("iso_a3"),
        common.name(),
        common.countries(),
        common.home_region(),
        common.plan_field(),
        Field("aso_status", Text("アナログ停波", "Analogue switch-off"), Holds.CODE, "status", SWITCH_OFF,
              required=True, filters=True, in_table=True),
        Field("adopted", Text("採用", "Adopted"), Holds.DATE, "date", in_table=True),
        Field("variant", Text("方式", "Variant"), Holds.CODE, categories=VARIANT, required=True,
              filters=True),
        Field("variant_note", Text("方式の注記", "Note on variant"), Holds.BILINGUAL),
        Field("broadcast_start", Text("放送開始", "Broadcasting since"), Holds.DATE),
        Field("aso_date", Text("停波の期日", "Switch-off date"), Holds.DATE, in_table=True),
        Field("aso_date_note", Text("期日の意味", "What the date stands for"), Holds.BILINGUAL),
        Field("ewbs_status", Text("緊急警報放送(EWBS)", "Emergency warning (EWBS)"), Holds.CODE, "ewbs", EWBS,
              required=True, filters=True, in_table=True),
        Field("ewbs_note", Text("EWBSの注記", "Note on EWBS"), Holds.BILINGUAL),
        Field("note", Text("補足", "Note"), Holds.BILINGUAL),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="status",
    place=place,
    prepare=confirm_only_sure,
    confidence_hides=False,
    promise=Promise("aso_date", frozenset({"planned", "in_progress", "unknown"})),
    settled=frozenset({"completed"}),
    date_means=Text("採用", "Adopted"),
    source=Text("総務省、DiBEGほか(各国の出典は明細に記載)", "MIC, DiBEG and others (sources with each row)"),
    note=Text("採用国は日本を含め20か国、海外は19か国", "20 adopters including Japan; 19 abroad"),
)
