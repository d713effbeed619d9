"""Phrases of the documents that a desk reads: the country page and what all documents share."""

from __future__ import annotations

from i18n.text import Text

TITLE = Text("{name} 国別カード", "{name}: country card")
SUBTITLE = Text("総務省海外展開行動計画2025 / {region} / データ時点 {date}",
                "MIC Action Plan 2025 / {region} / Data as of {date}")
NARROWED = Text("次の表示条件で絞り込んだ内容です: {query}", "Narrowed by the filters of this view: {query}")

IDENTITY = Text("国・地域の概要", "The country or area")
NAME = Text("名称", "Name")
OTHER_NAME = Text("英語名", "Name in Japanese")
OTHER_NAMES = Text("別名", "Other names in Japanese")
CODES = Text("ISO 3166-1 コード", "ISO 3166-1 codes")
KIND = Text("種別", "Kind")
BELONGS = Text("属する国", "Belongs to")
REGION = Text("地域", "Region")
REGION_ALSO = Text("{region}(別の分け方では{other})", "{region} ({other} under another division)")
GROUPS = Text("国の集まり", "Groups of countries")
CAPITAL = Text("首都・行政の中心", "Capital or seat")
NOTE = Text("補足", "Note")

GLANCE = Text("件数", "In numbers")
GLANCE_CAPTION = Text("この国・地域に関する項目の数", "Items on this country or area")
KIND_OF_ITEM = Text("種類", "Kind of item")
COUNT = Text("件数", "Number")
HIDDEN_COUNT = Text("既定で非表示", "Hidden by default")
SHOWN = Text("{layer}: {count}件", "{layer}: {count}")
HIDDEN = Text("(ほか{count}件は既定で非表示)", " ({count} more hidden by default)")
NOTHING = Text(
    "この国・地域に関する項目は、このアトラスにはありません。地域の方針を下に示します。",
    "The atlas holds no item on this country or area. What the plan offers its region stands below.",
)
ALL_HIDDEN = Text(
    "この国・地域に関する項目は、すべて既定で非表示です({count}件)。地域の方針を下に示します。",
    "All items on this country or area are hidden by default ({count}). What the plan offers its region stands below.",
)
ONLY_THROUGH = Text(
    "この国・地域を名指す項目はありません。地域の言葉か国際機関を通じた項目だけです({count}件)。",
    "No item names this country or area; there are only those through an area word or a body ({count}).",
)
UNREADABLE = Text("データを読み込めなかったもの: {layers}。", "Data that could not be read: {layers}.")

NUMBERED = Text("{label} {number}", "{label} {number}")
DETAILS = Text("{layer}の詳細", "{layer}: details")
STATED = Text("状況: {status}({date}時点、確度 {confidence})",
              "Status: {status} (as of {date}; confidence: {confidence})")
BLANK = Text("—", "—")
NO_DATE = Text("日付の記載なし", "No date given")
LABELLED = Text("{label}: {words}", "{label}: {words}")
ENTRY = Text("{date} {name}〔{kinds}〕", "{date}. {name} [{kinds}]")
SENTENCES = Text("。", ". ")
FACTS = Text(" / ", "; ")
NAMES = Text("、", "; ")

STRATEGY = Text("地域の方針({region})", "The plan on the region ({region})")
NO_STRATEGY = Text("計画は、この国・地域を含む地域の方針を示していません。",
                   "The plan states no strategy for the region of this country or area.")
FRAMEWORKS = Text("挙げられている枠組みなど", "Frameworks named")
FIELDS_NAMED = Text("挙げられている分野", "Fields named")

MENTIONS = Text("計画の記述", "What the plan says")
BY_NAME = Text("名を挙げている箇所", "Where the plan names it")
BY_AREA = Text("この国・地域を含む地域の言葉で述べている箇所", "Where the plan names an area that it is part of")
QUOTED = Text("「{quote}」", "{meaning}")
SAID_IN = Text("{said}〔{where}〕", "{said} [{where}]")
WHERE = Text("{section}: {part}", "{section}: {part}")
PROJECT_NO = Text("第{no}号", "no. {no}")

NOTES = Text("読み方", "How to read this")
READING = Text(
    "「最後に示された期日」は、過ぎたのに実現を確認できない予定です。確度は資料の種類を示し、いまの状況を保証しません。",
    "A date that is “last stated” has passed without confirmation. Confidence grades the kind of source; "
    "it does not say that the status still holds.",
)

SOURCES = Text("出典", "Sources")
VIEW = Text("この表示: ?{query}", "This view: ?{query}")
MAP_OF = Text("地図: {title}", "Map: {title}")
PAGE_FOOT = Text("海外展開アトラス / データ時点 {date} / ", "Tenkai Atlas / Data as of {date} / ")
LACKING = Text(
    "「〓」は、このファイルのフォントにない文字です({characters})。",
    "“〓” stands for a character that the fonts of this file lack ({characters}).",
)
FIGURE = Text("数値", "Figure")
TARGET = Text("目標", "Target")
SHARE = Text("達成率", "Share")
ITEM = Text("項目", "Item")
