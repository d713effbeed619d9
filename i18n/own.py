"""Why a person's own file is refused, or what is asked of it: each sentence says what to do."""

from __future__ import annotations

from i18n.text import Text

# What the file is.
NO_BYTES = Text(
    "{name} は空です。中身のあるファイルを選んでください。",
    "{name} is empty; choose a file that holds something.",
)
TOO_BIG = Text(
    "{name} は {size} MB あり、上限の {most} MB を超えています。{advice}",
    "{name} has {size} MB; {most} MB is the most. {advice}",
)
THIN_OUT = Text(
    "必要な国や年だけに絞る、地点を間引く、国や区画ごとに集計する、のいずれかで小さくしてください。",
    "Make it smaller: keep only the countries or years needed, thin out the points, or add them up by country or area.",
)
NOT_READ = Text("{name} は {what} のため読めません。{advice}", "{name} is {what}, which is not read. {advice}")
MISNAMED = Text(
    "{name} は {named} の名前ですが、中身は {found} です。正しい拡張子に直すか、{named} として保存し直してください。",
    "{name} is named as {named} but holds {found}; give it its right ending, or save it again as {named}.",
)
OLD_EXCEL = Text("古い形式のExcel(.xls)かパスワード付きのファイル", "an old Excel file (.xls) or one with a password")
BARE_SHP = Text("Shapefileの一部(.shp または .shx)だけ", "one part (.shp or .shx) of a Shapefile")
A_PROGRAM = Text("実行形式", "a program")
EXCEL_AS_XML = Text("古いExcelのXML", "old Excel XML")
OTHER_OFFICE = Text("ExcelブックではないOffice文書", "an Office document that is no Excel workbook")
SAVE_AS_XLSX = Text(
    "パスワードを外し、Excelブック(.xlsx)かCSVで保存し直してください。",
    "Take off any password and save it as an Excel workbook (.xlsx) or CSV.",
)
SAVE_AS_GPKG = Text("GISソフトでGeoPackageかGeoJSONとして保存し直してください。",
                    "Save it as GeoPackage or GeoJSON from a GIS program.")
SAVE_AS_GEOJSON = Text("GISソフトでGeoJSONかKMLとして保存し直してください。",
                       "Save it as GeoJSON or KML from a GIS program.")
BRING_A_TABLE = Text(
    "読めるのはCSV、XLSX、GeoJSON、Shapefile(zip)、GeoPackage、KMLです。",
    "What can be read: CSV, XLSX, GeoJSON, Shapefile (zip), GeoPackage, KML.",
)
UNPACK_FIRST = Text("展開し、中のファイルを選んでください。", "Unpack it and choose the file inside.")
ZIP_TOGETHER = Text(
    ".shp、.dbf、.shx、.prj を一つのzipにまとめてください。",
    "Put .shp, .dbf, .shx and .prj together into one zip.",
)
NO_ENCODING = Text(
    "{name} は文字として読めません。UTF-8、UTF-16、Shift_JIS(cp932)のいずれかで保存してください。",
    "{name} cannot be read as text; save it as UTF-8, UTF-16 or Shift_JIS (cp932).",
)
MIXED_ENCODINGS = Text(
    "{name} {line}行目: ここから UTF-8 として読めません。全体を一つの文字コード(UTF-8 など)で保存し直してください。",
    "{name}, line {line}: from here on letters are no UTF-8; save the whole file in one encoding (such as UTF-8).",
)
BROKEN = Text(
    "{name} は壊れているため読めません。元のソフトで開き、保存し直してください。",
    "{name} is broken and cannot be read; open it in its own program and save it again.",
)

# XML, JSON and the kinds of shapes.
ABSENT = Text("なし", "none")
A_LIST = Text("一覧", "a list")
DOCTYPE = Text(
    "{name} は文書型(DOCTYPE)や実体を宣言しているため読みません。宣言を除いて保存し直してください。",
    "{name} declares a document type or entities and is not read; save it again without them.",
)
TOO_DEEP = Text("{name} は入れ子が {most} 段を超えています。構造を浅くして保存し直してください。",
                "{name} is nested more than {most} deep; save it again with a flatter structure.")
