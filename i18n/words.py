"""Every phrase of the screen and of every legend, named; sentences about errors stand where the error is raised."""

from __future__ import annotations

from i18n.text import Text

APP = Text("海外展開アトラス", "Tenkai Atlas")
SUBTITLE = Text("総務省海外展開行動計画2025を地図で見る", "The MIC Action Plan 2025 for overseas deployment, on a map")
LANGUAGE = Text("表示言語", "Language")
LINKS_PAST = Text("ページ内の移動", "Skip links")
TO_MAP = Text("地図へ移動", "Skip to the map")
TO_TABLE = Text("一覧へ移動", "Skip to the table")
MAP = Text("地図", "Map")
GUIDE = Text("使い方", "How to use")
KEYS = Text("キーボード操作", "Keys")
GLOSSARY = Text("用語集", "Glossary")

LAYERS = Text("表示するもの", "Layers")
FILTERS = Text("絞り込み", "Filters")
REGION = Text("地域", "Region")
COUNTRY = Text("国・地域", "Country or area")
FIELD = Text("分野", "Field")
YEARS = Text("年", "Years")
YEARS_HELP = Text(
    "採用、運用開始、署名などの年。全期間のままなら日付のない行も含みます。",
    "Year of adoption, service, signing and so on. The whole span includes undated rows.",
)
SEEN_FROM = Text("見る時点", "Seen from")
AS_KNOWN_NOW = Text("いま分かっていること", "As known now")
CONFIDENCE = Text("確度(資料の種類)", "Confidence (kind of source)")
QUESTION = Text("問い", "Question")
NO_QUESTION = Text("なし", "None")
SHOW_ALL = Text("既定で隠している行も表示({count}件)", "Also show what is hidden by default ({count})")
OWN_FILTERS = Text("{layer} の条件", "{layer}: more filters")
PRESETS = Text("テーマ別の地図:", "Ready-made views:")
COLOUR_BY = Text("{layer} の色分け", "{layer}: colour by")
COLOURED_BY = Text("色分け: {field}", "Coloured by: {field}")
ANY = Text("すべて", "All")
TYPE_TO_SEARCH = Text("入力して検索(日本語・英語)", "Type to search (Japanese or English)")

MORE_NOTICES = Text("ほか {count} 件", "{count} more")
NOT_READ = Text("読めません", "cannot be read")
OF_PART = Text("{layer}の{name}", "{layer}, {name}")
CHIP = Text("{part}: {value}", "{part}: {value}")
LIFT = Text("条件を外す", "Lift this filter")
CLEAR = Text("すべて解除", "Clear all")
SHOWN = Text("{count}件を表示", "{count} rows shown")
HIDDEN = Text("(ほか{count}件は既定で非表示)", " ({count} more hidden by default)")

FACTS = Text("選択中", "Selected")
PICK = Text(
    "地図や表で国・項目を選ぶと、内容と出典をここに表示します。",
    "Pick a country or an item on the map or in the table: its facts and sources appear here.",
)
COMPARE = Text("比較する国・地域({most}つまで)", "Compare countries (up to {most})")
COMPARISON = Text("国・地域の比較", "Side by side")
COMPARE_ANY = Text("国・地域を選ぶ", "Choose countries")
COMPARE_HELP = Text("2つ以上選ぶと、地図の下に並べて表示します。", "Two or more stand side by side under the map.")
COMPARED_COUNT = Text("件数", "Number")
COMPARED_NEWEST = Text("最新({date})", "Newest ({date})")
COMPARED_ITEM = Text("項目", "Item")
COMPARE_CSV = Text("比較表をCSVで保存", "Save the comparison as CSV")
ON_THE_MAP = Text("地図で見る", "Show on the map")
CLOSE = Text("選択を解除", "Clear selection")
CAPITAL = Text("首都: {capital}", "Capital: {capital}")
IN_REGION = Text("地域: {region}", "Region: {region}")
NOTHING_HERE = Text(
    "いまの表示条件では、この国・地域に関する項目はありません。",
    "Nothing on this country or area under the present filters.",
)
OUTSIDE = Text("「表示するもの」や条件を変えると見つかる項目: {count}件", "Found with other layers or filters: {count}")
HIDDEN_ROW = Text(
    "この項目は、いまの表示条件では地図と表に出ていません。",
    "This item is not on the map or in the table under the present filters.",
)
THROUGH = Text("EU・ASEAN等を通じた文書", "Through EU, ASEAN and other bodies")
SOURCES = Text("出典", "Sources")
PALE_WHY = Text(
    "情報が古い(3年以上前)か、示された期日を過ぎて未確認のため、薄く描いています。",
    "Drawn paler: the status is over three years old, or its date has passed unconfirmed.",
)
PALER = Text(
    "薄い色: 3年以上前の情報、または期日を過ぎて未確認",
    "Paler: status over three years old, or date passed and not confirmed",
)
CIRCLES = Text("円の面積は件数(最小の円を除く)、色は最も多い区分",
               "Circle area: number of rows (but for the smallest); colour: the commonest category")
