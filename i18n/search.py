"""The phrases of search, on the page and in the terminal."""

from __future__ import annotations

from i18n.text import Text

SEARCH = Text("検索", "Search")
EXAMPLE = Text("検索 例: 大洋州 海底ケーブル 協力覚書", "Search, e.g. Oceania submarine cable MoC")
KINDS = {
    "country": Text("国・地域", "Countries and areas"),
    "region": Text("計画の地域", "Regions of the plan"),
    "area": Text("地域の言葉", "Area words"),
    "field": Text("分野", "Fields"),
    "layer": Text("表示するもの", "Layers"),
    "filter": Text("条件", "Filters"),
    "lens": Text("問い", "Questions"),
    "row": Text("項目", "Items"),
    "own": Text("持ち込みのデータ", "Your own data"),
}
SHOW_VIEW = Text("この条件で表示", "Show this view")
CONDITIONS = Text("条件: {parts}", "Filters: {parts}")
TAKEN_AS = Text("{word}→{meaning}", "{word} → {meaning}")
YEARS_TAKEN = Text("{years}年", "{years}")
NOT_UNDERSTOOD = Text("分からなかった言葉: {words}", "Not understood: {words}")
NOTHING_FOUND = Text("見つかりませんでした。", "Nothing was found.")
CAPITAL_IN = Text("{region}、首都: {capital}、{code}", "{region}; capital: {capital}; {code}")
COUNTRIES_OF = Text("{count}か国・地域", "{count} countries and areas")
FIRST_ROWS = Text("出典: {source}", "Source: {source}")
FILTER_OF = Text("{layer}、{field}", "{layer}: {field}")
