"""Memoranda of cooperation, joint statements and policy dialogues with partners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from shapely import Geometry, MultiPoint

from geo.countries import read_countries
from geo.tables import read_things, split
from i18n import words
from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer
from layers.standing import HOME, label_points

KINDS = (
    Category("moc", Text("協力覚書", "Memorandum of cooperation"), "#6a1b8a", "circle"),
    Category("joint_statement", Text("共同声明", "Joint statement"), "#b0479a", "triangle"),
    Category("policy_dialogue", Text("政策対話", "Policy dialogue"), "#8a63c9", "diamond"),
    Category("framework", Text("枠組み", "Framework"), "#47407a", "diamond", hollow=True),
    Category("private_mou", Text("民間の覚書", "Private memorandum"), "#6a1b8a", "circle", hollow=True),
)
STATUS = (
    Category("active", Text("有効とみられる", "Presumed active")),
    Category("renewed", Text("更新済み", "Renewed by a later one")),
    Category("superseded", Text("後継あり", "Superseded")),
    Category("unknown", Text("不明", "Unknown")),
)
BODIES = (
    Category("EU", Text("EU", "EU")),
    Category("ASEAN", Text("ASEAN", "ASEAN")),
    Category("APT", Text("APT", "APT")),
    Category("QUAD", Text("日米豪印", "Quad")),
    Category("UPU", Text("UPU", "UPU")),
    Category("SMARTAFRICA", Text("スマートアフリカ", "Smart Africa")),
)


def prepare(rows: pd.DataFrame) -> pd.DataFrame:
    """Add `via`: the members, at the document's date, of the bodies that signed it."""
    bodies = {body["body_id"]: body for body in read_things("bodies.csv", dict)}

    def members(signed_by: str, iso_a3: str, date: str) -> str:
        codes = [code for body in split(signed_by) for code in _members(bodies[body], date)]
        left_out = {*split(iso_a3), HOME}
        return "|".join(code for code in dict.fromkeys(codes) if code not in left_out)

    return rows.assign(via=list(map(members, rows["bodies"], rows["iso_a3"], rows["date"])))


def place(rows: pd.DataFrame) -> Sequence[Geometry]:
    """Stand each document at its partners' capitals, or at the body's seat (WGS 84).

    Where Japan's position allows no mark on a capital (the table has no point), the country's label point serves.
    """
    labels = label_points()
    capitals = {code: land.capital_at or labels[code] for code, land in read_countries().items() if code != HOME}
    seats = dict(read_things("bodies.csv", lambda body: (body["body_id"], _seat(body))))

    def points(iso_a3: str, signed_by: str) -> MultiPoint:
        at_capitals = [at for code in split(iso_a3) if (at := capitals.get(code))]
        return MultiPoint(at_capitals or [at for body in split(signed_by) if (at := seats[body])])

    return list(map(points, rows["iso_a3"], rows["bodies"]))


def _seat(body: Mapping[str, str]) -> tuple[float, float] | None:
    return (float(body["lon"]), float(body["lat"])) if body["lon"] else None


def _members(body: Mapping[str, str], date: str) -> list[str]:
    """List a body's members at a date (ISO; blank = as of now); a later joiner counts from its own date."""
    since = dict(pair.split("=") for pair in split(body["member_since"]))
    return [code for code in split(body["members"]) if not date or date >= since.get(code, "")[: len(date)]]


LAYER = Layer(
    id="mocs",
    title=Text("協力覚書・共同声明・政策対話", "Memoranda, statements and dialogues"),
    kind=Kind.POINT,
    order=5,
    file="mocs.csv",
    beside=("bodies.csv",),
    fields=(
        common.key("moc_id"),
        common.name("title", Text("文書", "Document")),
        Field("partners", Text("相手", "Partners"), in_facts=False),
        common.countries(required=False),
        Field("bodies", Text("国際機関・枠組み", "International body"), Holds.CODES, "", BODIES,
              refers_to=("bodies.csv", "body_id"), in_table=True),
        Field("field_id", Text("分野", "Field"), Holds.CODE, "", common.fields_of_the_plan(), required=True,
              in_table=True),
        Field("also_fields", Text("ほかの分野", "Also covers"), Holds.CODES, "", common.fields_of_the_plan()),
        common.home_region(),
        Field("kind", Text("種別", "Kind"), Holds.CODE, "", KINDS, required=True, filters=True,
              in_table=True),
        Field("signed", Text("署名・開始", "Signed or begun"), Holds.DATE, "date", in_table=True),
        Field("status", Text("状況", "Status"), Holds.CODE, "", STATUS, required=True, filters=True,
              in_table=True),
        Field("japan_party", Text("日本側", "Japanese side"), Holds.BILINGUAL),
        Field("partner_party", Text("相手側", "Partner side"), Holds.BILINGUAL),
        Field("city", Text("署名地", "Place of signing"), Holds.BILINGUAL),
        Field("summary", Text("内容", "Summary"), Holds.BILINGUAL),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="kind",
    place=place,
    prepare=prepare,
    date_means=Text("署名・開始", "Signed or begun"),
    source=Text("総務省、相手国政府、報道", "MIC, partner governments, press"),
    through=words.THROUGH,
    note=Text("印は相手国の首都か機関の所在地", "Marks stand at the partner's capital or the body's seat"),
)
