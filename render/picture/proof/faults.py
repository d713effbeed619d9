"""The faults of a picture, each in one sentence: what is wrong and what to do about it."""

from __future__ import annotations

from i18n.text import Text

_OURS = Text("この画面のリンクを添えて管理者に知らせてください。",
             "Send whoever maintains the atlas the link of this view.")
_LARGER = Text("画像を大きくするか、表示するものを減らしてください。", "Make the picture larger or show less.")
_UNSAVED = Text("画像を渡せません: ", "The picture was held back: ")


def _ours(ja: str, en: str) -> Text:
    return _UNSAVED + Text(f"{ja}。", f"{en}. ") + _OURS


def _theirs(ja: str, en: str) -> Text:
    return _UNSAVED + Text(f"{ja}。", f"{en}. ") + _LARGER


# Of words.
OFF_PAPER = _theirs("文字「{words}」が紙からはみ出します", "the words “{words}” run off the paper")
TOO_SMALL = _theirs("文字「{words}」が小さすぎて読めません", "the words “{words}” are too small to read")
OVERLAP = _theirs("文字「{words}」と「{other}」が重なります", "the words “{words}” and “{other}” overlap")
FAINT = _ours("文字「{words}」の色が背景に近く読めません", "the words “{words}” do not stand out from their ground")
NO_GLYPH = _ours("文字「{words}」のうち「{characters}」がフォントになく、四角になります",
                 "of the words “{words}”, “{characters}” is in no font and would come out as a box")
NO_TITLE = _ours("題名「{words}」がありません", "the title lacks “{words}”")
NO_STAMP = _ours("取扱注意などの行に「{words}」がありません", "the stamp line lacks “{words}”")
NO_SOURCE = _ours("出典と注記「{words}」がありません", "the sources and notes lack “{words}”")
FOREIGN_SOURCE = _ours("画像にないものの出典や注記が印刷されています",
                       "it prints a source or note of what does not show")
OTHER_LANGUAGE = _ours("「{words}」が画像の言語ではありません", "“{words}” is not in the picture's language")
NAME_OFF_MAP = _theirs("地名「{words}」が地図からはみ出します", "the name “{words}” runs off the map")

# Of the legend.
ON_MAP = _theirs("凡例の「{words}」が地図に重なります", "“{words}” of the legend covers the map")
LEGEND_OFF_PAPER = _theirs("凡例の「{words}」が紙からはみ出します", "“{words}” of the legend runs off the paper")
NO_ENTRY = _ours("凡例に「{words}」がありません", "the legend lacks “{words}”")
EXTRA_ENTRY = _ours("凡例の「{words}」は画像にありません", "“{words}” of the legend does not show in the picture")
OTHER_WORDS = _ours("凡例の「{words}」は「{right}」のはずです", "“{words}” of the legend should read “{right}”")
OTHER_COUNT = _ours("凡例の「{words}」は{count}件とありますが、{right}件です",
                    "the legend counts {count} of “{words}”, and there are {right}")
OTHER_SYMBOL = _ours("凡例の「{words}」の記号が、地図での色や形と違います",
                     "the symbol of “{words}” in the legend has another colour or form than on the map")
ALIKE = _ours("凡例の「{words}」と「{other}」は見分けられません", "“{words}” and “{other}” of the legend look alike")
FAINT_SYMBOL = _ours("「{words}」の色が背景に近く見えません", "“{words}” does not stand out from its ground")

# Of the map.
BLANK = _ours("地図が白紙です", "the map is blank")
SHIFTED = _ours("地図がずれているか隠れています(「{words}」があるはずの場所に見えません)",
                "the map is shifted or covered (“{words}” is not where it should be)")
OTHER_EXTENT = _ours("地図の範囲が、求めた範囲ではありません", "the map does not show the extent that was asked for")
NO_LAND = _ours("陸地が描かれていません", "the land is not drawn")
NO_COUNTRY = _ours("「{words}」の陸地が描かれていません", "the land of “{words}” is not drawn")
OTHER_FILL = _ours("「{words}」の塗りが、その区分の色ではありません",
                   "the fill of “{words}” is not that of its category")
NOT_JAPAN = _ours("北方領土が日本として塗られていません", "the Northern Territories are not filled as Japan")
NOT_OPEN = _ours("帰属未定の地域が塗られています", "land that is undetermined is filled")
OTHER_ZONE = _ours("区域「{words}」の色・線・重なりが、データの内容と違います",
                   "the zone “{words}” has another colour, hatch or place among the others than the data say")
NO_ROWS = _ours("「{words}」が地図に描かれていません", "“{words}” is not drawn on the map")
OTHER_DASHES = _ours("「{words}」の線種が地図と凡例で違います",
                     "the dashes of “{words}” on the map are not those of the legend")
