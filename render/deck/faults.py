"""The faults of a deck, each in one sentence: which slide, what is wrong and what to do about it."""

from __future__ import annotations

from i18n.text import Text

_OURS = Text("この画面のリンクを添えて管理者に知らせてください。",
             "Send whoever maintains the atlas the link of this view.")
_THEIRS = Text("テンプレートの題名と本文の場所を広げるか、内容を絞り込んでください。",
               "Give title and body of the template more room, or show less.")
_HELD = Text("資料を渡せません: ", "The deck was held back: ")


def _ours(ja: str, en: str) -> Text:
    return _HELD + Text(f"{ja}。", f"{en}. ") + _OURS


def _theirs(ja: str, en: str) -> Text:
    return _HELD + Text(f"{ja}。", f"{en}. ") + _THEIRS


# Of the file.
BROKEN_FILE = _ours("ファイルが途中で切れているか壊れています", "the file is cut short or broken")
OTHER_COUNT = _ours("スライドが{count}枚あり、{right}枚のはずです", "it has {count} slides and should have {right}")
NO_MEMORY = _ours("ファイルが元の表示条件を覚えていません", "the file does not remember its view")
OTHER_MEMORY = _ours("ファイルが別の表示条件を覚えています", "the file remembers another view")
OUTSIDE_LINK = _ours("ファイルが外部({words})を参照しています", "the file refers to something outside itself ({words})")

# Of a slide's words.
NO_TITLE = _ours("{at}枚目に題名がありません", "slide {at} has no title")
OTHER_TITLE = _ours("{at}枚目の題名「{words}」は「{right}」のはずです",
                    "the title of slide {at}, “{words}”, should read “{right}”")
SAME_TITLE = _ours("{at}枚目の題名「{words}」は、ほかのスライドにもあります",
                   "the title of slide {at}, “{words}”, stands on another slide too")
OVERFLOW = _theirs("{at}枚目の「{words}」が枠からはみ出します", "“{words}” on slide {at} runs out of its box")
OFF_SLIDE = _theirs("{at}枚目の「{words}」がスライドからはみ出します", "“{words}” runs off slide {at}")
OVERLAP = _theirs("{at}枚目の「{words}」と「{other}」が重なります", "“{words}” and “{other}” overlap on slide {at}")
TOO_SMALL = _ours("{at}枚目の「{words}」が小さすぎて読めません", "“{words}” on slide {at} is too small to read")
NO_GLYPH = _ours("{at}枚目の「{characters}」がフォントになく、四角になります",
                 "“{characters}” on slide {at} is in no font and would come out as a box")
UNTRACED = _ours("{at}枚目の数「{words}」の根拠がありません", "nothing backs the number “{words}” on slide {at}")
UNTRACED_LINE = _ours("「{name}」の数「{words}」の根拠がありません", "nothing backs the number “{words}” of “{name}”")
NO_STAMP = _ours("{at}枚目に「{words}」の表示がありません", "slide {at} lacks the stamp “{words}”")
NO_DATE = _ours("{at}枚目にデータ時点がありません", "slide {at} lacks the date of the data")
NO_APP = _ours("{at}枚目にアトラスの名前がありません", "slide {at} lacks the atlas's name")
NO_NUMBER = _ours("{at}枚目にページ番号がありません", "slide {at} lacks its number")
OTHER_NOTES = _ours("{at}枚目の備考欄に出典と根拠がそろっていません",
                    "the notes of slide {at} lack sources and ids of facts")

# Of what is shown.
NO_MEANING = _ours("{at}枚目の「{words}」に代替テキストがありません", "“{words}” on slide {at} has no alternative text")
OTHER_MEANING = _ours("{at}枚目の「{words}」の代替テキストが内容と違います",
                      "the alternative text of “{words}” on slide {at} is not what it shows")
MISSING = _ours("{at}枚目に「{words}」がありません", "slide {at} lacks “{words}”")
OTHER_VALUES = _ours("{at}枚目のグラフの数値が元の数と違います",
                     "the chart on slide {at} has other numbers than its facts")
