"""Columns of the tables of places: countries, regions, frames and how territories are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from i18n.text import Text
from layers.base import Category, Field, Holds, column
from layers.common import CONFIDENCE
from layers.support_plan import FIELD_ID, NAME, NOTE, OF_PLAN, YES_NO

REGION = ("regions.csv", "region_id")
POLICY = ("territory_policy.csv", "item_id")
COUNTRY_KINDS = (
    Category("un_member", Text("国連加盟国", "UN member")),
    Category("un_observer", Text("国連オブザーバー", "UN observer")),
    Category("state_non_un", Text("国連に加盟していない国", "State outside the UN")),
    Category("sar", Text("特別行政区", "Special administrative region")),
    Category("territory", Text("海外領土など", "Territory")),
    Category("area", Text("地域", "Area")),
)
FORUM = (
    Category("full", Text("正式加盟", "Full member")),
    Category("associate", Text("準加盟", "Associate member")),
    Category("observer", Text("オブザーバー", "Observer")),
)
POLYGONS = (
    Category("country", Text("国・地域の色で描く", "Takes the country's colour")),
    Category("undetermined", Text("帰属未定。白", "Undetermined: white")),
    Category("other", Text("名称だけで事実はない", "A name but no facts")),
)
EDITS = (
    Category("move", Text("図形を移す", "Move polygons")),
    Category("cut", Text("線で切る", "Cut at a line")),
    Category("fill", Text("穴を埋める", "Fill a hole")),
    Category("disc", Text("小島を足す", "Add an islet")),
    Category("ring", Text("環礁を足す", "Add an atoll")),
)
FRAME = (
    column("west", "西端", "West", Holds.LONGITUDE, required=True),
    column("south", "南端", "South", Holds.LATITUDE, required=True),
    column("east", "東端(西端より小さければ180度をまたぐ)", "East (less than west: across 180°)",
           Holds.LONGITUDE, required=True),
    column("north", "北端", "North", Holds.LATITUDE, required=True),
)
POINT = (
    column("lon", "経度", "Longitude", Holds.LONGITUDE),
    column("lat", "緯度", "Latitude", Holds.LATITUDE),
)
SOURCES = (
    column("source_note", "出典の説明", "Notes on sources", Holds.BILINGUAL),
    column("confidence", "確度", "Confidence", Holds.CODE, categories=CONFIDENCE, required=True),
)


def _member(group: str, ja: str, en: str) -> Field:
    return column(f"is_{group}", ja, en, Holds.CODE, categories=YES_NO, required=True)


PLACES: Mapping[str, tuple[Field, ...]] = {
    "country_regions.csv": (
        column("iso_a3", "国コード(3文字)", "Country code, three letters", name="id", required=True),
        column("iso_a2", "国コード(2文字)", "Country code, two letters", required=True),
        column("name", "名称(外務省の短い呼び方)", "Name (in Japanese as the foreign ministry writes)",
               Holds.BILINGUAL, required=True),
        column("aliases_ja", "別名", "Other names"),
        column("abbr_ja", "略称(検索には使わない)", "Abbreviation (not for search)"),
        column("kind", "種別", "Kind", Holds.CODE, categories=COUNTRY_KINDS, required=True),
        column("sovereign_a3", "属する国", "Belongs to", Holds.COUNTRIES),
        column("region_id", "地域", "Region", refers_to=REGION, required=True),
        column("region_id_alt", "別の分け方での地域", "Region under another division", refers_to=REGION),
        column("region_source", "地域の出典", "Source of the region"),
        _member("asean", "ASEAN加盟国", "Member of ASEAN"),
        _member("asean_at_plan_2022", "2022年のASEAN加盟国", "Member of ASEAN in 2022"),
        column("asean_joined", "ASEAN加盟", "Joined ASEAN", Holds.DATE),
        _member("eu", "EU加盟国", "Member of the EU"),
        _member("quad", "日米豪印", "Member of the Quad"),
        _member("pacific_island", "太平洋島しょ国", "Pacific island state"),
        column("pif_status", "太平洋諸島フォーラム", "Pacific Islands Forum", Holds.CODE, categories=FORUM),
        _member("gulf", "湾岸諸国", "Gulf state"),
        _member("central_asia", "中央アジア", "Central Asia"),
        _member("baltic", "バルト三国", "Baltic state"),
        column("capital", "首都", "Capital", Holds.BILINGUAL),
        column("capital_lon", "首都の経度", "Longitude of the capital", Holds.LONGITUDE),
        column("capital_lat", "首都の緯度", "Latitude of the capital", Holds.LATITUDE),
        column("capital_geonames_id", "首都のGeoNames番号", "GeoNames id of the capital"),
        NOTE,
        *SOURCES,
    ),
    "regions.csv": (
        column("region_id", "番号", "Id", name="id", required=True),
        NAME,
        column("is_plan_region", "計画の8地域か", "One of the plan's eight", Holds.CODE, categories=YES_NO,
               required=True),
        column("strategy", "計画の方針", "What the plan says", Holds.BILINGUAL),
        column("strategy_short", "計画の方針(短く)", "What the plan says, shortly", Holds.BILINGUAL),
        column("frameworks_named", "計画が挙げる枠組み", "Frameworks that the plan names", Holds.BILINGUAL),
        column("fields_mentioned", "計画が挙げる分野", "Fields that the plan mentions", refers_to=FIELD_ID),
        column("member_count", "国・地域の数", "How many countries and areas", Holds.NUMBER),
        *OF_PLAN,
    ),
    "region_aliases.csv": (
        column("area_id", "番号", "Id", name="id", required=True),
        column("word_ja", "計画の言葉", "Word of the plan", required=True),
        column("name_en", "英語名", "English name", required=True),
        column("region_ids", "当てはまる地域", "Regions that it stands for", refers_to=REGION),
        column("member_rule", "国の決め方", "How its countries are found"),
        column("note", "補足", "Note"),
    ),
    "country_frames.csv": (
        column("iso_a3", "国コード", "Country code", Holds.COUNTRIES, name="id", required=True),
        *FRAME,
        NOTE,
    ),
    "region_frames.csv": (
        column("region_id", "地域", "Region", name="id", refers_to=REGION, required=True),
        *FRAME,
        NOTE,
    ),
    "territory_policy.csv": (
        column("item_id", "番号", "Id", name="id", required=True),
        column("item", "場所", "Place", Holds.BILINGUAL, required=True),
        column("decision", "描き方", "How it is drawn", Holds.BILINGUAL, required=True),
        column("how", "データでの扱い", "How the data does it", Holds.BILINGUAL, required=True),
        column("needs_confirmation", "省の確認を待つ", "Waits for the ministry", Holds.CODE,
               categories=YES_NO, required=True),
        column("source_urls", "出典", "Sources", Holds.LINKS),
        *SOURCES,
    ),
    "territory_edits.csv": (
        column("item_id", "方針の番号", "Id of the policy", required=True),
        column("action", "作業", "What is done", Holds.CODE, categories=EDITS, required=True),
        column("from_id", "元の図形", "Polygon it is taken from"),
        column("to_id", "先の図形", "Polygon it goes to", required=True),
        *(replace(edge, required=False) for edge in FRAME),
        *POINT,
        column("radius_km", "半径(km)", "Radius (km)", Holds.NUMBER),
        column("parts", "図形の数", "How many parts", Holds.NUMBER),
        NAME,
    ),
    "territory_marks.csv": (
        column("item_id", "方針の番号", "Id of the policy", refers_to=POLICY, required=True),
        column("iso_a3", "国コード", "Country code", Holds.COUNTRIES, required=True),
        NAME,
        *POINT,
    ),
    "polygon_codes.csv": (
        column("natural_earth_a3", "Natural Earthの符号", "Code in Natural Earth"),
        column("polygon_id", "図形の番号", "Id of the polygon", required=True),
        column("kind", "扱い", "How it is treated", Holds.CODE, categories=POLYGONS, required=True),
        column("name", "名称", "Name", Holds.BILINGUAL),
        column("label_lon", "名称の経度", "Longitude of the name", Holds.LONGITUDE),
        column("label_lat", "名称の緯度", "Latitude of the name", Holds.LATITUDE),
        NOTE,
    ),
}