OTHER_MARKS = _ours("「{words}」の印の色・形・数が地図で違います",
                    "the marks of “{words}” have another colour, shape or number on the map")
FOREIGN_ROWS = _ours("凡例にない色や線が地図にあります", "the map shows a colour or line that no category has")
NO_INK = _ours("「{words}」の色が画像に見えません", "the colour of “{words}” is nowhere to be seen in the picture")

# Of the file.
BROKEN_FILE = _ours("ファイルが途中で切れているか壊れています", "the file is cut short or broken")
OTHER_SIZE = _ours("大きさが {size} で、求めた {right} ではありません",
                   "it measures {size} and not {right} as asked for")
OTHER_DPI = _ours("解像度が {dpi} dpi で、求めた {right} dpi ではありません",
                  "its resolution is {dpi} dpi and not {right} dpi as asked for")
NO_MEMORY = _ours("ファイルが元の表示条件を覚えていません", "the file does not remember its view")
OTHER_MEMORY = _ours("ファイルが別の表示条件を覚えています", "the file remembers another view")
LOOSE_FONTS = _ours("フォントがファイルに埋め込まれていません", "its fonts are not embedded in the file")
OUTSIDE_LINK = _ours("ファイルが外部を参照しています", "the file refers to something outside itself")
NO_PICTURE = _ours("スライドが、説明のついた1枚の画像ではありません", "the slide is not one picture that is described")
PAGES = _ours("PDFのページ数が1ではありません", "the PDF has not exactly one page")
# Of a slide.
SLIDES = _ours("スライドの枚数が1ではないか、表示されないスライドです", "it has not exactly one slide that is shown")
OTHER_GROUND = _ours("スライドの背景が画像の色ではありません", "the ground of the slide has not the picture's colour")
NOT_PLAIN = _ours("ファイルに「{words}」が含まれています", "the file holds “{words}”, which a slide does not need")
NO_HEADING = _ours("スライドの題名が、題名の枠にありません", "the slide's title is not in the place for titles")
NO_SHAPE = _ours("スライドに「{words}」の図形がありません", "the slide lacks the shape of “{words}”")
EXTRA_SHAPE = _ours("スライドに、画像にない図形「{words}」があります",
                    "the slide has the shape “{words}”, which is not in the picture")
MOVED_SHAPE = _ours("スライドの「{words}」の図形が、画像と違う場所にあります",
                    "the shape of “{words}” is not where the picture has it")
OTHER_MEANING = _ours("図形「{words}」の読み上げ文が、データの内容と違います",
                      "what is read out for the shape “{words}” is not what the data say")
OTHER_COLOUR = _ours("スライドの「{words}」の図形の色が、画像と違います",
                     "the shape of “{words}” has another colour than in the picture")
OTHER_ORDER = _ours("スライドの図形の重なりが、画像と違います",
                    "the shapes of the slide lie on each other in another order")
SHAPE_OFF_SLIDE = _ours("図形「{words}」がスライドからはみ出します", "the shape “{words}” runs off the slide")
SAME_NUMBER = _ours("スライドの図形「{words}」の番号が、ほかの図形と同じです",
                    "the shape “{words}” has the number of another one")
NO_WRITING = _ours("スライドに文字「{words}」がありません", "the slide lacks the words “{words}”")
EXTRA_WRITING = _ours("スライドに、画像にない文字「{words}」があります",
                      "the slide has the words “{words}”, which are not in the picture")
OTHER_WRITING = _ours("スライドの文字「{words}」は「{right}」のはずです",
                      "the words “{words}” of the slide should read “{right}”")
OTHER_NUMBER = _ours("スライドの凡例に{count}件とありますが、画像では{right}件です",
                     "the slide's legend counts {count}, and the picture {right}")
OTHER_INK = _ours("スライドの文字「{words}」の色が、画像と違います",
                  "the words “{words}” have another colour than in the picture")
OTHER_FONT = _ours("スライドの文字「{words}」のフォントが {font} です",
                   "the words “{words}” of the slide are set in {font}")
SHRUNK = _theirs("スライドの文字「{words}」が小さすぎます", "the words “{words}” of the slide are too small")
GROWN = _ours("スライドの文字「{words}」が画像より大きくなっています",
              "the words “{words}” are larger than in the picture")
BEYOND_BOX = _theirs("スライドの文字「{words}」が枠に収まりません", "the words “{words}” leave their box on the slide")
BEYOND_SLIDE = _theirs("文字「{words}」がスライドからはみ出します", "the words “{words}” run off the slide")
LIE_ON_WORDS = _theirs("スライドの文字「{words}」と「{other}」が重なります",
                       "on the slide, the words “{words}” and “{other}” lie on each other")
