"""Phrases of a deck of slides: its feet, its notes, and what is wrong with a template."""

from __future__ import annotations

from i18n.text import Text

CONTINUED = Text("{title}({at}/{of})", "{title} ({at}/{of})")
SOURCES = Text("出典", "Sources")
NUMBERED = Text("[{number}] {words}", "[{number}] {words}")
MORE_SOURCES = Text("ほか{count}件は備考欄に記載", "{count} more in the speaker notes")
MORE_LINES = Text("ほか{count}件は備考欄に記載", "{count} more in the speaker notes")
LABELLED = Text("{label}: {words}", "{label}: {words}")
OF_TARGET = Text("{figure}(目標 {target}、{share})", "{figure} (target {target}, {share})")
BETWEEN = Text("、", "; ")
MAP_OF = Text("{title}の地図。{shows}", "Map of {title}. {shows}")
CHART_OF = Text("棒グラフ: {caption}。{rows}", "Bar chart: {caption}. {rows}")
TABLE_OF = Text("表: {caption}({count}行)", "Table: {caption} ({count} rows)")
COVER_MAP = Text("表紙の飾り: 世界の陸地だけの地図", "Decoration of the cover: a map of the world's land alone")
MAP, CHART, TABLE, FACTS = Text("地図", "Map"), Text("グラフ", "Chart"), Text("表", "Table"), Text("事実", "Facts")
SUBTITLE, STAMP, MAP_NOTES = Text("副題", "Subtitle"), Text("表示", "Stamp"), Text("地図の注記", "Notes on the map")
GROUND = Text("地図の下地", "Ground of the map")
RULE = Text("罫線", "Rule")

NOTES_LEFT_OUT = Text("スライドに入りきらなかったもの", "What found no room on the slide")
NOTES_SOURCES = Text("出典(全件)", "Sources in full")
NOTES_FACTS = Text("事実の識別子", "Ids of the facts")
NOTES_VIEW = Text("この地図を開くリンク", "Link that opens this map")

MOST_SLIDES = Text(
    "スライドが {count} 枚になり、作れるのは {most} 枚までです。分野・地域・国を絞り込んでください。",
    "The deck would have {count} slides and may have {most}: narrow fields, regions or countries.",
)
TOO_LARGE_DECK = Text(
    "できた資料が {size} MB になり、渡せるのは {most} MB までです。地図を画像にするか、スライドを減らしてください。",
    "The deck has {size} MB and may have {most}: let the maps be pictures, or ask for fewer slides.",
)

_TEMPLATE = Text("テンプレートを使えません: ", "The template cannot be used: ")
TOO_LARGE = _TEMPLATE + Text("{size} MB あり、{most} MB までです。", "it has {size} MB, and {most} MB are allowed.")
OLD_OR_LOCKED = _TEMPLATE + Text(
    "古い形式(.ppt・.pot)か、パスワードで保護されています。保護のない .pptx か .potx で保存してください。",
    "it is in the old format (.ppt, .pot) or locked by a password; save it as .pptx or .potx without one.",
)
BROKEN = _TEMPLATE + Text(
    "壊れているか、PowerPoint のファイルではありません。.pptx か .potx を選んでください。",
    "it is broken or no PowerPoint file; choose a .pptx or .potx.",
)
MACROS = _TEMPLATE + Text(
    "マクロを含んでいます(.pptm・.potm)。マクロなしの .pptx か .potx で保存してください。",
    "it holds macros (.pptm, .potm); save it as .pptx or .potx without them.",
)
SWOLLEN = _TEMPLATE + Text(
    "展開すると大きすぎます({members} 個の部品、{size} MB)。{most_members} 個、{most} MB、圧縮率 {ratio} 倍までです。",
    "it unpacks to too much ({members} parts, {size} MB); {most_members} parts, {most} MB and a ratio of {ratio} are "
    "allowed.",
)
OUTSIDE = _TEMPLATE + Text(
    "「{part}」が外部のもの({target})を参照しています。マスターとレイアウトからリンクを外してください。",
    "“{part}” refers to something outside it ({target}); take links out of its masters and layouts.",
)
ALIVE = _TEMPLATE + Text(
    "「{part}」に埋め込みオブジェクトか ActiveX({kind})があります。マスターとレイアウトから外してください。",
    "“{part}” holds an embedded object or ActiveX ({kind}); take it out of masters and layouts.",
)
NO_TITLE = _TEMPLATE + Text(
    "題名の枠(プレースホルダー)を持つレイアウトがありません。「タイトルのみ」のレイアウトを足してください。",
    "no layout has a placeholder for a title; add the layout “Title Only”.",
)
NO_ROOM = _TEMPLATE + Text(
    "題名とフッターの間に {wide}×{high} cm しか場所がありません。{least_wide}×{least_high} cm 以上あけてください。",
    "between title and footers there is room for only {wide} × {high} cm; leave at least {least_wide} × "
    "{least_high} cm.",
)
TOO_WIDE = _TEMPLATE + Text(
    "スライドが {wide}×{high} cm です。PowerPoint で作れる {most} cm までにしてください。",
    "its slides are {wide} × {high} cm; PowerPoint makes them up to {most} cm.",
)
MANY_PLACES = _TEMPLATE + Text(
    "レイアウト「{layout}」に枠が {count} 個あります。{most} 個までにしてください。",
    "the layout “{layout}” has {count} placeholders; {most} is the most.",
)
OFF_SLIDE = _TEMPLATE + Text(
    "レイアウト「{layout}」の枠「{place}」がスライド({wide}×{high} cm)の外にはみ出しています。枠を中に収めてください。",
    "the placeholder “{place}” of the layout “{layout}” reaches off the slide ({wide} × {high} cm); move it inside.",
)
