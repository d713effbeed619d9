"""Phrases of the making of a deck of slides, on the page and in a terminal."""

from __future__ import annotations

from i18n.text import Text

DECK = Text("スライド一式", "Slide deck")
TITLE = Text("スライド一式を作る", "Make a slide deck")
WHAT = Text(
    "いまの表示条件で、表紙と、選んだ部分のスライドを1つのPowerPointにまとめます。分野・地域・国の1枚ごとに、地図・事実・出典が入ります。",
    "Puts a cover and the parts chosen here into one PowerPoint file, for the present filters. The slide of each "
    "field, region and country has its map, facts and sources.",
)
PARTS = Text("入れるもの", "What it holds")
COUNTED = Text("{part}({count}枚)", "{part} ({count})")
NO_CHOSEN = Text(
    "「選んだ国」は、国を選ぶか絞り込むと入ります。",
    "“Chosen countries” are those that are selected or filtered by; there are none now.",
)
LANGUAGE = Text("スライドの言語", "Language of the slides")
JAPANESE, ENGLISH = Text("日本語", "Japanese"), Text("英語", "English")
MAPS = Text("地図", "Maps")
SHAPES = Text("編集できる図形", "Editable shapes")
PICTURES = Text("画像のまま", "Pictures")
DESIGN = Text("自組織のテンプレート", "Your own template")
DESIGN_HELP = Text(
    "PowerPointのテンプレート(.potx)か資料(.pptx)を入れると、その意匠で作ります。このアトラスには残りません。",
    "Give a PowerPoint template (.potx) or presentation (.pptx) and the slides take its design. The atlas does not "
    "keep it.",
)
DESIGN_DROP = Text("または、ここに置く", "or drop it here")
DESIGN_UNREAD = Text("ファイルを読めませんでした({most} MB まで)。", "The file could not be read (at most {most} MB).")
DESIGN_TAKEN = Text("使うテンプレート: {name}", "Template in use: {name}")
DESIGN_AWAY = Text("テンプレートを外す", "Take the template away")
DESIGN_WRONG = Text("「{name}」: {problem}", "“{name}”: {problem}")
TOTAL = Text(
    "表紙を含めて{count}枚(入りきらない表や事実は次のスライドに続きます)、作るのに{time}。",
    "{count} slides with the cover, and more where something goes on to a next slide; making them takes {time}.",
)
SECONDS = Text("約{count}秒", "about {count} seconds")
MINUTES = Text("約{count}分", "about {count} min")
MAKE = Text("スライド一式を作る", "Make the slide deck")
STOP = Text("中止", "Stop")
WAITING = Text("順番を待っています(前に{count}件)…", "Waiting for its turn ({count} before it)…")
BUSY = Text(
    "込み合っています({count}件が順番を待っています)。少し待って、もう一度お試しください。",
    "Busy, try again in a little while ({count} are waiting for their turn).",
)
FILE = Text("ファイルを作っています…", "Making the file…")
BEGUN = Text("準備しています…", "Getting ready…")
STEP = Text("{done}枚できました(全体で{total}枚以上)", "{done} of at least {total} slides are made")
READY = Text("できました({size} MB)。", "It is ready ({size} MB).")
SAVE = Text("スライド一式を保存", "Save the slide deck")
SLIDE = Text("スライド {done}枚(全体で{total}枚以上)", "Slides made: {done} of at least {total}")
NO_ROWS = Text(
    "条件に合う項目がないため、作れるスライドがありません。条件を変えてください。",
    "No rows match these filters, so there are no slides to make. Change the filters.",
)
NOT_MADE = Text(
    "スライドを作っている途中で問題が起きました。もう一度作ってください。",
    "Something went wrong while the slides were made. Please make them again.",
)
