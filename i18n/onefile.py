"""Phrases of the map that is one HTML file: what it is, how it is used, printed and read without our program."""

from __future__ import annotations

from i18n.text import Text

ALONE = Text(
    "この地図は1つのファイルで動きます。通信はせず、インストールも要りません。内容はデータ時点のもので、後から更新されません。",
    "This map is a single file: it makes no request and needs nothing installed. It stays as of the date of its data.",
)
NO_SCRIPT = Text(
    "この地図を動かすには、ブラウザーのJavaScriptを有効にしてください。",
    "Please allow JavaScript in the browser: the map needs it.",
)
SEARCH = Text("国・項目を検索", "Search countries and items")
FOUND = Text("検索結果", "Results")
FOUND_COUNT = Text("{count}件見つかりました", "{count} found")
PRINT = Text("印刷", "Print")
PRINT_HELP = Text(
    "地図と凡例に、表示中の項目の出典を付けて印刷します。",
    "Prints map and legend with the sources of what is shown.",
)
FILTERS = Text("表示と絞り込み", "Layers and filters")
ADD_COUNTRY = Text("国・地域を選んで追加", "Add a country or area")
REMOVE = Text("{name}を外す", "Remove {name}")
SHOW_ALL = Text("既定で隠している行も表示", "Also show what is hidden by default")
AS_FIRST = Text("最初の表示に戻す", "Back to the first view")
PART = Text("{part}({count})", "{part} ({count})")
COLOURED = Text("{layer}の{name}", "{layer}: {name}")
NOTES = Text("出典・注記", "Sources and notes")
PUBLISHED = Text("出典の主な発行元: {names}", "Main publishers of the sources: {names}")
MORE_PUBLISHED = Text(
    "、ほか{count}(全出典は各項目に記載。印刷すると一覧が付く)",
    " and {count} more (every item names its sources; on paper a list of them follows)",
)
LICENCES = Text("ライセンス: {names}", "Licences: {names}")
VERSION = Text("データの版: {version}", "Version of the data: {version}")
ROW_SOURCES = Text("表示中の項目の出典({count}件)", "Sources of what is shown ({count})")
UNDETERMINED = Text(
    "塗りのない白い陸地は帰属未定の地域です。国境と地名は日本政府の立場に従っています。",
    "White land without a fill is undetermined. Borders and names follow the position of the Government of Japan.",
)
OPEN_AGAIN = Text(
    "このファイルには、開いたときの表示条件と事実の照合記録が入っています。",
    "The file remembers the view it opens with and a fingerprint of each fact.",
)