BROKEN_XML = Text("{name} {line}行目: XMLとして読めません。元のソフトで保存し直してください。",
                  "{name}, line {line}: this is no XML; save it again from its own program.")
BROKEN_JSON = Text("{name} {line}行目 {column}文字目: JSONとして読めません。その箇所を直してください。",
                   "{name}, line {line}, character {column}: this is no JSON; mend that place.")
NO_FINITE = Text("{name}: 値「{value}」は有限の数ではありません。数を直してください。",
                 "{name}: “{value}” is no finite number; correct it.")
NO_GEOJSON = Text(
    "{name} はGeoJSONではありません(type: {what})。FeatureCollection、Feature、図形のいずれかにしてください。",
    "{name} is no GeoJSON (type: {what}); it must be a FeatureCollection, a Feature or a geometry.",
)
NO_FEATURES = Text("{name}: features が一覧ではありません。Feature を [ ] の中に並べてください。",
                   "{name}: “features” is no list; put the features into [ ].")
NO_PLACEMARKS = Text("{name} に地点(Placemark)がありません。地点、線、面のあるKMLを選んでください。",
                     "{name} holds no Placemark; choose a KML with points, lines or areas.")
ONLY_LINKS = Text(
    "{name} には外へのリンクや画像だけがあり、地点(Placemark)がありません。リンク先は読みに行きません。",
    "{name} holds only links or images and no Placemark; what it links to is never fetched.",
)
BROKEN_GPKG = Text("{name} はGeoPackageとして壊れています。GISソフトで保存し直してください。",
                   "{name} is broken as a GeoPackage; save it again from a GIS program.")
NO_GPKG = Text(
    "{name} はSQLiteのファイルですが、GeoPackageではありません。GISソフトでGeoPackageとして保存し直してください。",
    "{name} is an SQLite file but no GeoPackage; save it as one from a GIS program.",
)
NO_LAYERS = Text("{name} に図形のあるレイヤーがありません。GISソフトで中身を確かめてください。",
                 "{name} has no layer with shapes; look into it in a GIS program.")
ONLY_VIEWS = Text(
    "{name} のレイヤーはビュー(問い合わせ)や仮想の表のため実行しません。表として保存し直してください。",
    "{name}: its layers are views or virtual tables, and no query of a file is run; save them as tables.",
)
BROKEN_SHP = Text("{name} の {part} はShapefileとして壊れています。GISソフトで保存し直してください。",
                  "{name}: {part} is broken as a Shapefile; save it again from a GIS program.")
BROKEN_BOOK = Text("{name} はExcelブックとして壊れています。Excelで開き、保存し直してください。",
                   "{name} is broken as an Excel workbook; open it in Excel and save it again.")
OPEN_QUOTE = Text("{name} {row}行目: 引用符(\")が閉じられていません。閉じるか、取り除いてください。",
                  "{name}, row {row}: a quotation mark (\") is never closed; close it or take it out.")
LONG_CELL = Text(
    "{name} {row}行目: 一つのセルが {most} 文字を超えています。区切り文字と改行の抜けを確かめてください。",
    "{name}, row {row}: a cell has more than {most} letters; look for missing delimiters and line ends.",
)
STRICT_BOOK = Text("「Strict Open XML」形式のExcelブック", "an Excel workbook of the kind “Strict Open XML”")

# Too much.
MANY_ROWS = Text("{name} は {most} 行を超えています。{advice}", "{name} has more than {most} rows. {advice}")
MANY_CELLS = Text("{name} のセルは {most} 個を超えています。使わない列を除いてください。",
                  "{name} has more than {most} cells; take out the columns that are not used.")
