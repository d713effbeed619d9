"""Columns of the tables that the pages of the desk read: the plan's words and numbers, and what came after it."""

from __future__ import annotations

from collections.abc import Mapping

from i18n.text import Text
from layers import common
from layers.base import Category, Field, Holds, column
from layers.support_plan import FIELD_ID, NAME, NOTE

REGIONS = ("regions.csv", "region_id")
AREA = ("region_aliases.csv", "area_id")
SECTIONS = (
    Category("priority_field", Text("重点分野", "Priority fields")),
    Category("region_strategy", Text("地域別戦略", "Strategies by region")),
    Category("plan20_name", Text("旧計画のプロジェクトの題名", "Title of an old project")),
    Category("plan20_achieved", Text("旧計画のプロジェクトの成果", "Old project: achieved")),
    Category("plan20_remaining", Text("旧計画のプロジェクトの課題", "Old project: remaining")),
)
ROLES = (Category("japan", Text("日本", "Japan")), Category("partner", Text("相手国", "Partner")))
GROUPS = (
    Category("document", Text("文書", "Document")),
    Category("background", Text("背景", "Background")),
    Category("issue", Text("課題", "Issues")),
    Category("principle", Text("基本理念", "Basic principles")),
    Category("old_plan", Text("旧計画", "The old plan")),
)
FIGURE_KINDS = (
    Category("horizon", Text("目標年", "Target year")),
    Category("date", Text("日付", "Date")),
    Category("count", Text("数", "Count")),
    Category("event", Text("出来事", "Event")),
    Category("framework", Text("枠組みの年", "Year of a framework")),
    Category("period", Text("期間", "Period")),
    Category("actual", Text("実績", "Actual")),
    Category("target", Text("目標", "Target")),
    Category("deadline", Text("期限", "Deadline")),
    Category("derived", Text("計算した値", "Derived")),
)
UNITS = (
    Category("year", Text("年", "year")),
    Category("years", Text("年間", "years")),
    Category("countries", Text("か国", "countries")),
    Category("projects", Text("件", "projects")),
    Category("licence", Text("件の免許", "licence")),
    Category("works", Text("本", "works")),
    Category("people", Text("人", "people")),
    Category("%", Text("%", "%")),
    Category("fields", Text("分野", "fields")),
    Category("regions", Text("地域", "regions")),
)
PRECISIONS = (
    Category("year", Text("年", "Year")),
    Category("month", Text("月", "Month")),
    Category("season", Text("季節", "Season")),
    Category("fiscal_year", Text("年度", "Fiscal year")),
    Category("fiscal_year_end", Text("年度末", "End of a fiscal year")),
)
SUCCESSORS = (
    Category("nearest", Text("最も近い後継", "Nearest successor")),
    Category("government", Text("政府全体の方針", "Direction of the whole government")),
    Category("domestic", Text("国内向けの計画", "Domestic counterpart")),
    Category("measure", Text("支援策のその後", "What became of a support measure")),
    Category("related", Text("関連する検討", "Related work")),
    Category("regional", Text("地域の新しい枠組み", "Newer frame of a region")),
)
ACTORS = (
    Category("ministry", Text("総務省(内部部局・外局)", "MIC with its bureaus and agencies")),
    Category("jict", Text("JICT", "JICT")),
    Category("japan_public", Text("日本の公的機関", "Public body of Japan")),
    Category("partner_public", Text("相手国・国際機関などの公的機関", "Public or international body of the partner")),
    Category("others", Text("名の挙がらない参加者", "Others, not named")),
)
LINE = column("seed_line", "計画概要の行", "Line of the plan's outline")
SOURCE = column("source", "出典", "Source")
MEANING = column("meaning_en", "意味(英語)", "Meaning in English")
OF_FIELD = column("field_id", "分野", "Field", refers_to=FIELD_ID)
OLD_PROJECT = common.old_project()

