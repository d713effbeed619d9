"""What the report of a person's own file says: how it was read, what was repaired, what was left out."""

from __future__ import annotations

from i18n.text import Text

# Rows behind a sentence.
UNIT = {True: Text("行", "rows"), False: Text("地物", "features")}
LIST_OF_ROWS = Text("({unit}: {rows}{more})", " ({unit} {rows}{more})")
MORE_ROWS = Text(" ほか{count}件", " and {count} more")

# Read.
AS_TEXT = Text("文字コード {encoding}、区切り「{delimiter}」で読みました。",
               "Read as {encoding}, its cells parted by “{delimiter}”.")
SHEET = Text("シート「{sheet}」を読みました。", "Read the sheet “{sheet}”.")
LAYER = Text("レイヤー「{layer}」を読みました。", "Read the layer “{layer}”.")
SHAPEFILE = Text("「{layer}」を文字コード {encoding} で読みました。", "Read “{layer}” as {encoding}.")
READ_ROWS = Text("{kind} の {count} 件を読みました。", "{count} rows of {kind} were read.")

# Understood.
HEADINGS_BELOW = Text("{row}行目を見出しとし、その上は読んでいません。",
                      "Row {row} was taken for the headings; what stands above it is not read.")
PLACED_BY_COLUMNS = Text("位置は列「{lat}」(緯度)と「{lon}」(経度)によります。",
                         "Places are by the columns “{lat}” (latitude) and “{lon}” (longitude).")
PLACED_BY_PAIR = Text(
    "位置は列「{pair}」(緯度, 経度)によります。",
    "Places are by the column “{pair}” (latitude, longitude).",
)
PLACED_BY_COUNTRY = Text(
    "位置は列「{column}」の国・地域によります。",
    "Places are by the countries in the column “{column}”.",
)
COUNTRIES_FROM = Text("国・地域は列「{column}」によります。", "Countries are by the column “{column}”.")
COUNTRIES_BY_PLACE = Text(
    "{count} 件の国・地域は位置から求めました。",
    "The countries of {count} rows are by where they stand.",
)
REPROJECTED = Text("座標参照系 {crs} から世界測地系(WGS 84)に変換しました。", "Brought from {crs} into WGS 84.")
OLD_CRS = Text("ファイルに書かれた座標参照系 {crs} に従いました。", "The CRS named in the file, {crs}, was followed.")
HIDDEN_SHEETS = Text("非表示のシートは読んでいません: {sheets}。", "Hidden sheets were not read: {sheets}.")
FORMULAS = Text("{count} 行の数式は値が保存されていないため、式を文字として読みました。",
                "In {count} rows a formula has no stored value; its text was read.")
DMS = Text("度分秒などの書き方の座標 {count} 行を度に直しました。",
           "Coordinates in {count} rows, in degrees and minutes or other ways of writing, were turned into degrees.")
NO_NAME = Text("見出しのない列 {count} 個に名前を付けました。", "{count} columns without a heading were given one.")
TWICE = Text("同じ見出しの列 {columns} に番号を付けました。", "Columns with the same heading were numbered: {columns}.")

# Repaired.
CUT = Text(
    "長すぎる文字を {most} 文字で切りました({count} 行)。",
    "Cells of {count} rows were cut at {most} characters.",
)
UNHEARD = Text("見えない制御文字を取り除きました({count} 行)。", "Control characters were taken out of {count} rows.")
ERRORS = Text(
    "#N/A などのエラー値を空白にしました({count} 行)。",
    "Errors such as #N/A were made blank in {count} rows.",
)
SWAPPED = Text(
    "緯度と経度が逆に書かれているため、入れ替えました。",
    "Latitude and longitude stood the wrong way round and were swapped.",
)
TURNED = Text("180°を超える経度を -180〜180° に直しました({count} 件)。",
              "Longitudes beyond 180° were brought into -180 to 180 ({count}).")
MENDED = Text(
    "交差などで正しくない図形を修復しました({count} 件)。",
    "Shapes that cross themselves were mended ({count}).",
)
CUT_AT_SEAM = Text(
    "180°経線をまたぐ図形をそこで分けました({count} 件)。",
    "Shapes over 180° were parted there ({count}).",
)
NO_SHX = Text("索引(.shx)がないため作り直しました。", "The index (.shx) was missing and was made again.")
RAGGED = Text("見出しより列の多い行の、はみ出した値は読んでいません({count} 行)。",
              "In {count} rows cells beyond the headings were not read.")

