"""Phrases of the short documents that slides and one-page sheets tell."""

from __future__ import annotations

from i18n.text import Text

COVER = Text("総務省海外展開行動計画2025の取組", "Work under the MIC Action Plan 2025")
COVER_SUBTITLE = Text("海外展開アトラス / データ時点 {date}", "Tenkai Atlas / Data as of {date}")
IN_IT = Text("内容", "In this deck")
WHAT = Text("表示", "Shows")
ITEMS = Text("項目", "Items")
NARROWED = Text("条件", "Filters")
OVERVIEW_SUBTITLE = Text(
    "行動計画2025(2022年7月概要)/ {fields}分野・{regions}地域",
    "MIC Action Plan 2025 (July 2022) / {fields} fields, {regions} regions",
)
FIELD_SUBTITLE = Text("計画の重点分野 {number}/{of}", "Priority field {number} of {of} of the plan")
REGION_SUBTITLE = Text("計画の地域 {number}/{of}", "Region {number} of {of} of the plan")
NO_REGION_SUBTITLE = Text("計画の地域ではない区分", "Not a region of the plan")
COUNTRY_SUBTITLE = Text("{region} / データ時点 {date}", "{region} / Data as of {date}")
FIGURES = Text("主な数値", "Key figures")
FIGURES_SUBTITLE = Text("計画が示す数値と、このアトラスの件数", "The plan's figures, and the items of this atlas")
SOURCES = Text("出典と読み方", "Sources and how to read")
SOURCES_SUBTITLE = Text("表示した項目の出典(多くの項目を支える順)", "Of the items in view, who supports most first")
BETWEEN = Text(" / ", " / ")
FILTERS = Text("条件: ", "Filters: ")

PLAN = Text("計画の方針", "What the plan says")
PLAN_OF_COUNTRY = Text("概要と計画での位置づけ", "The country, and what the plan says of it")
PLAN_OF_REGION = Text("概要と計画の方針({region})", "The country, and what the plan says of {region}")
PRINCIPLES = Text("計画の基本理念", "Principles of the plan")
NUMBERS = Text("件数", "In numbers")
MOST = Text("件数の多い国・地域", "Countries and areas with most")
MOST_OF = Text("{name} {count}件", "{name} {count} items")
NEWEST = Text("新しい動き", "Newest facts")
NEWEST_MOCS = Text("新しい協力覚書など", "Newest memoranda and dialogues")
STANDING = Text("現況", "Where it stands")
BY_REGION = Text("地域と種類ごとの件数", "Items by region and kind")
BY_REGION_HOW = Text(
    "複数の地域にわたる項目は、それぞれの地域で数えています。",
    "An item of several regions counts in each of them.",
)

COUNTED = Text("{count}件", "{count} items")
ONE = Text("{count}件", "{count} item")
COUNTED_IN = Text("{items}・{countries}", "{items}, {countries}")
COUNTRIES = Text("{count}か国", "{count} countries")
ONE_COUNTRY = Text("{count}か国", "{count} country")
PLACES = Text("{count}か国・地域", "{count} countries and areas")
ONE_PLACE = Text("{count}地域", "{count} area")
WITH_HIDDEN = Text("既定で非表示の項目も含む総数", "All, those hidden by default included")
NOTHING = Text(
    "いまの条件に当てはまる項目は、このアトラスにありません。取組がないとは限りません。",
    "The atlas holds no item under these filters; there may be activity all the same.",
)
ALL_HIDDEN = Text(
    "当てはまる項目は、どれも既定で非表示です。",
    "All items that fit are hidden by default.",
)
ONLY_THROUGH = Text(
    "この国・地域を名指す項目はなく、国際機関や地域を通じた項目だけです。",
    "No item names this country or area; there are only those through a body or an area.",
)
NO_NEWEST = Text("日付のある項目はありません。", "There is no dated item.")
NO_FIGURES = Text("いまの条件に当てはまる計画の数値はありません。", "The plan gives no figure under these filters.")
NO_SOURCES = Text("表示した項目はありません。", "There is no item in view.")
ADOPTERS_ABROAD = Text("うち海外(日本を除く)", "Of these abroad (without Japan)")

NO_DATE = Text("日付なし", "Undated")
DATED = Text("{date} {name}({details})", "{date}: {name} ({details})")
AS_OF = Text("{date}時点", "as of {date}")
LABELLED = Text("{label} {value}", "{label}: {value}")
TELEVISION = Text("地デジ(ISDB-T)", "Digital TV (ISDB-T)")
WAYS = Text("独立した海底ケーブル経路", "Independent ways out by cable")
WAYS_NOW = Text("いま{now}", "{now} now")
WAYS_COMING = Text("いま{now}、建設中・計画を含めて{coming}", "{now} now, {coming} with those being built or planned")
NEXT_CABLE = Text("次のケーブル", "Next cable")

PUBLISHER = Text("公表元", "Publisher")
SUPPORTS = Text("支える項目", "What it supports")
PUBLISHERS = Text("公表元", "Publishers")
CREDITS = Text("利用条件と表示", "Terms and credits")
READING = Text("読み方", "How to read this")
DATES = Text(
    "「最後に示された期日」は、過ぎたのに実現を確認できない予定です。",
    "A date that is “last stated” has passed without confirmation.",
)
AS_OF_MEANS = Text(
    "「時点」は、その状況を支える最も新しい資料の日付です。",
    "“As of” is the date of the newest source that supports the status.",
)
CONFIDENCE = Text(
    "確度は資料の種類を示し、いまの状況を保証しません。既定では確度の低い項目を表示しません。",
    "Confidence grades the kind of source, not whether a status still holds; low is hidden by default.",
)
UNDETERMINED = Text(
    "塗りのない陸地は帰属未定の地域です。国境は日本政府の立場によります。",
    "Land without a fill is undetermined; borders follow the position of the Government of Japan.",
)
