"""Every phrase of the screen and of every legend, named; sentences about errors stand where the error is raised."""

from __future__ import annotations

from i18n.text import Text

APP = Text("海外展開アトラス", "Tenkai Atlas")
SUBTITLE = Text("総務省海外展開行動計画2025を地図で見る", "The MIC Action Plan 2025 for overseas deployment, on a map")
LANGUAGE = Text("表示言語", "Language")

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
CONFIDENCE = Text("確度(資料の種類)", "Confidence (kind of source)")
QUESTION = Text("問い", "Question")
NO_QUESTION = Text("なし", "None")
SHOW_ALL = Text("既定で隠している行も表示({count}件)", "Also show what is hidden by default ({count})")
OWN_FILTERS = Text("{layer} の条件", "{layer}: more filters")
ANY = Text("すべて", "All")
TYPE_TO_SEARCH = Text("入力して検索(日本語・英語)", "Type to search (Japanese or English)")

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
DOTTED = Text("点線: 陸揚げ地が未公表の区間", "Dotted: landing not published")
RINGED = Text("破線の輪: 国のみ判明(代表点)", "Dashed ring: known to the country only")
ROW_ID = Text("番号", "Id")
AS_OF_DATA = Text("データ時点 {date}", "Data as of {date}")

TABLE = Text("表示中の一覧", "What is shown")
TABLE_RANGE = Text("{total}件中 {first}–{last}件", "{first}–{last} of {total}")
TABLE_EMPTY = Text("条件に合う項目はありません。", "No rows match these filters.")
CSV = Text("CSV", "CSV")
CSV_HELP = Text("表示中の全件をCSVで保存(Excel対応)", "Save all rows shown as CSV (opens in Excel)")
GEOJSON = Text("GeoJSON", "GeoJSON")
GEOJSON_HELP = Text("表示中の全件をGeoJSONで保存", "Save all rows shown as GeoJSON")
PICTURE = Text("画像", "Picture")
PICTURE_SIZE = Text("大きさ", "Size")
PICTURE_OWN = Text("自由に指定", "Custom")
PICTURE_WIDTH = Text("幅(px)", "Width (px)")
PICTURE_HEIGHT = Text("高さ(px)", "Height (px)")
PICTURE_DPI = Text("解像度(dpi)", "Resolution (dpi)")
PICTURE_TITLE = Text("題名(空欄なら自動)", "Title (blank: made from the view)")
PICTURE_MAKE = Text("PNGを作成", "Make the PNG")
PICTURE_MAKING = Text("画像を作成しています…", "Drawing the picture…")
PICTURE_SAVE = Text("PNGを保存", "Save the PNG")
PROJECTION = Text("図法", "Projection")
CENTRE = Text("中央経線(東経)", "Central meridian (°E)")
LOOK = Text("見た目", "Look")
LINK = Text("リンク", "Link")
LINK_HELP = Text("同じ画面を開くリンクです。", "This link opens the same view.")
UNEXPECTED = Text(
    "表示の途中で問題が起きました。ページを再読み込みしてください。",
    "Something went wrong while showing the page. Please reload it.",
)
