"""What the page says around a person's own data."""

from __future__ import annotations

from collections.abc import Mapping

from i18n.text import Text

BRING = Text("自分のデータを重ねる", "Add your own data")
HELP = Text(
    "手元の一覧や図形を、この画面だけに重ねます。緯度・経度か国名のある CSV・Excel、GeoJSON、Shapefile(zip)、"
    "GeoPackage、KML。{most} MB まで。サーバーには保存せず、画面を閉じると消えます。ほかの人には見えません。",
    "Lay a list or shapes of your own over this page alone: CSV or Excel with coordinates or country names, GeoJSON, "
    "Shapefile (zip), GeoPackage or KML of at most {most} MB. Nothing is kept on the server; it is gone when the page "
    "is closed, and nobody else sees it.",
)
CHOOSE = Text("ファイルを選ぶ", "Choose a file")
DROP = Text("またはここに置く", "or drop it here")
UNREAD = Text("読めないファイルか、{most} MB を超えています。{advice}",
              "The file cannot be read or has more than {most} MB. {advice}")
MANY = Text("{most} 行を超えています。{advice}", "The file has more than {most} rows. {advice}")
READING = Text("読み込んでいます", "Reading")
PICK = Text("選んでください", "Choose")
ENOUGH = Text("一度に重ねられるのは {most} つまでです。どれかを外すと、次を重ねられます。",
              "At most {most} files stand beside each other; take one away to add another.")
REPORT = Text("{count} 件を表示(読めずに外した行 {left})", "{count} rows shown, {left} left out")
TAKE_AWAY = Text("外す", "Take away")
READ_SO = Text("この列で読む", "Read with these columns")
ASKED: Mapping[str, Text] = {
    "crs": Text("座標系(EPSGコード)", "Coordinate reference system (EPSG code)"),
    "table": Text("シート・レイヤー", "Sheet or layer"),
    "kind": Text("図形の種類", "Kind of shape"),
}
COLUMNS: Mapping[str, Text] = {
    "lat": Text("緯度の列", "Column of latitudes"),
    "lon": Text("経度の列", "Column of longitudes"),
    "country": Text("国・地域の列", "Column of countries"),
}
