"""The guide for a first visit: what to do in five steps, and which keys do it."""

from __future__ import annotations

from i18n.text import Text

STEPS: tuple[Text, ...] = (
    Text("左の「表示するもの」で、地図と一覧に出す種類を選びます。",
         "Under Layers on the left, choose what the map and the table show."),
    Text("「絞り込み」で、地域、国、分野、年などの条件を付けます。条件は地図の上に並び、押すと外れます。",
         "Under Filters, narrow by region, country, field or year. Press a filter above the map to lift it."),
    Text("地図の国や印、又は一覧の行を選ぶと、内容と出典が右に出ます。",
         "Pick a country or mark on the map, or a row of the table: its facts and sources appear on the right."),
    Text("薄い色は古い情報、破線は計画、点線は推定です。状況の時点を必ず確かめてください。",
         "Paler means older, dashed planned, dotted assumed. Always look at the date of a status."),
    Text("一覧はCSV等で保存できます。画像やスライド一式を作り、同じ画面を開くリンクを写すこともできます。作ったファイルからも同じ画面が開きます。",
         "Save the table as CSV and more, make a picture or a slide deck, or copy the link that opens the same view; "
         "picture and deck open it as well."),
)
KEYS: tuple[tuple[str, Text], ...] = (
    ("Tab / Shift+Tab", Text("次/前の項目へ移動", "Next or previous control")),
    ("Enter / Space", Text("選ぶ、切り替える", "Choose, switch")),
    ("↑ ↓ ← →", Text("地図では隣の国へ移動。選択肢では候補を移動",
                    "On the map, walk to the next country; in a list, move through it")),
    ("Shift + ↑ ↓ ← →", Text("地図を動かす", "Move the map")),
    ("+ / -", Text("地図を拡大・縮小", "Zoom the map")),
    ("Enter", Text("地図で、移動した先の国を選ぶ", "On the map, choose the country walked to")),
    ("Esc", Text("地図の移動や、開いた欄を終える", "Leave the walk, or close what is open")),
)
