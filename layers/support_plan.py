"""Columns of the tables behind the facts: the plan's fields, the bodies, and how cables are joined."""

from __future__ import annotations

from collections.abc import Mapping

from i18n.text import Text
from layers.base import Category, Field, Holds, column

YES_NO = (Category("0", Text("いいえ", "No")), Category("1", Text("はい", "Yes")))
TRUNK = (Category("trunk", Text("幹線", "Trunk")), Category("branch", Text("支線", "Branch")))
LANDING_STATUS = (
    Category("assumed", Text("陸揚げ地は未公表", "Landing town not published")),
    Category("planned_extension", Text("延伸の計画", "Planned extension")),
)
JOINTS = (
    Category("same_branching_unit", Text("同じ分岐装置", "The same branching unit")),
    Category("spur", Text("支線の分岐", "A spur leaves the host")),
)
LANDING = ("landing_points.csv", "landing_id")
FIELD_ID = ("fields.csv", "field_id")
NAME = column("name", "名称", "Name", Holds.BILINGUAL, required=True)
NOTE = column("note", "補足", "Note", Holds.BILINGUAL)
OF_PLAN = (
    column("sort_order", "計画での順", "Order in the plan", Holds.NUMBER, required=True),
    column("countries_named", "計画が名を挙げる国", "Countries that the plan names", Holds.COUNTRIES),
    column("areas_named", "計画の地域の言葉", "Area words of the plan",
           refers_to=("region_aliases.csv", "area_id")),
    column("seed_lines", "計画概要の行", "Lines of the plan's outline"),
    column("source", "出典", "Source"),
)

PLAN: Mapping[str, tuple[Field, ...]] = {
    "fields.csv": (
        column("field_id", "番号", "Id", name="id", required=True),
        NAME,
        column("name_short", "短い名称", "Short name", Holds.BILINGUAL, required=True),
        column("is_plan_field", "計画の10分野か", "One of the plan's ten", Holds.CODE, categories=YES_NO,
               required=True),
        column("policy", "計画の方針", "What the plan says", Holds.BILINGUAL),
        column("keywords", "キーワード", "Keywords", Holds.BILINGUAL),
        column("figures", "数値(符号)", "Figures (code=value)"),
        column("figures", "数値", "Figures in words", Holds.BILINGUAL, name="figures_in_words"),
        column("regions_named", "計画が挙げる地域", "Regions that the plan names",
               refers_to=("regions.csv", "region_id")),
        *OF_PLAN,
    ),
    "bodies.csv": (
        column("body_id", "番号", "Id", name="id", required=True),
        NAME,
        column("seat_city", "所在地", "Seat", Holds.BILINGUAL),
        column("lon", "経度", "Longitude", Holds.LONGITUDE),
        column("lat", "緯度", "Latitude", Holds.LATITUDE),
        column("members", "加盟国", "Members", Holds.COUNTRIES),
        column("member_since", "後から加盟した国と日付", "Later members, and since when", Holds.JOINED),
        NOTE,
        column("source_urls", "出典", "Sources", Holds.LINKS),
        column("source_note", "出典の説明", "Notes on sources", Holds.BILINGUAL),
    ),
    "cable_segments.csv": (
        column("cable_id", "ケーブル", "Cable", refers_to=("cables.csv", "cable_id"), required=True),
        column("segment_no", "区間の順", "Order of the segment", Holds.NUMBER, required=True),
        column("from_landing_id", "起点", "From", refers_to=LANDING, required=True),
        column("to_landing_id", "終点", "To", refers_to=LANDING, required=True),
        column("kind", "種別", "Kind", Holds.CODE, categories=TRUNK, required=True),
        column("landing_status", "陸揚げの確かさ", "How sure the landing is", Holds.CODE,
               categories=LANDING_STATUS),
    ),
    "cable_joints.csv": (
        column("joint_id", "番号", "Id", name="id", required=True),
        column("node_a", "一方の点", "One point", refers_to=LANDING, required=True),
        column("node_b", "他方の点", "The other point", refers_to=LANDING, required=True),
        column("kind", "種別", "Kind", Holds.CODE, categories=JOINTS, required=True),
        NOTE,
        column("source", "出典", "Source", Holds.LINKS, required=True),
    ),
}