# Left out.
NO_SHAPE = Text("図形のない {count} 件を除きました。", "{count} without a shape were left out.")
CURVED = Text("曲線の図形 {count} 件を除きました。直線に直すと表示できます。",
              "{count} with curves were left out; turned into straight lines they can be shown.")
NOT_FINITE = Text("座標が数でない {count} 件を除きました。", "{count} whose coordinates are no numbers were left out.")
OFF_CRS = Text(
    "座標参照系の範囲の外にある {count} 件を除きました。",
    "{count} outside of what the CRS covers were left out.",
)
OFF_EARTH = Text(
    "地球上にない座標(緯度は -90〜90、経度は -180〜180)の {count} 件を除きました。",
    "{count} that stand nowhere on earth (latitude is -90 to 90, longitude -180 to 180) were left out.",
)
MIXED_COLLECTION = Text("点・線・面が一つに混ざった図形 {count} 件を除きました。種類ごとに分けると表示できます。",
                        "{count} that mix points, lines or areas in one shape were left out; part them by kind.")
OTHER_KIND = Text(
    "選んだ種類({kind})でない {count} 件を除きました。",
    "{count} that are not of the chosen kind ({kind}) were left out.",
)
NO_EXTENT = Text("長さや面積のない {count} 件を除きました。", "{count} without length or extent were left out.")
LINKS = Text("外へのリンクや画像 {count} 個は読みに行きません。", "{count} links or images were not fetched.")
SHP_CUT = Text(".shp が途中で切れており、{count} 件が失われています。", "The .shp breaks off; {count} are lost.")
BLANK_PLACE = Text(
    "列「{column}」が空白の {count} 行を除きました。",
    "{count} rows with nothing in “{column}” were left out.",
)
BAD_PLACE = Text(
    "{row}行目の列「{column}」の値「{value}」など {count} 行は座標として読めず、除きました。"
    "{allowed} の度(例 {example})か度分秒にしてください。",
    "{count} rows were left out, such as row {row}: “{value}” in “{column}” is no coordinate. "
    "It must be degrees from {allowed} (e.g. {example}) or degrees, minutes and seconds.",
)
NO_COUNTRY = Text(
    "{row}行目の列「{column}」の値「{value}」({count} 行)に当たる国・地域はありません。{near}"
    "国名(日本語・英語)かISOコードにしてください。",
    "Row {row}: no country or area is called “{value}” in “{column}” ({count} rows). "
    "{near}Give a name (Japanese or English) or an ISO code.",
)
NEAR = Text("近い名称: {names}。", "Near names: {names}. ")
MORE_UNKNOWN = Text("ほかに当たる国・地域のない値が {values} 種({count} 行)あります。",
                    "{values} further values name no country ({count} rows).")

# Remarked.
NO_DBF = Text(
    "属性(.dbf)がないため、図形だけを読みました。",
    "There are no attributes (.dbf); only the shapes were read.",
)
BROKEN_SHAPE = Text(
    "図形の座標が壊れている地物が {count} 件あります。",
    "In {count} features the shape's coordinates are broken.",
)
AT_ZERO = Text("緯度0・経度0の {count} 件は、座標が未入力の可能性があります。",
               "{count} stand at latitude 0, longitude 0; their coordinates may never have been entered.")
SEVERAL_ROWS = Text(
    "一つの国・地域に複数の行があります(最も多いのは {country} の {most} 行)。国ごとに集計すると読みやすくなります。",
    "Some countries have several rows (most of all {country}, {most}); added up by country the map is easier to read.",
)
DISAGREE = Text("{count} 行は、列「{column}」の国・地域と座標の位置が合いません。",
                "In {count} rows the country in “{column}” is not where the coordinates stand.")
AT_SEA = Text("海上などで国・地域のない地点が {count} 件あります。", "{count} stand at sea or otherwise in no country.")

KINDS = {"point": Text("点", "points"), "line": Text("線", "lines"), "area": Text("面", "areas")}
KIND_COUNTED = Text("{kind} {count} 件", "{count} {kind}")
UNNAMED = Text("列{number}", "column {number}")
