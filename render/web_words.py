"""The words of the interactive map: what it says by itself, in both languages."""

from __future__ import annotations

from i18n import words
from i18n.text import LISTED, Lang, Text

WORDS = {
    "map": Text("海外展開の地図。矢印キーで国から国へ移り、Enterで選択、Escで戻る。Shift+矢印で移動、+と-で拡大・縮小",
                "Map of the plan abroad. Arrow keys go from country to country, Enter selects, Esc leaves; "
                "Shift and arrows move the map, + and - zoom"),
    "legend": Text("凡例", "Legend"),
    "switch": Text("押すと表示・非表示を切り替えます", "Press to show or hide"),
    "zoom_in": Text("拡大", "Zoom in"),
    "zoom_out": Text("縮小", "Zoom out"),
    "fit": Text("絞り込みに合わせて全体を表示", "Show all that is filtered"),
    "pale": words.PALER,
    "vague": words.RINGED,
    "assumed": words.DOTTED,
    "cut": words.CUT_LINE,
    "lost": words.LOST_LANDING,
    "lost_country": words.LOST_COUNTRY,
    "undetermined": Text("帰属未定", "Undetermined"),
    "nothing": Text("この国・地域に表示中の項目はありません", "Nothing shown on this country or area"),
    "shows": Text("地図に表示中: {layers}。", "On the map: {layers}. "),
    "shows_nothing": Text("地図に表示中の項目はありません。", "Nothing shows on the map. "),
    "counted": Text("{name} {count}件", "{name} ({count})"),
    "chosen": Text("選択中: {names}。", "Selected: {names}. "),
    "crowd": Text("円の面積は件数", "Circle area: number of rows"),
    "nearer": Text("押すと拡大します", "Click to zoom in"),
    "named": Text("押すと名前を表示します", "Click for their names"),
    "more": Text("ほか {count} 件", "{count} more"),
    "comma": LISTED,
}


def words_of_the_map() -> dict[str, dict[str, str]]:
    """Write the words by language."""
    return {lang.value: {key: text[lang] for key, text in WORDS.items()} for lang in Lang}
