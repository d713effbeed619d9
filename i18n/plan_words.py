"""Phrases of the documents that a desk reads: regions, fields, the old plan, the overview, the sources."""

from __future__ import annotations

from i18n.text import Text

WITH_DETAILS = Text("{name}({details})", "{name} ({details})")
LABELLED = Text("{label} {value}", "{label} {value}")
OPENS_ON_MAP = Text("地図で見る", "Show on the map")
QUOTED = Text("{name}: {said}", "{name}: {said}")
AT = Text("{date}時点", "as of {date}")
AND_MORE = Text("{names}ほか{count}", "{names} and {count} more")
COUNTED = Text("{count}件", "{count} items")
NONE_SHOWN = Text("いまの条件で該当する記録はありません。", "No record under the present filters.")
NEWEST = Text("日付の新しい事実", "Newest dated facts")
NO_NEWEST = Text("日付のある記録はありません。", "There is no dated record.")

COUNTRY = Text("国・地域", "Country or area")
ALL_FIELDS = Text("全分野", "All fields")
MATRIX = Text(
    "国・地域と分野(数は件数。かっこ内はそのうちEU・ASEAN等を通じた文書)",
    "Countries by fields (numbers of items; in brackets, those among them through EU, ASEAN and other bodies)",
)
MATRIX_TITLE = Text("取組の一覧表", "Engagement matrix")
MATRIX_SUBTITLE = Text("国・地域と分野ごとの件数", "Items of each country and area in each field")
MATRIX_HOW = Text(
    "複数の分野にわたる項目は各分野で1件ずつ、全分野では1件と数えます。複数の国にわたる項目は各国で数えます。",
    "An item of several fields counts in each of them and once under all fields; one of several countries in each.",
)
DASH_HOW = Text(
    "「–」はこのアトラスに記録がないことを示し、取組がないとは限りません。",
    "A dash means that the atlas has no record; there may be activity all the same.",
)
OF_EACH_KIND = Text("種類ごとの出典", "Sources of each kind")
WHOLE_REGION = Text("【{region}】", "[{region}]")
PARTLY_THROUGH = Text("{count}({through})", "{count} ({through})")
KINDS = Text("種類ごとの件数", "Items of each kind")
TOTAL = Text("合計", "Total")

REGION_SUBTITLE = Text("地域別資料", "Region desk")
NOT_OF_THE_PLAN = Text(
    "この区分は計画の8地域に含まれず、計画の戦略はありません。",
    "This is not one of the eight regions of the plan, which has no strategy for it.",
)
STRATEGY = Text("計画の戦略", "The plan's strategy")
FRAMEWORKS = Text("計画が挙げる枠組み", "Frameworks that the plan names")
FIELDS_NAMED = Text("戦略が触れる分野", "Fields that the strategy mentions")
NO_FRAMEWORKS = Text("計画が挙げる枠組みはありません。", "The plan names no framework.")
NO_FIELDS_NAMED = Text("計画の戦略が触れる分野はありません。", "The strategy mentions no field.")
COUNTRIES_BY_FIELD = Text("国・地域と分野", "Countries and fields")
SILENT = Text("記録のない国・地域({count}): {names}", "Countries and areas without a record ({count}): {names}")
FIGURES = Text("数値", "Figures")
NO_FIGURES = Text("この地域について計画が示す数値はありません。", "The plan gives no figure for this region.")
GAPS = Text("記録のない分野", "Fields without a record")
GAPS_HOW = Text(
    "このアトラスに記録がないことを示すもので、取組がないとは限りません。",
    "The atlas has no record of these; there may be activity all the same.",
)
GAP = Text("{field}", "{field}")
GAP_NAMED = Text("{field}(計画の戦略が触れる分野)", "{field} (a field that the strategy mentions)")
NO_GAPS = Text("計画の10分野すべてに記録があります。", "There are records in all ten fields of the plan.")

FIELD_SUBTITLE = Text("計画の重点分野 {number}", "Priority field {number} of the plan")
NO_FIELD_SUBTITLE = Text("計画の重点分野ではない区分", "Not a priority field of the plan")
POLICY = Text("計画の方針", "What the plan says")
KEYWORDS = Text("キーワード", "Keywords")
NO_FIELD_FIGURES = Text("この分野について計画が示す数値はありません。", "The plan gives no figure for this field.")
NO_KEYWORDS = Text("計画のキーワードはありません。", "There are no keywords of the plan.")
NAMED_COUNTRIES = Text("計画が名を挙げる国", "Countries that the plan names")
NAMED_AREAS = Text("計画が名を挙げる地域", "Areas that the plan names")
NONE_NAMED = Text("計画が名を挙げる国・地域はありません。", "The plan names none.")
SAID_OF = Text("{name}: 「{quote}」", "{name}: {meaning}")
SAID_IN_PROJECT = Text("(旧計画 {number})", " (old plan, no. {number})")
REGION_SHORT = Text("地域", "Region")
BY_REGION = Text("地域と種類ごとの件数", "Items by region and kind")
FROM_OLD_PLAN = Text("旧計画から引き継ぐプロジェクト", "Old projects that flow into this field")
NO_OLD_PROJECT = Text("対応する旧計画のプロジェクトはありません。", "No project of the old plan flows into this field.")