MANY_COLUMNS = Text("{name} {row}行目: 列が {most} を超えています。使わない列を除いてください。",
                    "{name}, row {row}: more than {most} columns; take out those that are not used.")
MANY_VERTICES = Text("{name} の図形の頂点は {most} 個を超えています。GISソフトで簡略化してください。",
                     "{name}: the shapes have more than {most} vertices; simplify them in a GIS program.")
TOO_SLOW = Text("{name} は {most} 秒で読み終わりませんでした。行か図形を減らしてください。",
                "{name} was not read within {most} seconds; bring fewer rows or simpler shapes.")
TOO_MUCH_MEMORY = Text("{name} を読むには {most} MB を超えるメモリーが要ります。行か図形を減らしてください。",
                       "{name} would take more than {most} MB of memory; bring fewer rows or simpler shapes.")
NO_ROOM = Text(
    "サーバーに一時的な空きがないため {name} を読めませんでした(ファイルの誤りではありません)。しばらくして試し、"
    "続くときはサーバーの管理者に知らせてください。",
    "The server has no room left for a moment, so {name} was not read (nothing is wrong with the file). Try again "
    "later, and tell whoever runs the server if it stays so.",
)

# What is asked.
WHICH_CRS = Text(
    "{name} の座標は緯度・経度の度ではなく、座標参照系の記載もありません。EPSGコード(例 6677)を指定してください。",
    "{name}: its coordinates are not degrees, and it names no CRS; give an EPSG code (e.g. 6677).",
)
NO_PRJ = Text(
    "{name} に座標参照系(.prj)がありません。EPSGコード(例 4326、6668)を指定してください。",
    "{name} has no CRS (.prj); give an EPSG code (e.g. 4326, 6668).",
)
UNKNOWN_CRS = Text(
    "{name}: 座標参照系「{crs}」は使えません。地図に使えるEPSGコード(例 4326、6668、3857)を指定してください。",
    "{name}: the CRS “{crs}” cannot be used; give an EPSG code for maps (e.g. 4326, 6668, 3857).",
)
WHICH_TABLE = Text("{name} には複数の表があります({tables})。読むものを選んでください。",
                   "{name} holds several tables ({tables}); choose the one to read.")
NO_TABLE = Text("{name} に「{table}」という表はありません。あるもの: {tables}。",
                "{name} has no table “{table}”. There are: {tables}.")
MIXED_KINDS = Text(
    "{name} には {kinds} が混ざっています。一つの表示にできるのは一種類です。種類を選ぶか、分けて保存してください。",
    "{name} mixes {kinds}; one layer shows one kind. Choose the kind, or save them as files of their own.",
)
WHICH_COLUMNS = Text(
    "{name} に位置を示す列が見当たりません(列: {columns})。緯度と経度、または国の列を選んでください。"
    "都市名や住所だけでは地図に置けません。国名か緯度・経度の列を足してください。",
    "{name}: no column says where its rows are (columns: {columns}); choose latitude and longitude, or the country. "
    "Towns and postal addresses alone cannot be placed: add a column of countries or of coordinates.",
)
NO_COLUMN = Text("{name} に列「{column}」はありません。ある列: {columns}。",
                 "{name} has no column “{column}”. There are: {columns}.")
NO_HEADINGS = Text(
    "{name} の1行目に見出しがありません(値「{value}」)。「緯度」「経度」などの見出しを入れてください。",
    "{name} has no headings in row 1 (it holds “{value}”); put in headings such as “lat” and “lon”.",
)

# Nothing to show.
NO_ROWS = Text("{name} にデータの行がありません。一行以上を入れてください。",
               "{name} has no rows of data; put in at least one.")
NOTHING_LEFT = Text("{name} には地図に置ける行がありません。{why}", "{name}: no row can stand on the map. {why}")
NO_ROWS_REASON = Text("データの行がありません。", "There are no rows of data.")
