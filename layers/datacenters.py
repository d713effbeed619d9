"""Data centres abroad in which Japan has a part."""

from __future__ import annotations

from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, Kind, Layer
from layers.landings import place

STATUS = (
    Category("operating", Text("運用中", "Operating"), "#a3172a", "square"),
    Category("under_construction", Text("建設中", "Under construction"), "#d2691e", "square"),
    Category("contracted", Text("契約済み", "Contracted"), "#d2691e", "square", hollow=True),
    Category("planned", Text("計画", "Planned"), "#a3172a", "plus", hollow=True),
    Category("survey", Text("調査", "Survey"), "#6b6b6b", "triangle", hollow=True),
)
SCOPE = (
    Category("plan", Text("計画・公的支援", "Plan or public support")),
    Category("context", Text("民間など(参考)", "Commercial or other (context)"), shown_by_default=False),
)
PRECISION = (
    Category("site", Text("地点", "Site")),
    Category("city", Text("都市", "City")),
    Category("country", Text("国のみ判明(代表点)", "Country only (representative point)")),
)

LAYER = Layer(
    id="datacenters",
    title=Text("データセンター", "Data centres"),
    kind=Kind.POINT,
    order=4,
    file="datacenters.csv",
    fields=(
        common.key("site_id"),
        common.name(),
        common.countries(),
        common.plan_field(),
        Field("city", Text("都市", "City"), Holds.BILINGUAL, in_table=True),
        Field("status", Text("状況", "Status"), Holds.CODE, "", STATUS, required=True, filters=True,
              in_table=True),
        Field("year", Text("年", "Year"), Holds.DATE, "date", in_table=True),
        Field("plan_scope", Text("区分", "Scope"), Holds.CODE, "", SCOPE, required=True, filters=True),
        Field("operator", Text("運営者", "Operator"), Holds.BILINGUAL),
        Field("japan_partner", Text("日本側", "Japanese side"), Holds.BILINGUAL, in_table=True),
        Field("japan_role", Text("日本の関わり", "Japan's role"), Holds.BILINGUAL),
        Field("capacity", Text("規模", "Capacity"), Holds.BILINGUAL),
        Field("support", Text("支援", "Support"), Holds.BILINGUAL),
        Field("coord_precision", Text("位置の精度", "Precision of the point"), Holds.CODE, "precision",
              PRECISION, required=True),
        Field("lon", Text("経度", "Longitude"), Holds.LONGITUDE, required=True, in_facts=False),
        Field("lat", Text("緯度", "Latitude"), Holds.LATITUDE, required=True, in_facts=False),
        common.status_as_of(),
        common.confidence(),
        *common.sources(),
    ),
    coloured_by="status",
    place=place,
    date_means=Text("契約・開設・発表", "Contract, opening or announcement"),
    source=Text("総務省、企業発表、報道", "MIC, company releases, press"),
)
