"""What the report of a person's own file says: how it was read, what was repaired, what was left out."""

from __future__ import annotations

from i18n.text import Text

# Rows behind a sentence.
UNIT = {True: Text("行", "rows"), False: Text("地物", "features")}
LIST_OF_ROWS = Text("({unit}: {rows}{more})", " ({unit} {rows}{more})")
MORE_ROWS = Text(" ほか{count}件", " and {count} more")

# Read.
AS_TEXT = Text(
    "文字コード {encoding}、区切り「{delimiter}」で読みました。",
    "Read as {encoding}, its cells parted by “{delimiter}”.",
)
SHEET = Text("シート「{sheet}」を読みました。", "Read the sheet “{sheet}”.")
LAYER = Text("レイヤー「{layer}」を読みました。", "Read the layer “{layer}”.")
SHAPEFILE = Text("「{layer}」を文字コード {encoding} で読みました。", "Read “{layer}” as {encoding}.")
READ_ROWS = Text("{kind} の {count} 件を読みました。", "Rows of {kind} that were read: {count}.")

# Understood.
HEADINGS_BELOW = Text(
    "{row}行目を見出しとし、その上は読んでいません。",
    "Row {row} was taken for the headings; what stands above it is not read.",
)
PLACED_BY_COLUMNS = Text(
    "位置は列「{lat}」(緯度)と「{lon}」(経度)によります。",
    "Places are by the columns “{lat}” (latitude) and “{lon}” (longitude).",
)
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
    "Countries told by where the rows stand: {count}.",
)
REPROJECTED = Text("座標参照系 {crs} から世界測地系(WGS 84)に変換しました。", "Brought from {crs} into WGS 84.")
OLD_CRS = Text("ファイルに書かれた座標参照系 {crs} に従いました。", "The CRS named in the file, {crs}, was followed.")
HIDDEN_SHEETS = Text("非表示のシートは読んでいません: {sheets}。", "Hidden sheets were not read: {sheets}.")
FORMULAS = Text(
    "{count} 行の数式は値が保存されていないため、式を文字として読みました。",
    "Rows in which a formula has no stored value, so that its text was read: {count}.",
)
DMS = Text(
    "度分秒などの書き方の座標 {count} 行を度に直しました。",
    "Rows with coordinates in degrees and minutes or other ways of writing, turned into degrees: {count}.",
)
SURVEYED = Text(
    "平面直角座標系の決まりにより、X座標を北、Y座標を東として読みました。",
    "As the plane rectangular system has it, X was read as north and Y as east.",
)
SUMS = Text(
    "単位付きの金額を数として読みました。単位は見出しに付けました: {columns}。",
    "Sums of money were read as numbers, their unit put into the heading: {columns}.",
)
ERAS = Text("元号の日付を西暦に直しました: {columns}。", "Days of Japanese eras, now in the common one: {columns}.")
MERGED = Text("結合されたセルの値を {count} 行に入れました。", "Rows given the value of a merged cell: {count}.")
NO_NAME = Text(
    "見出しのない列 {count} 個に名前を付けました。",
    "Columns without a heading that were given one: {count}.",
)
TWICE = Text("同じ見出しの列 {columns} に番号を付けました。", "Columns with the same heading were numbered: {columns}.")

# Repaired.
CUT = Text(
    "長すぎる文字を {most} 文字で切りました({count} 行)。",
    "Rows with cells that were cut at {most} characters: {count}.",
)
UNHEARD = Text(
    "見えない制御文字を取り除きました({count} 行)。",
    "Rows out of which control characters were taken: {count}.",
)
ERRORS = Text(
    "#N/A などのエラー値を空白にしました({count} 行)。",
    "Rows in which errors such as #N/A were made blank: {count}.",
)
SWAPPED = Text(
    "緯度と経度が逆に書かれているため、入れ替えました。",
    "Latitude and longitude stood the wrong way round and were swapped.",
)
TURNED = Text(
    "180°を超える経度を -180〜180° に直しました({count} 件)。",
    "Longitudes beyond 180° that were brought into -180 to 180: {count}.",
)
MENDED = Text(
    "交差などで正しくない図形を修復しました({count} 件)。",
    "Shapes that cross themselves, mended: {count}.",
)
CUT_AT_SEAM = Text(
    "180°経線をまたぐ図形をそこで分けました({count} 件)。",
    "Shapes over 180° that were parted there: {count}.",
)
NO_SHX = Text("索引(.shx)がないため作り直しました。", "The index (.shx) was missing and was made again.")
RAGGED = Text(
    "見出しより列の多い行の、はみ出した値は読んでいません({count} 行)。",
    "Rows with cells beyond the headings, which were not read: {count}.",
)

