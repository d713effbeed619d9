"""Phrases of the server itself, for whoever has a page open."""

from __future__ import annotations

from i18n.text import Text

LEAVING = Text(
    "サーバーがまもなく入れ替わります。表示は数秒で自動的に戻ります。作った資料は、いま保存してください。持ち込んだデータは、あとでもう一度選んでください。",
    "This server is about to be replaced; the view comes back by itself in some seconds. Save now what was made for "
    "you. Data of your own have to be chosen again afterwards.",
)
