"""Phrases of the pages that stand beside the map: how they are called, opened, saved and closed."""

from __future__ import annotations

from i18n.text import Text

PAGES = Text("ページ", "Pages")
TITLES = (
    Text("地図と一覧", "Map and table"),
    Text("計画の全体像", "The plan"),
    Text("旧計画の20プロジェクト", "The old plan's 20 projects"),
    Text("取組の一覧表", "Engagement matrix"),
    Text("更新と動き", "What changed"),
    Text("出典", "Sources"),
)
"""The map alone, then the pages in the order of scene.pages.SINGLE."""
PAGE_OF = Text("国・地域・分野のページ", "Page of a place or field")
KINDS = {
    "region": Text("地域: {name}", "Region: {name}"),
    "field": Text("分野: {name}", "Field: {name}"),
    "country": Text("国・地域: {name}", "Country: {name}"),
}
BOTH = Text("{name} / {other}", "{name} / {other}")
COUNTRY_PAGE = Text("国別カードを開く", "Open the country page")
CLOSE = Text("ページを閉じる", "Close the page")
SAVE = Text("ページを保存", "Save the page")
SAVE_HELP = Text(
    "いまの条件での内容を、出典の番号付きで保存します。",
    "Saved as it stands under the present filters, with its numbered sources.",
)
FORMATS = {
    "pdf": Text("PDF(配布・印刷用)", "PDF (to hand out or print)"),
    "docx": Text("Word(編集用)", "Word (to edit)"),
    "html": Text("HTML(1ファイル・印刷用)", "HTML (one file, to print)"),
    "md": Text("Markdown", "Markdown"),
    "json": Text("JSON(機械処理用)", "JSON (for programs)"),
}
CONTENTS = Text("目次", "Contents")
SINCE = Text("いつから", "Since")
SINCE_DATE = Text("{date} 以降", "Since {date}")
