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
PART = (Category("owner", Text("所有者", "Owner")), Category("supplier", Text("供給者", "Supplier")))
SUPPORT = (
    Category("finance", Text("公的支援・融資", "Public support or loans")),
    Category("proposal", Text("総務省の提案", "Proposal of MIC")),
)
JOINTS = (
    Category("same_branching_unit", Text("同じ分岐装置", "The same branching unit")),
    Category("spur", Text("支線の分岐", "A spur leaves the host")),
)
WORD_MEANS = (
    Category("country", Text("国・地域", "Country")),
    Category("region", Text("計画の地域", "Region")),
    Category("area", Text("地域の言葉", "Area word")),
    Category("field", Text("分野", "Field")),
    Category("layer", Text("レイヤー", "Layer")),
    Category("filter", Text("条件(レイヤー.項目=符号)", "Filter (LAYER.FIELD=code)")),
    Category("lens", Text("問い", "Question")),
    Category("row", Text("項目", "Row")),
    Category("text", Text("同じものを指すほかの言葉", "Other words for the same")),
    Category("skip", Text("それだけでは意味をもたない言葉", "Says nothing by itself")),
)
CABLE = ("cables.csv", "cable_id")
LANDING = ("landing_points.csv", "landing_id")
FIELD_ID = ("fields.csv", "field_id")
NAME = column("name", "名称", "Name", Holds.BILINGUAL, required=True)
WHY = column("note", "理由", "Why", Holds.BILINGUAL, required=True)
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
        column("policy_short", "計画の方針(短く)", "What the plan says, shortly", Holds.BILINGUAL),
        column("keywords", "キーワード", "Keywords", Holds.BILINGUAL),
        column("figures", "数値(符号)", "Figures (code=value)"),
        column("figures", "数値", "Figures in words", Holds.BILINGUAL, name="figures_in_words"),
        column("regions_named", "計画が挙げる地域", "Regions that the plan names",
               refers_to=("regions.csv", "region_id")),
        *OF_PLAN,
    ),
    "glossary.csv": (
        column("term_id", "番号", "Id", name="id", required=True),
        column("term", "用語", "Term", Holds.BILINGUAL, required=True),
        column("meaning", "意味", "Meaning", Holds.BILINGUAL, required=True),
        column("source_urls", "事実を述べる場合の出典", "Source, where a fact is stated", Holds.LINKS),
    ),
    "search_words.csv": (
        column("word", "打ち込まれる言葉", "Word as typed", required=True),
        column("kind", "指すものの種類", "Kind of thing that it means", Holds.CODE, categories=WORD_MEANS,
               required=True),
        column("means", "指すものの番号や言葉(`|` 区切り)", "Id or words of what it means, joined by `|`"),
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
    "plan_2022_07.csv": (
        column("row_id", "番号", "Id", name="id", required=True),
        column("status", "当時の状況(レイヤーの区分)", "Status at the time (a code of the layer)", required=True),
        column("date", "当時の期日", "Date as planned then", Holds.DATE),
        column("basis", "根拠", "What this rests on", Holds.BILINGUAL, required=True),
        column("source_urls", "出典(空欄は項目の出典による)", "Sources (blank: those of the row)", Holds.LINKS),
    ),
    "base_maps.csv": (
        column("base_map_id", "番号", "Id", name="id", required=True),
        NAME,
        column("host", "接続先", "Host that is called", required=True),
        column("url", "タイルのURL", "Address of a tile", required=True),
        column("attribution", "出典の表示", "Attribution", Holds.BILINGUAL, required=True),
        column("min_zoom", "最小ズーム", "Smallest zoom", Holds.NUMBER, required=True),
        column("max_zoom", "最大ズーム", "Largest zoom", Holds.NUMBER, required=True),
    ),
    "publishers.csv": (
        column("host", "ホスト(www. を除く)", "Host, without www.", name="id", required=True),
        NAME,
    ),
    "cable_segments.csv": (
        column("cable_id", "ケーブル", "Cable", refers_to=CABLE, required=True),
        column("segment_no", "区間の順", "Order of the segment", Holds.NUMBER, required=True),
        column("from_landing_id", "起点", "From", refers_to=LANDING, required=True),
        column("to_landing_id", "終点", "To", refers_to=LANDING, required=True),
        column("kind", "種別", "Kind", Holds.CODE, categories=TRUNK, required=True),
        column("landing_status", "陸揚げの確かさ", "How sure the landing is", Holds.CODE,
               categories=LANDING_STATUS),
    ),
    "cable_companies.csv": (
        column("name", "名称", "Name", name="id", required=True),
        column("part", "役割", "Part", Holds.CODES, categories=PART, required=True),
        column("is_japanese", "日本企業か", "A Japanese company", Holds.CODE, categories=YES_NO, required=True),
        NOTE,
    ),
    "cable_support.csv": (
        column("cable_id", "ケーブル", "Cable", name="id", refers_to=("cables.csv", "cable_id"), required=True),
        column("support", "日本の支援(cables.csv の japan_role による)", "Japan's support, by japan_role in cables.csv",
               Holds.CODES, categories=SUPPORT, required=True),
    ),
    "cable_joints.csv": (
        column("joint_id", "番号", "Id", name="id", required=True),
        column("node_a", "一方の点", "One point", refers_to=LANDING, required=True),
        column("node_b", "他方の点", "The other point", refers_to=LANDING, required=True),
        column("kind", "種別", "Kind", Holds.CODE, categories=JOINTS, required=True),
        NOTE,
        column("source", "出典", "Source", Holds.LINKS, required=True),
    ),
    "branching_unit_moves.csv": (
        column("landing_id", "分岐装置", "Branching unit", refers_to=LANDING, name="id", required=True),
        column("lon", "移した先の経度", "Longitude to which it is moved", Holds.LONGITUDE, required=True),
        column("lat", "移した先の緯度", "Latitude to which it is moved", Holds.LATITUDE, required=True),
        WHY,
    ),
    "cable_length_exceptions.csv": (
        column("cable_id", "ケーブル", "Cable", refers_to=CABLE, name="id", required=True),
        WHY,
    ),
    "cable_land_notes.csv": (
        column("cable_id", "ケーブル", "Cable", refers_to=CABLE, required=True),
        column("segment_no", "区間の順", "Order of the segment", Holds.NUMBER, required=True),
        WHY,
    ),
    "coverage.csv": (
        column("id", "番号", "Id", required=True),
        column("what", "計画が挙げるもの", "What the plan names", Holds.BILINGUAL, required=True),
        column("page", "見られるページ", "Page on which it stands"),
        column("section", "ページの節", "Section of the page"),
        column("query", "見られる表示(条件)", "View in which it stands (query)"),
        column("probe", "そこで読める語", "Word that is read there", required=True),
    ),
}