DOTTED = Text("点線: 陸揚げ地が未公表の区間", "Dotted: landing not published")
RINGED = Text("破線の輪: 国または地域のみ判明(代表点)", "Dashed ring: known to the country or region only")
CUT_LINE = Text("灰色の点線と×: 切れたと想定したケーブル", "Grey dots and ×: cable cut in thought")
LOST_LANDING = Text("二重の輪: すべての経路を失う陸揚げ地", "Double ring: landing that loses every path")
LOST_COUNTRY = Text("斜線の国: すべての陸揚げ地が経路を失う", "Hatched country: every landing loses its path")
ASK_CUT = {
    True: Text("このケーブルが切れたら", "What if this cable is cut"),
    False: Text("この陸揚げ地が止まったら", "What if this landing fails"),
}
UNDO_CUT = Text("想定をやめる", "Undo the cut")
ROW_ID = Text("番号", "Id")
REPORT = Text("この事実に誤りがある場合", "Error in this fact?")
REPORT_HELP = Text(
    "次の文を写し、内容を書き足して、このアトラスの担当者に送ってください。",
    "Copy this text, add what is wrong, and send it to whoever runs this atlas.",
)
REPORT_HEAD = Text("海外展開アトラスの事実の誤りについて", "Tenkai Atlas: an error in a fact")
REPORT_FACT = Text("番号: {id} / 種類: {layer} / 名称: {name} / 状況の時点: {date}",
                   "Id: {id} / layer: {layer} / name: {name} / status as of: {date}")
REPORT_DATA = Text("データ時点: {date}", "Data as of: {date}")
REPORT_LINK = Text("画面のリンク: {link}", "Link of the view: {link}")
REPORT_WRONG = Text("誤りの内容: ", "What is wrong: ")
REPORT_RIGHT = Text("正しい内容とその出典: ", "What is right, and its source: ")
UNDATED = Text("記載なし", "not given")
AS_OF_DATA = Text("データ時点 {date}", "Data as of {date}")

TABLE = Text("表示中の一覧", "What is shown")
TABLE_RANGE = Text("{total}件中 {first}–{last}件", "{first}–{last} of {total}")
NOT_IN_ONE_FILE = Text(
    "「{layers}」はデータが大きく、メールで送れなくなるため、HTML(1ファイルの地図)には入りません。ほかの形式には全件が入ります。",
    "{layers}: too large for an HTML file that can be mailed, which leaves them out; every other format has them all.",
)
HEAVY_ONE_FILE = Text(
    "HTML(1ファイルの地図)は約 {whole} MB(ZIP で約 {packed} MB)になります。メールでは ZIP にすると安全です。",
    "The HTML file will have about {whole} MB (about {packed} MB as a ZIP, which is safer to mail).",
)
TABLE_BEYOND = Text("ほか {count} 件は「データ保存」のファイルにあります。",
                    "{count} more are in the files under “Download”.")
TABLE_EMPTY = Text("条件に合う項目はありません。", "No rows match these filters.")
TABLE_TABS = Text("表の切り替え", "Which table")
TABLE_ALL = Text("すべて ({count})", "All ({count})")
TABLE_TAB = Text("{layer} ({count})", "{layer} ({count})")
TABLE_SORT = Text("この列で並べ替え", "Sort by this column")
TABLE_NEAR = Text("選択中の国・地域に関する項目", "Concerns the country or area that is selected")
TABLE_PAGES = Text("表のページ", "Pages of the table")
TABLE_PAGE = Text("ページ", "Page")
TABLE_BACK = Text("前のページ", "Previous page")
TABLE_ON = Text("次のページ", "Next page")
DOWNLOAD = Text("データ保存", "Download")
DOWNLOAD_HELP = Text(
    "表示中の全件を、出典・ライセンス・データ時点・この表示へのリンクとともに保存します。",
    "Saves all rows shown, with sources, licences, the data's date and a link to this view.",
)
CSV = Text("CSV(1つの表)", "CSV (one table)")
XLSX = Text("Excel(レイヤーごとのシート)", "Excel (a sheet for each layer)")
GEOJSON = Text("GeoJSON(地図データ)", "GeoJSON (map data)")
GPKG = Text("GeoPackage(GIS用)", "GeoPackage (for GIS)")
ONE_FILE = Text("HTML(地図を1ファイルで。ネットワーク不要)", "HTML (the map in one file, no network)")
PICTURE = Text("画像", "Picture")
LINK = Text("リンク", "Link")
LINK_HELP = Text("同じ画面を開くリンクです。", "This link opens the same view.")
LINK_COPY = Text("リンクをコピー", "Copy link")
LINK_COPIED = Text("コピーしました", "Copied")
LINK_BY_HAND = Text("選択しました。Ctrl+C(⌘C)でコピーできます。", "Selected: copy it with Ctrl+C (⌘C).")
REOPEN = Text("画像から開く", "Open from picture")
REOPEN_HELP = Text(
    "このアトラスで作った画像・スライド・地図ファイル(PNG・SVG・PDF・PPTX・HTML)から、作ったときと同じ画面を開き、その後に変わったことを示します。",
    "Opens the view of a file made by the atlas (PNG, SVG, PDF, PPTX, HTML), and says what has changed since.",
)
REOPEN_DROP = Text("または、ここに画像を置く", "or drop the picture here")
REOPEN_CHOOSE = Text("ファイルを選ぶ", "Choose a file")
REOPEN_UNREAD = Text("ファイルを読めませんでした({most} MB まで)。", "The file could not be read (at most {most} MB).")
REOPENED = Text("「{file}」から開きました。", "Opened from “{file}”. ")
NOT_REOPENED = Text("「{file}」: {problem}", "“{file}”: {problem}")
UNEXPECTED = Text(
    "表示の途中で問題が起きました。ページを再読み込みしてください。",
    "Something went wrong while showing the page. Please reload it.",
)
