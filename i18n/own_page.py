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
LINK_LACKS = Text(
    "持ち込みのデータ({titles})は、このリンクを開いた人には見えません。"
    "渡すときは「データ保存」の HTML か、画像・スライドにしてください。",
    "Your own data ({titles}) are not seen by whoever opens this link; to hand them on, use HTML under “Download”, a "
    "picture or slides.",
)
PICK = Text("選んでください", "Choose")
ENOUGH = Text("一度に重ねられるのは {most} つまでです。どれかを外すと、次を重ねられます。",
              "At most {most} files stand beside each other; take one away to add another.")
REPORT = {
    False: Text("{count} 件を表示(外した行 {left})", "{count} rows shown, {left} left out"),
    True: Text("{count} 件を表示(外した行 {left}、確かめたい点 {doubts})",
               "{count} rows shown, {left} left out, {doubts} to look at"),
}
TAKE_AWAY = Text("外す", "Take away")
READ_SO = Text("この列で読む", "Read with these columns")
ASKED: Mapping[str, Text] = {
    "crs": Text("座標系(EPSGコード)", "Coordinate reference system (EPSG code)"),
    "table": Text("シート・レイヤー", "Sheet or layer"),
    "kind": Text("図形の種類", "Kind of shape"),
}
ZONES = (
    "長崎", "九州", "山口・島根・広島", "四国", "兵庫・鳥取・岡山", "近畿・福井・三重", "石川・富山・岐阜・愛知",
    "新潟・長野・山梨・静岡", "関東・福島", "東北", "北海道西部", "北海道中央部", "北海道東部", "小笠原", "沖縄本島",
    "先島諸島", "大東諸島", "沖ノ鳥島", "南鳥島",
)
"""Roughly, where each plane rectangular system of Japan is used."""
SYSTEMS: Mapping[str, Text] = {
    "EPSG:4326": Text("世界測地系(WGS 84)の緯度・経度", "WGS 84, degrees"),
    "EPSG:6668": Text("日本測地系2011の緯度・経度", "JGD2011, degrees"),
    "EPSG:4612": Text("日本測地系2000の緯度・経度", "JGD2000, degrees"),
    "EPSG:4301": Text("旧日本測地系の緯度・経度", "Tokyo datum, degrees"),
    "EPSG:3857": Text("Webメルカトル", "Web Mercator"),
    "EPSG:32654": Text("UTM 54帯", "UTM zone 54N"),
    **{f"EPSG:{6668 + zone}": Text(f"平面直角座標系 {zone}系({where})", f"Japan plane rectangular system {zone}")
       for zone, where in enumerate(ZONES, 1)},
}
COLUMNS: Mapping[str, Text] = {
    "lat": Text("緯度の列", "Column of latitudes"),
    "lon": Text("経度の列", "Column of longitudes"),
    "country": Text("国・地域の列", "Column of countries"),
}