DESK: Mapping[str, tuple[Field, ...]] = {
    "project_bodies.csv": (
        column("name", "名称(projects.csv の actor の書き方)", "Name, as actor of projects.csv writes it",
               Holds.BILINGUAL, required=True),
        column("kind", "区分", "Kind", Holds.CODES, categories=ACTORS, required=True),
        NOTE,
    ),
    "support_measures.csv": (
        column("id", "番号", "Id", required=True),
        NAME,
        column("points", "内容", "Points", Holds.BILINGUAL, required=True),
        LINE,
        column("seed_lines_points", "内容の行", "Lines of the points"),
        column("note", "補足(英語)", "Note in English"),
        SOURCE,
    ),
    "plan_frame.csv": (
        column("group", "区分", "Group", Holds.CODE, categories=GROUPS, required=True),
        column("id", "項目", "Item (several rows may share it)", name="item", required=True),
        NAME,
        column("point", "内容", "Point", Holds.BILINGUAL, required=True),
        LINE,
        SOURCE,
    ),
    "figures.csv": (
        column("id", "番号", "Id", required=True),
        column("kind", "種別", "Kind", Holds.CODE, categories=FIGURE_KINDS, required=True),
        column("label", "何の数値か", "What it counts", Holds.BILINGUAL, required=True),
        column("value", "値", "Value", Holds.NUMBER),
        column("unit", "単位", "Unit", Holds.CODE, categories=UNITS),
        column("date", "時点・期間(年度は FY2021、期間は / 区切り)", "Date or period (FY2021; periods with /)"),
        column("date_precision", "時点の細かさ", "How precise the date is", Holds.CODE, categories=PRECISIONS),
        column("countries", "国・地域", "Countries and areas", Holds.COUNTRIES),
        OF_FIELD,
        column("region_id", "地域", "Region", refers_to=REGIONS),
        OLD_PROJECT,
        LINE,
        SOURCE,
    ),
    "country_mentions.csv": (
        column("iso_a3", "国・地域", "Country or area", Holds.COUNTRIES, required=True),
        column("name_ja", "名称", "Name in Japanese", required=True),
        column("section", "計画の箇所", "Section of the plan", Holds.CODE, categories=SECTIONS, required=True),
        OF_FIELD,
        column("section_region_id", "箇所の地域(国の地域ではない)", "Region of the section, not of the country",
               refers_to=REGIONS),
        column("quote_ja_short", "計画の言葉", "Words of the plan", required=True),
        MEANING,
        OLD_PROJECT,
        LINE,
        column("seed_word", "国を指す言葉", "Word that names the country", required=True),
        column("role", "役割", "Role", Holds.CODE, categories=ROLES, required=True),
    ),
    "area_mentions.csv": (
        column("area_id", "地域の言葉", "Area word", refers_to=AREA, required=True),
        column("word_ja", "計画の言葉での地域", "Word in Japanese", required=True),
        column("section", "計画の箇所", "Section of the plan", Holds.CODE, categories=SECTIONS, required=True),
        OF_FIELD,
        column("region_id", "当てはまる地域", "Regions that it stands for", refers_to=REGIONS),
        column("quote_ja_short", "計画の言葉", "Words of the plan", required=True),
        MEANING,
        OLD_PROJECT,
        LINE,
    ),
    "plan_successors.csv": (
        column("successor_id", "番号", "Id", name="id", required=True),
        column("date", "時点(空欄は未確認)", "Date (blank: not confirmed)", Holds.DATE),
        NAME,
        column("publisher", "発表・採択した主体", "Publisher", Holds.BILINGUAL, required=True),
        column("kind", "計画との関係(区分)", "Relation to the plan (kind)", Holds.CODE, categories=SUCCESSORS,
               required=True),
        column("what", "内容", "What it says", Holds.BILINGUAL, required=True),
        column("relation", "2022年の計画との関係", "How it relates to the plan of 2022", Holds.BILINGUAL,
               required=True),
        column("field_ids", "関わる計画の分野(当方の読み方)", "Fields of the plan that it touches (our reading)",
               refers_to=FIELD_ID),
        column("moc_id", "文書の表の番号", "Id in the table of documents", refers_to=("mocs.csv", "moc_id")),
        column("source_urls", "出典", "Sources", Holds.LINKS),
        column("source_note", "出典の説明", "Notes on sources", Holds.BILINGUAL),
    ),
}
