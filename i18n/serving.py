"""Phrases of the server itself, for whoever has a page open."""

from __future__ import annotations

from i18n.text import Text

LEAVING = Text(
    "まもなくサーバーが入れ替わります。作った資料は、いま保存してください。表示は自動で戻ります。",
    "This server is about to be replaced. Save now what was made for you; the view comes back by itself.",
)
"""No longer than what a page shows at once."""
