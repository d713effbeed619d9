"""Phrases of the one-page sheets: what was left out of the page, and where it stands."""

from __future__ import annotations

from i18n.text import Text

FULL = {
    "country": Text("国別カード", "the country card"),
    "region": Text("地域別資料", "the region desk"),
    "field": Text("分野のページ", "the page of the field"),
}
"""The whole document of which a sheet is the short one."""
SHORT = Text("この一枚は要約です。すべての項目は「{full}」({view})にあります。",
             "This page is a summary; every item stands in {full} ({view}).")
HOSTS = Text("出典はサイト名で示し、リンクを付けています。URL は「{full}」にあります。",
             "Sources are given by site, with links; the URLs stand in {full}.")
SOURCES_LEFT = Text("ほかに出典が{count}件あり、「{full}」にあります。", "{count} more sources stand in {full}.")
LINES_LEFT = Text("紙面に入らない{count}行を省きました。「{full}」にあります。",
                  "{count} lines that had no room here stand in {full}.")
TOO_MUCH = Text("「{title}」は、A4一枚に収まりません。", "“{title}” does not fit on one A4 page.")
NO_SHEET = Text("「{value}」の一枚はありません。国・地域の名前かコード、地域、分野を指定してください。",
                "There is no sheet of “{value}”: name a country or area, a region or a field.")
UNKNOWN_SUFFIX = Text("「{file}」の拡張子からは形式が分かりません。使えるもの: {known}。",
                      "“{file}”: its suffix names no format. Use one of {known}.")
BUTTONS = {
    "pdf": Text("A4一枚 PDF", "One A4 page, PDF"),
    "docx": Text("A4一枚 Word", "One A4 page, Word"),
}