OLD_PLAN = Text("旧計画の20プロジェクト", "The 20 projects of the old plan")
OLD_PLAN_SUBTITLE = Text("中間的評価(2022年7月の概要による)", "Interim evaluation, as in the outline of July 2022")
WHAT_IT_IS = Text("この評価について", "What this evaluation is")
EVALUATION = Text("達成したことと残る課題", "Achieved and remaining")
PROJECT = Text("プロジェクト", "Project")
ACHIEVED = Text("達成したこと", "Achieved")
REMAINING = Text("残る課題", "Remaining")
PLACES_NAMED = Text("名を挙げる国", "Countries named")
AREAS_NAMED = Text("名を挙げる地域", "Areas named")
NUMBERED = Text("{number}. {name}", "{number}. {name}")
OLD_PROJECT = Text("旧計画のプロジェクト第{number}号 {name}", "old plan's project no. {number}: {name}")
INDICATORS = Text("指標", "Indicators")
INDICATORS_HOW = Text(
    "計画が数で示すものだけを棒で示します。目標は、同じ指標の目標として計画が示す数です。",
    "Only what the plan counts is drawn as a bar; a target is the number that the plan sets for the same indicator.",
)
SHARE_REACHED = Text("{label}(目標の{share}%)", "{label} ({share}% of the target)")
FLOW = Text("20プロジェクトから10分野へ", "From the 20 projects to the 10 fields")
FLOW_HOW = Text(
    "概要の対応図には本文がないため、対応は推定です。根拠と確度を添えます。",
    "The outline shows the relation only as a figure without text, "
    "so these links are inferred; each has its basis and confidence.",
)
FIRST_FIELD = Text("主な分野(推定)", "First field (inferred)")
SECOND_FIELD = Text("ほかの分野(推定)", "Second field (inferred)")
BASIS = Text("推定の根拠", "Basis")
SURENESS = Text("確度", "Confidence")
LINKED = Text("{number}. {name}(対応は推定。根拠: {basis}。確度: {confidence})",
              "{number}. {name} (inferred link; basis: {basis}; confidence: {confidence})")

FIELDS_OF_STRATEGIES = Text("各地域の戦略が触れる分野", "Fields that the strategy of each region mentions")
MENTIONED = Text("あり", "Yes")
TO_THE_PLAN = Text("本計画との関係: {said}", "Relation to the plan: {said}")
OVERVIEW = Text("計画の全体像", "The plan at a glance")
OVERVIEW_SUBTITLE = Text("総務省海外展開行動計画2025(概要、2022年7月)", "MIC Action Plan 2025, outline of July 2022")
DOCUMENT = Text("文書", "Document")
BACKGROUND = Text("背景", "Background")
ISSUES = Text("取組を強化すべき課題", "Issues to strengthen")
PRINCIPLES = Text("基本理念", "Basic principles")
TEN_FIELDS = Text("10の重点分野", "Ten priority fields")
EIGHT_REGIONS = Text("8つの地域", "Eight regions")
MEASURES = Text("支援策", "Support measures")
ADOPTERS = Text("地デジ日本方式(ISDB-T)の採用国", "ISDB-T adopters")
ADOPTERS_WITH_JAPAN = Text("日本を含む採用国", "Adopters including Japan")
ADOPTERS_ABROAD = Text("海外の採用国(日本を除く)", "Adopters abroad (without Japan)")
COUNTRIES = Text("{count}か国", "{count} countries")
KEY_FIGURES = Text("主な数値と日付", "Key figures and dates")
FIGURE = Text("項目", "Figure")
VALUE = Text("値・時期", "Value or date")
ABOUT = Text("関係する分野・地域", "Field or region")
DERIVED = Text("{label}[計画の数からの計算]", "{label} [computed from the plan's numbers]")
AFTER = Text("計画の後の動き", "After the plan")
AFTER_HOW = Text(
    "2022年の計画の後に公表されたもので、計画の分野・目標とは別のものです。2030年等の後の年次を掲げる海外展開行動計画は見つかっていません。",
    "Published after the plan of 2022 and apart from its fields and targets. No action plan for overseas deployment "
    "with a later year was found.",
)

SOURCES_TITLE = Text("出典とライセンス", "Sources and licences")
SOURCES_SUBTITLE = Text("公表元、資料の種類、利用条件、確度", "Publishers, kinds of source, terms of use, confidence")
PUBLISHERS = Text("公表元(ページの接続先ごとの件数)", "Publishers (facts that cite a page, by host)")
PUBLISHER = Text("公表元", "Publisher")
CITED_BY = Text("引用する事実", "Facts that cite it")
SOURCE_KINDS = Text("ページのない出典", "Sources without a page")
SOURCE_KIND = Text("資料の種類", "Kind of source")
FROM_PLAN = Text("計画の概要による事実", "Facts from the plan's outline")
LICENCES = Text("データとソフトウェアの利用条件", "Terms of data and software")
LICENSED = Text("対象", "What")
LICENCE = Text("ライセンス", "Licence")
ATTRIBUTION = Text("表示", "Attribution")
CONFIDENCE_HOW = Text("確度の意味", "What confidence means")

CHANGES = Text("更新と動き", "What changed")
CHANGES_SINCE = Text("{date} 以降", "Since {date}")
HAPPENED = Text("起きたこと・状況の確認", "What happened, and statuses")
EDITED = Text("データの編集", "Edits of the data")