# Left out.
NO_SHAPE = Text("図形のない {count} 件を除きました。", "Left out for want of a shape: {count}.")
BROKEN_SHAPE = Text(
    "図形の座標が壊れている {count} 件を除きました。",
    "Left out because the coordinates of their shapes are broken: {count}.",
)
CURVED = Text(
    "曲線の図形 {count} 件を除きました。直線に直すと表示できます。",
    "Left out for their curves, which must be turned into straight lines: {count}.",
)
NOT_FINITE = Text(
    "座標が数でない {count} 件を除きました。",
    "Left out because their coordinates are no numbers: {count}.",
)
OFF_CRS = Text(
    "座標参照系の範囲の外にある {count} 件を除きました。",
    "Left out because the CRS does not reach there: {count}.",
)
OFF_EARTH = Text(
    "地球上にない座標の {count} 件を除きました(最初は緯度 {lat}、経度 {lon}。緯度は -90〜90、経度は -180〜180)。",
    "Left out because they stand nowhere on earth: {count} (the first at latitude {lat}, longitude {lon}; latitude is "
    "-90 to 90, longitude -180 to 180).",
)
MIXED_COLLECTION = Text(
    "点・線・面が一つに混ざった図形 {count} 件を除きました。種類ごとに分けると表示できます。",
    "Left out because one shape mixes points, lines or areas, which must be parted: {count}.",
)
OTHER_KIND = Text(
    "選んだ種類({kind})でない {count} 件を除きました。",
    "Left out because they are not of the chosen kind ({kind}): {count}.",
)
NO_EXTENT = Text("長さや面積のない {count} 件を除きました。", "Left out for want of length or extent: {count}.")
LINKS = Text("外へのリンクや画像 {count} 個は読みに行きません。", "Links or images that are not fetched: {count}.")
SHP_CUT = Text(".shp が途中で切れており、{count} 件が失われています。", "Lost because the .shp breaks off: {count}.")
BLANK_PLACE = Text("列「{column}」が空白の {count} 行を除きました。", "Left out with nothing in “{column}”: {count}.")
BAD_PLACE = Text(
    "{row}行目の列「{column}」の値「{value}」は座標として読めません(このような行 {count} 行を除きました)。"
    "{low}〜{high} の度(例 {example})か度分秒にしてください。",
    "Row {row}: “{value}” in “{column}” is no coordinate; it must be degrees from {low} to {high} (e.g. {example}) "
    "or degrees, minutes and seconds. Left out for that: {count}.",
)
NO_COUNTRY = Text(
    "列「{column}」の「{value}」に当たる国・地域はありません。{near}{advice}",
    "No country or area is called “{value}” in “{column}”. {near}{advice}",
)
NAME_A_COUNTRY = Text("国名(日本語・英語)かISOコードにしてください。",
                      "Give a name (Japanese or English) or an ISO code.")
NEAR = Text("近い名称: {names}。", "Near names: {names}. ")
MORE_UNKNOWN = Text(
    "ほかに当たる国・地域のない値が {values} 種({count} 行)あります。",
    "Further values that name no country: {values} (rows: {count}).",
)

# Remarked.
LOST_LETTERS = Text(
    "文字として読めない部分(�)のある行が {count} 行あります。元のデータを確かめてください。",
    "Rows with letters that cannot be read (�), to be looked up where they came from: {count}.",
)
PLANE_AXES = Text(
    "列「{east}」を東西、列「{north}」を南北の座標として読みました。測量の平面直角座標(Xが北、Yが東)の場合は、"
    "見出しの X と Y を入れ替えてください。",
    "“{east}” was read as east, “{north}” as north; where the survey's plane coordinates are meant (X north, Y east), "
    "change the headings X and Y over.",
)
NO_DBF = Text(
    "属性(.dbf)がないため、図形だけを読みました。",
    "There are no attributes (.dbf); only the shapes were read.",
)
UNDECODED = Text(
    "属性(.dbf)に {encoding} として読めない文字があります。文字化けがあれば .cpg に文字コードを書いてください。",
    "The attributes (.dbf) hold letters that are no {encoding}; where words look wrong, name the encoding in the .cpg.",
)
AT_ZERO = Text(
    "緯度0・経度0の {count} 件は、座標が未入力の可能性があります。",
    "At latitude 0, longitude 0, where coordinates may never have been entered: {count}.",
)
SEVERAL_ROWS = Text(
    "一つの国・地域に複数の行があります(最も多いのは {country} の {most} 行)。国ごとに集計すると読みやすくなります。",
    "Some countries have several rows (most of all {country}, {most}); added up by country the map is easier to read.",
)
DISAGREE = Text(
    "{count} 行は、列「{column}」の国・地域と座標の位置が合いません。",
    "Rows whose country in “{column}” is not where their coordinates stand: {count}.",
)
AT_SEA = Text("海上などで国・地域のない地点が {count} 件あります。", "At sea or otherwise in no country: {count}.")
MADE_LIGHT = Text(
    "図形の頂点が {count} 個と多いため、地図には {most} 個以下に簡略化して描きます"
    "(近くに寄った画像と、GeoJSON・GeoPackage での保存は元の形のままです)。",
    "Vertices: {count}. The map draws the shapes simplified to no more than {most}; close-up pictures, GeoJSON and "
    "GeoPackage keep them as they came.",
)

KINDS = {"point": Text("点", "points"), "line": Text("線", "lines"), "area": Text("面", "areas")}
KIND_COUNTED = Text("{kind} {count} 件", "{count} {kind}")
UNNAMED = Text("列{number}", "column {number}")
