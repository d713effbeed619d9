"""Phrases of the picture panel: what a picture is for, how it looks, what it carries, and its files."""

from __future__ import annotations

from i18n.text import Text, same

TITLE = Text("画像を作る", "Make a picture")
PURPOSE = Text("用途", "Purpose")
FULL = Text("スライド全面", "Slide, full")
HALF = Text("スライド半分", "Slide, half")
HANDOUT = Text("A4配布資料", "A4 handout")
WALL = Text("A3掲示", "A3 wall")
OWN = Text("自由", "Custom")
PAPER = Text("{wide}×{high}ピクセル、{dpi} dpi", "{wide} × {high} pixels, {dpi} dpi")
SIZE = Text("大きさ", "Size")
SIZES = {
    "3840x2160": Text("スライド 3840×2160(4K)", "Slide, 3840 × 2160 (4K)"),
    "1440x1080": Text("スライド 4:3", "Slide, 4:3"),
    "1080x1080": Text("正方形", "Square"),
    "a4-portrait": Text("A4縦", "A4 portrait"),
    "a3-portrait": Text("A3縦", "A3 portrait"),
    "": Text("幅と高さを指定", "Width and height"),
}
"""What is on offer beside the purposes; "" is sides and a resolution of one's own."""
WIDTH = Text("幅(ピクセル)", "Width (pixels)")
HEIGHT = Text("高さ(ピクセル)", "Height (pixels)")
DPI = Text("解像度(dpi)", "Resolution (dpi)")

DRAWN_AS = Text(
    "文字「{characters}」は画像のフォントにないため、「{sign}」で描きます。",
    "The fonts of the picture lack “{characters}”: “{sign}” stands in their place.",
)

LOOK = Text("見た目", "Look")
CLEAR_GROUND = Text("背景を透明に", "Transparent ground")
PROJECTION = Text("図法", "Projection")
CENTRE = Text("中央の経度(東経)", "Middle longitude (°E)")
CENTRE_LAT = Text("中央の緯度(北緯)", "Middle latitude (°N)")
OWN_TITLE = Text("題名(空欄なら自動)", "Title (blank: made from the view)")
PARTS = Text("載せるもの", "What it carries")
STAMP = Text("注意書き(右上の枠)", "Stamp (frame at the top right)")
STAMP_OWN = Text("日付・課室名など(「、」で区切る)", "Date, office and so on (commas between)")
STAMP_TODAY = Text("今日の日付を加える", "Add today's date")

DRAWING = Text("描いています…", "Drawing…")
NOT_DRAWN = Text("この設定では画像を作れません。", "There is no picture with these settings.")
SAVE_KIND = Text("{kind}を保存", "Save {kind}")
SHAPES = Text("PowerPoint(編集できる図形)", "PowerPoint (editable shapes)")
PLAIN = Text("PowerPoint(画像のまま)", "PowerPoint (one picture)")
KINDS = {"png": same("PNG"), "svg": same("SVG"), "pdf": same("PDF"), "pptx": SHAPES, "plain": PLAIN}
"""What each kind of file is called."""
SAVE_HELP = Text(
    "PNG: スライド・文書に貼る。SVG: 拡大しても粗くならず、PowerPointで図形に変換できる。PDF: 印刷・配布用。"
    "PowerPoint: 国・線・文字を1つずつ編集できるスライドか、どのソフトでも同じに見える1枚の画像のスライド。",
    "PNG: for slides and documents. SVG: sharp at any size, becomes shapes in PowerPoint. PDF: to print and hand out. "
    "PowerPoint: a slide whose countries, lines and words can be edited, or one picture that looks alike everywhere.",
)
COPY = Text("画像をコピー", "Copy the picture")
COPYING = Text("コピーしています…", "Copying…")
COPIED = Text("コピーしました。スライドに貼り付けられます。", "Copied: paste it into a slide.")
NOT_COPIED = Text("コピーできませんでした。PNGを保存して挿入してください。", "Not copied. Save the PNG and insert it.")
NO_COPY = Text(
    "このブラウザーでは画像を直接コピーできません。PNGを保存して、スライドに挿入してください。",
    "This browser does not let a page copy pictures: save the PNG and insert it into the slide.",
)
DESCRIBED = Text("代替テキスト(スライドの図に付ける説明)", "Alternative text (to describe the figure in a slide)")
