"""The tables that stand behind the layers: topology, bodies, regions, fields; checked by the same rules."""

from __future__ import annotations

from collections.abc import Mapping

from geo.tables import read_table
from i18n.text import Text, same
from layers.base import Category, Field, Holds
from layers.schema import check

_LANDING = ("landing_points.csv", "landing_id")
_REGION = ("regions.csv", "region_id")
_YES_NO = (Category("0", Text("いいえ", "No")), Category("1", Text("はい", "Yes")))
_LANDING_STATUS = (
    Category("assumed", Text("陸揚げ地は未公表", "Landing town not published")),
    Category("planned_extension", Text("延伸の計画", "Planned extension")),
)


def _field(column: str, holds: Holds = Holds.TEXT, **more: object) -> Field:
    return Field(column, same(column), holds, **more)  # type: ignore[arg-type]


def _key(column: str, holds: Holds = Holds.TEXT) -> Field:
    return _field(column, holds, name="id", required=True)


SUPPORT: Mapping[str, tuple[Field, ...]] = {
    "cable_segments.csv": (
        _field("cable_id", refers_to=("cables.csv", "cable_id"), required=True),
        _field("segment_no", Holds.NUMBER, required=True),
        _field("from_landing_id", refers_to=_LANDING, required=True),
        _field("to_landing_id", refers_to=_LANDING, required=True),
        _field("landing_status", Holds.CODE, categories=_LANDING_STATUS),
    ),
    "cable_joints.csv": (
        _key("joint_id"),
        _field("node_a", refers_to=_LANDING, required=True),
        _field("node_b", refers_to=_LANDING, required=True),
    ),
    "landing_points.csv": (
        _key("landing_id"),
        _field("name", Holds.BILINGUAL, required=True),
        _field("lon", Holds.LONGITUDE, required=True),
        _field("lat", Holds.LATITUDE, required=True),
    ),
    "cables.csv": (_key("cable_id"), _field("name", Holds.BILINGUAL, required=True)),
    "bodies.csv": (
        _key("body_id"),
        _field("name", Holds.BILINGUAL, required=True),
        _field("lon", Holds.LONGITUDE),
        _field("lat", Holds.LATITUDE),
        _field("members", Holds.COUNTRIES),
        _field("member_since"),
    ),
    "regions.csv": (
        _key("region_id"),
        _field("name", Holds.BILINGUAL, required=True),
        _field("is_plan_region", Holds.CODE, categories=_YES_NO, required=True),
    ),
    "fields.csv": (
        _key("field_id"),
        _field("name", Holds.BILINGUAL, required=True),
        _field("name_short", Holds.BILINGUAL, required=True),
        _field("is_plan_field", Holds.CODE, categories=_YES_NO, required=True),
    ),
    "country_regions.csv": (
        _key("iso_a3"),
        _field("name", Holds.BILINGUAL, required=True),
        _field("region_id", refers_to=_REGION, required=True),
        _field("capital_lon", Holds.LONGITUDE),
        _field("capital_lat", Holds.LATITUDE),
    ),
    "country_frames.csv": (
        _key("iso_a3", Holds.COUNTRIES),
        _field("west", Holds.LONGITUDE, required=True),
        _field("south", Holds.LATITUDE, required=True),
        _field("east", Holds.LONGITUDE, required=True),
        _field("north", Holds.LATITUDE, required=True),
    ),
    "territory_policy.csv": (_key("item_id"), _field("decision", Holds.BILINGUAL, required=True)),
}


def check_support(file: str) -> None:
    """Check one of the tables behind the layers; raises DataError."""
    check(read_table(file), SUPPORT[file], file=file)
