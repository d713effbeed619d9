"""Bad and odd files: how each is made, and the treatment that it must get."""

from __future__ import annotations

import re
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from i18n import own as words
from i18n import own_notes as notes
from i18n import own_zip as zips
from i18n.text import Lang, Text
from own.question import Answers, Part
from tests.own import made
from tests.own.made import POINT, RING, collection, feature, kml, placemark, reworked, zipped

BRACED = re.compile(r"\\\{\w+\\\}")


@dataclass(frozen=True)
class Case:
    """A file, the sentence that must be said of it, and the rows that must be left of it (0: it is refused)."""

    id: str
    name: str
    make: Callable[[], bytes]
    says: Text
    rows: int = 0
    asks: Part | None = None
    answers: Answers = field(default_factory=Answers)


def says(pattern: Text, told: Text) -> bool:
    """Tell whether a sentence is this phrase with its braces filled, in both languages."""
    return all(
        re.match(BRACED.sub(".*", re.escape(pattern[lang])), told[lang], re.DOTALL) and "{" not in told[lang]
        for lang in Lang
    )


def refused(name: str, content: bytes | Callable[[], bytes], says: Text, case: str) -> Case:
    """Make a case of a file that must be refused."""
    return Case(case, name, content if callable(content) else lambda: content, says)


def asked(name: str, content: bytes | Callable[[], bytes], says: Text, part: Part, case: str) -> Case:
    """Make a case of a file that needs one more word of the person."""
    return Case(case, name, content if callable(content) else lambda: content, says, asks=part)


def kept(name: str, content: bytes | Callable[[], bytes], says: Text, rows: int, case: str, **answers: str) -> Case:
    """Make a case of a file that is read, with what must be said of it."""
    make = content if callable(content) else lambda: content
    return Case(case, name, make, says, rows, answers=Answers(**answers))


def bomb() -> bytes:
    """Pack 100 MB of zeros."""
    return zipped({"a.shp": b"\0" * 100_000_000})


def wide_bomb() -> bytes:
    """Pack members that are each within the ratio, but together unpack to more than may be."""
    block = bytes(range(256)) * 4_000 + b"\0" * 20_000_000
    return zipped({f"{number}.shp": block for number in range(11)}, zipfile.ZIP_DEFLATED)


def many_megabytes() -> bytes:
    """Pack members that are within the ratio, each and together, but unpack to more than may be."""
    block = b"".join(bytes([number % 251, number // 251 % 251, 7, 8, 9]) + b"\0" * 200 for number in range(100_000))
    return zipped({f"{number}.shp": block for number in range(11)})


def lying_zip() -> bytes:
    """Make a zip whose header says that a member is small."""
    whole = bytearray(zipped({"a.shp": b"\0" * 30_000_000}))
    size = struct.pack("<I", 30_000_000)
    return bytes(whole.replace(size, struct.pack("<I", 1_000)))


def with_link() -> bytes:
    """Make a zip with a symbolic link."""
    link = zipfile.ZipInfo("a.shp")
    link.external_attr = 0o120777 << 16
    return zipped({link: b"/etc/passwd"})  # type: ignore[dict-item]


def with_password() -> bytes:
    """Mark the members of a zip as encrypted."""
    whole = bytearray(made.shapefile_zip())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = whole.find(mark)
        while start >= 0:
            whole[start + at] |= 1
            start = whole.find(mark, start + 1)
    return bytes(whole)


def altered_gpkg(*statements: str) -> bytes:
    """Change a GeoPackage by SQL."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "places.gpkg"
        path.write_bytes(made.gpkg())
        connection = sqlite3.connect(path)
        for function in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # its triggers ask for them
            connection.create_function(function, 1, lambda _shape: 1)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return path.read_bytes()


def sheet_with(xml: str) -> bytes:
    """Put XML before the first sheet of a workbook."""
    whole = made.book({"表": [["国名"], ["日本"]]})
    declared = f'<?xml version="1.0"?>{xml}<worksheet/>'.encode()
    return reworked(whole, {"xl/worksheets/sheet1.xml": declared})


def boasting_dbf() -> bytes:
    """Make a Shapefile whose .dbf promises 250 million records."""
    dbf = made.shapefile()["places.dbf"]
    return zipped(made.shapefile() | {"places.dbf": dbf[:4] + b"\x0f" * 4 + dbf[8:]})


def named_by_windows(encoding: str) -> bytes:
    """Zip a Shapefile as an old program does: the bytes of 一覧表 without a word on their encoding."""
    stand_in = "x" * len("一覧表".encode(encoding))
    named = {name.replace("places", stand_in): part for name, part in made.shapefile().items()}
    return zipped(named, zipfile.ZIP_STORED).replace(stand_in.encode(), "一覧表".encode(encoding))


OPENGIS = "http://www.opengis.net/def/crs"
NO_LZMA = b"\x09\x04\x05\x00]\0\0\x80\0" + b"\xff" * 40
LAUGHS = '<!DOCTYPE k [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILE_ENTITY = '<!DOCTYPE k [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
VIEW_OF_CONTENTS = (
    "ALTER TABLE gpkg_contents RENAME TO hidden",
    "CREATE VIEW gpkg_contents AS SELECT * FROM hidden",
)
RECKONED = "ALTER TABLE places ADD COLUMN huge TEXT GENERATED ALWAYS AS (printf('%.*c', 300000000, 'x')) VIRTUAL"
VIEW = ("ALTER TABLE places RENAME TO hidden", "CREATE VIEW places AS SELECT * FROM hidden")
STRICT = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'
TABLE: list[list[Any]] = [["名前", "緯度", "経度"], ["東京", 35.68, 139.75]]


def text(body: str, encoding: str = "utf-8") -> bytes:
    """Encode a text."""
    return body.encode(encoding)


def million_rows() -> bytes:
    """Write a million short rows: less than 10 MB."""
    return b"lat,lon\n" + b"1,2\n" * 1_000_000


def million_far_apart() -> bytes:
    """Write a million rows of points with names: more than 10 MB."""
    return b"name,lat,lon\n" + b"abcdef,35.1,139.1\n" * 1_000_000


WHAT_IT_IS = (
    refused("空.csv", b"", words.NO_BYTES, "empty"),
    refused("地点.csv", million_rows, words.MANY_ROWS, "a million rows"),
    refused("地点.csv", million_far_apart, words.TOO_BIG, "a million rows in a big file"),
    refused("noise.csv", bytes(range(128, 256)) * 40, words.NO_ENCODING, "noise"),
    refused("zeros.csv", b"a,b\0\0\0,c\n" * 9, words.NO_ENCODING, "zero bytes in a table"),
    refused("絵.csv", b"\x89PNG\r\n\x1a\n" + b"0" * 99, words.NOT_READ, "a picture named csv"),
    refused("a.pdf", b"%PDF-1.7\n", words.NOT_READ, "pdf"),
    refused("古い.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, words.NOT_READ, "old excel or a password"),
    refused("a.csv.gz", b"\x1f\x8b\x08\0\0\0", words.NOT_READ, "gzip"),
    refused("a.shp", b"\0\0\x27\x0a" + b"\0" * 96, words.NOT_READ, "a shp alone"),
    refused("a.exe", b"MZ\x90\0", words.NOT_READ, "a program"),
    refused("page.kml", b"<!doctype html><html><body/></html>", words.NOT_READ, "html named kml"),
    refused("a.gml", b'<?xml version="1.0"?><gml:FeatureCollection/>', words.NOT_READ, "gml"),
    refused("a.gpkg", made.points, words.MISNAMED, "geojson named gpkg"),
    refused("a.csv", lambda: made.book({"表": TABLE}), words.MISNAMED, "a workbook named csv"),
    refused("a.geojson", text("lat,lon\n1,2\n"), words.MISNAMED, "a table named geojson"),
    refused("../../etc/passwd", b"\x7fELF", words.NOT_READ, "a path for a name"),
)
ZIPS = (
    refused("爆弾.zip", bomb, zips.PACKED_TOO_WELL, "zip bomb"),
    refused("広い.zip", wide_bomb, zips.PACKED_TOO_WELL, "zip of many bombs"),
    refused("大.zip", many_megabytes, zips.UNPACKS_TOO_BIG, "a zip that unpacks to 220 MB"),
    refused("嘘.zip", lying_zip, zips.BROKEN_ZIP, "a zip whose header lies"),
    refused("入れ子.zip", lambda: zipped({"a.shp": b"", "b.zip": zipped({"c": "d"})}), zips.NESTED, "zip in a zip"),
    refused("道.zip", zipped({"../../a.shp": b"x"}), zips.TRICK_PATH, "a way out of the folder"),
    refused("道.zip", zipped({"/etc/a.shp": b"x"}), zips.TRICK_PATH, "an absolute path"),
    refused("道.zip", zipped({"C:\\a.shp": b"x"}), zips.TRICK_PATH, "a drive"),
    refused("道.zip", zipped({"..\\a.shp": b"x"}), zips.TRICK_PATH, "a way out with backslashes"),
    refused("リンク.zip", with_link, zips.LINK_IN_ZIP, "a link"),
    refused("鍵.zip", with_password, zips.LOCKED_ZIP, "a zip with a password"),
    refused(
        "多い.zip", lambda: zipped({f"{n}.shp": b"" for n in range(1_001)}), zips.MANY_MEMBERS, "too many members"
    ),
    refused(
        "詰.zip",
        lambda: made.said_to_be_lzma(zipped({"a.shp": NO_LZMA}, zipfile.ZIP_STORED)),
        zips.BROKEN_ZIP,
        "a zip packed by lzma and broken",
    ),
    refused("半分.zip", lambda: made.shapefile_zip()[:700], zips.BROKEN_ZIP, "half a zip"),
    refused("半分.xlsx", lambda: made.shapefile_zip()[:700], words.BROKEN_BOOK, "half a workbook"),
    refused("空.zip", zipped({}), zips.EMPTY_ZIP, "an empty zip"),
    refused("他.zip", zipped({"読んで.txt": "x"}), zips.STRANGE_ZIP, "a zip of something else"),
)
SHAPEFILES = (
    kept("表.zip", lambda: named_by_windows("cp932"), notes.SHAPEFILE, 2, "names that hold a backslash in cp932"),
    kept("表.zip", lambda: named_by_windows("utf-8"), notes.SHAPEFILE, 2, "names in utf-8 that do not say so"),
    asked(
        "点.zip",
        lambda: reworked(made.shapefile_zip(), {"places.prj": b"http://127.0.0.1:9/a.prj"}),
        words.UNKNOWN_CRS,
        Part.CRS,
        "a prj that is none",
    ),
    asked("点.zip", lambda: made.shapefile_zip([".prj"]), words.NO_PRJ, Part.CRS, "no prj"),
    kept("点.zip", lambda: made.shapefile_zip([".prj"]), notes.SHAPEFILE, 2, "no prj but an answer", crs="4326"),
    asked("点.zip", lambda: made.shapefile_zip([".prj"]), words.UNKNOWN_CRS, Part.CRS, "an answer that is no crs"),
    kept("点.zip", boasting_dbf, notes.SHAPEFILE, 2, "a dbf that promises millions"),
    kept("点.zip", lambda: made.shapefile_zip([".shx"]), notes.NO_SHX, 2, "no shx"),
    kept("点.zip", lambda: made.shapefile_zip([".dbf", ".cpg"]), notes.NO_DBF, 2, "no dbf"),
    kept("点.zip", lambda: made.shapefile_zip([".cpg"], encoding="cp932"), notes.SHAPEFILE, 2, "cp932 without a cpg"),
    kept("点.zip", lambda: made.shapefile_zip(crs="EPSG:32654"), notes.REPROJECTED, 2, "utm"),
    refused("点.zip", lambda: reworked(made.shapefile_zip(), {"places.shp": b"no shapes"}), words.BROKEN_SHP, "no shp"),
    kept(
        "点.zip",
        lambda: reworked(made.shapefile_zip(), {"places.shp": made.shapefile()["places.shp"][:-10]}),
        notes.SHP_CUT,
        1,
        "a shp that breaks off",
    ),
    asked(
        "二つ.zip",
        lambda: zipped(
            made.shapefile() | {name.replace("places", "b"): part for name, part in made.shapefile().items()}
        ),
        words.WHICH_TABLE,
        Part.TABLE,
        "two",
    ),
)
XML = (
    refused("笑.kml", kml("&b;", LAUGHS), words.DOCTYPE, "a billion laughs"),
    refused("外.kml", kml("<name>&x;</name>", FILE_ENTITY), words.DOCTYPE, "an entity of a file"),
    refused("笑.xlsx", lambda: sheet_with(LAUGHS), words.DOCTYPE, "a workbook with entities"),
    refused("切.kml", kml(placemark(POINT))[:-20], words.BROKEN_XML, "kml that breaks off"),
    refused("深.kml", kml("<Folder>" * 500 + "</Folder>" * 500), words.TOO_DEEP, "deep kml"),
    refused(
        "網.kml",
        kml("<NetworkLink><Link><href>http://example.com/</href></Link></NetworkLink>"),
        words.ONLY_LINKS,
        "only a network link",
    ),
    kept("網.kml", kml("<NetworkLink><Link/></NetworkLink>" + placemark(POINT)), notes.LINKS, 1, "a link and a place"),
    refused("無.kml", kml("<name>x</name>"), words.NO_PLACEMARKS, "kml without places"),
    kept(
        "欠.kml",
        kml(placemark(POINT) + placemark("<Point><coordinates>a,b</coordinates></Point>")),
        notes.BROKEN_SHAPE,
        1,
        "kml with a broken point",
    ),
    kept(
        "字.kml",
        kml(placemark(POINT)).decode().replace("?>", ' encoding="Shift_JIS"?>', 1).encode("cp932"),
        notes.READ_ROWS,
        1,
        "kml in cp932",
    ),
    refused(
        "字.kml",
        kml(placemark(POINT)).replace(b"?>", b' encoding="utf-7"?>', 1),
        words.NO_ENCODING,
        "kml in an encoding that is not read",
    ),
    refused("箱.kmz", zipped({"doc.kml/": b""}), words.NO_PLACEMARKS, "a kmz with a folder for a document"),
    kept("点.kmz", lambda: zipped({"doc.kml": kml(placemark(POINT))}), notes.READ_ROWS, 1, "kmz"),
)
GEOJSON = (
    refused("深.json", b'{"type":' * 50_000, words.TOO_DEEP, "deep json of objects"),
    refused("深.json", b"[" * 5_000_000, words.TOO_DEEP, "deep json of lists"),
    refused("無限.geojson", b'{"type":"Point","coordinates":[1e400,35]}', words.NO_FINITE, "1e400"),
    refused("NaN.geojson", b'{"type":"Point","coordinates":[NaN,35]}', words.NO_FINITE, "nan"),
    refused(
        "桁.geojson", b'{"type":"Point","coordinates":[1' + b"0" * 5_000 + b",35]}", words.NO_FINITE, "5,000 digits"
    ),
    refused("切.geojson", lambda: made.points()[:-9], words.BROKEN_JSON, "json that breaks off"),
    refused("違.json", b'{"a": 1}', words.NO_GEOJSON, "other json"),
    refused("違.json", b"[1, 2]", words.NO_GEOJSON, "a list"),
    refused("違.json", b'{"type": ["Feature"]}', words.NO_GEOJSON, "a type that is no word"),
    refused(
        "違.json", b'{"type": "FeatureCollection", "features": {}}', words.NO_FEATURES, "features that are no list"
    ),
    refused("topo.json", b'{"type": "Topology", "objects": {}}', words.NOT_READ, "topojson"),
    refused("空.geojson", collection(), words.NO_ROWS, "no features"),
    refused(
        "空.geojson",
        collection({"type": "Feature", "properties": {}, "geometry": None}),
        words.NOTHING_LEFT,
        "only features without a shape",
    ),
    kept(
        "一部.geojson",
        collection(feature("Point", [139, 35]), {"type": "Feature", "properties": {}, "geometry": None}),
        notes.NO_SHAPE,
        1,
        "a feature without a shape",
    ),
    kept(
        "空図.geojson",
        collection(feature("Polygon", []), feature("Polygon", [RING])),
        notes.NO_SHAPE,
        1,
        "an empty area",
    ),
    kept(
        "旧.geojson",
        lambda: made.points(crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::6668"}}),
        notes.OLD_CRS,
        2,
        "an old crs member",
    ),
    asked(
        "旧.geojson",
        lambda: made.points(crs={"type": "link", "properties": {"href": "http://example.com/"}}),
        words.UNKNOWN_CRS,
        Part.CRS,
        "a crs behind a link",
    ),
    kept(
        "旧.geojson",
        lambda: made.points(crs={"type": "EPSG", "properties": {"code": 6668}}),
        notes.OLD_CRS,
        2,
        "a crs member of the oldest kind",
    ),
    kept(
        "旧.geojson",
        lambda: made.points(crs={"type": "name", "properties": {"name": f"{OPENGIS}/OGC/1.3/CRS84"}}),
        notes.OLD_CRS,
        2,
        "a crs member that is an address",
    ),
    kept(
        "時.geojson",
        collection(feature("LineString", [[139, 35, 0, 17e8], [140, 36, 0, 17e8]])),
        notes.READ_ROWS,
        1,
        "positions of four numbers",
    ),
    refused(
        "字.geojson",
        collection(feature("LineString", [["139", "35"], ["140", "36"]])),
        words.NOTHING_LEFT + notes.BROKEN_SHAPE,
        "only positions that are words",
    ),
    asked("平面.geojson", collection(feature("Point", [-6000, -35000])), words.WHICH_CRS, Part.CRS, "metres"),
    kept("逆.geojson", collection(feature("Point", [35, 139])), notes.SWAPPED, 1, "latitude first"),
    asked(
        "混.geojson",
        collection(feature("Point", [1, 1]), feature("Polygon", [RING])),
        words.MIXED_KINDS,
        Part.KIND,
        "points and areas",
    ),
    kept(
        "混.geojson",
        collection(feature("Point", [1, 1]), feature("Polygon", [RING])),
        notes.OTHER_KIND,
        1,
        "points and areas, answered",
        kind="area",
    ),
    kept(
        "集.geojson",
        collection(
            {
                "type": "Feature",
                "properties": {},
                "geometry": {
                    "type": "GeometryCollection",
                    "geometries": [
                        {"type": "Point", "coordinates": [1, 1]},
                        {"type": "Polygon", "coordinates": [RING]},
                    ],
                },
            },
            feature("Polygon", [RING]),
        ),
        notes.MIXED_COLLECTION,
        1,
        "a mixed collection in one row",
    ),
    kept(
        "蝶.geojson",
        collection(feature("Polygon", [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]])),
        notes.MENDED,
        1,
        "bow tie",
    ),
    kept(
        "縫.geojson",
        collection(feature("Polygon", [[[179, -10], [-179, -10], [-179, -12], [179, -12], [179, -10]]])),
        notes.CUT_AT_SEAM,
        1,
        "over 180°",
    ),
    kept(
        "外.geojson",
        collection(feature("Point", [139, 35]), feature("Point", [500, 35])),
        notes.OFF_EARTH,
        1,
        "off earth",
    ),
    kept(
        "開.geojson",
        collection(feature("Polygon", [RING[:-1]]), feature("Polygon", [RING])),
        notes.BROKEN_SHAPE,
        1,
        "an open ring",
    ),
    kept(
        "語.geojson",
        collection(feature("Point", ["a", "b"]), feature("Point", [139, 35])),
        notes.BROKEN_SHAPE,
        1,
        "words",
    ),
    kept(
        "線.geojson",
        collection(feature("LineString", [[1, 1], [1, 1]]), feature("LineString", [[1, 1], [2, 2]])),
        notes.NO_EXTENT,
        1,
        "a line without length",
    ),
    kept(
        "行.geojsonl",
        text("\n".join(['{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,1]}}'] * 3)),
        notes.READ_ROWS,
        3,
        "a feature a line",
    ),
)
GEOPACKAGES = (
    refused("壊.gpkg", b"SQLite format 3\0" + b"\1" * 5_000, words.BROKEN_GPKG, "sqlite in name alone"),
    refused("壊.gpkg", lambda: made.gpkg()[:50_000], words.BROKEN_GPKG, "half a geopackage"),
    refused("他.gpkg", lambda: altered_gpkg("DROP TABLE gpkg_contents"), words.NO_GPKG, "sqlite without contents"),
    refused("無.gpkg", lambda: altered_gpkg("DELETE FROM gpkg_contents"), words.NO_LAYERS, "no layers"),
    refused("窓.gpkg", lambda: altered_gpkg(*VIEW), words.ONLY_VIEWS, "a view for a layer"),
    refused("窓.gpkg", lambda: altered_gpkg(*VIEW_OF_CONTENTS), words.BROKEN_GPKG, "a view for the table of contents"),
    kept("計.gpkg", lambda: altered_gpkg(RECKONED), notes.READ_ROWS, 2, "a column that is reckoned and would be huge"),
    asked("二.gpkg", lambda: made.gpkg("a", "b"), words.WHICH_TABLE, Part.TABLE, "two layers"),
    kept("二.gpkg", lambda: made.gpkg("a", "b"), notes.LAYER, 2, "two layers, answered", table="b"),
    refused("無図.gpkg", lambda: altered_gpkg("UPDATE places SET geom = NULL"), words.NOTHING_LEFT, "no shapes at all"),
    kept(
        "壊点.gpkg",
        lambda: altered_gpkg("UPDATE places SET geom = x'4750000100000000FF' WHERE fid = 1"),
        notes.BROKEN_SHAPE,
        1,
        "a broken shape",
    ),
)
TABLES = (
    kept("国.csv", text("国名,値\n日本,1\nベトナム,2\n", "cp932"), notes.AS_TEXT, 2, "cp932"),
    kept("国.csv", text("国名,値\n日本,1\n", "utf-8-sig"), notes.AS_TEXT, 1, "utf-8 with a mark"),
    kept("国.csv", text("国名\t値\n日本\t1\n", "utf-16"), notes.AS_TEXT, 1, "utf-16 with tabs"),
    kept("国.csv", text("国名;値\n日本;1\n", "utf-16-le"), notes.AS_TEXT, 1, "utf-16 without a mark"),
    kept("pays.csv", text("country,v\nCôte d'Ivoire,1\nPérou,2\nPeru,3\n", "cp1252"), notes.NO_COUNTRY, 2, "cp1252"),
    kept("国.csv", text("国名,値\n日本,1\nベトナム,2\n", "iso2022_jp"), notes.AS_TEXT, 2, "iso-2022-jp"),
    kept("切.csv", text("国名,値\n日本,東京都\nベトナム,首都")[:-1], notes.LOST_LETTERS, 2, "utf-8 cut in a letter"),
    refused(
        "混.csv",
        text("国名,値\n日本,東京\n") + text("韓国,大阪\nベトナム,首都\n", "cp932"),
        words.MIXED_ENCODINGS,
        "utf-8 that turns into cp932",
    ),
    kept("国.csv", text("国名,値\n日本,1\nベトナン,2\n"), notes.NO_COUNTRY, 1, "a misspelt country"),
    refused("国.csv", text("国名,値\n月,1\n火星,2\n"), words.NOTHING_LEFT, "no country at all"),
    kept("国.csv", text("国名,値\n日本,1\n日本,2\n"), notes.SEVERAL_ROWS, 2, "a country twice"),
    kept("点.csv", text("緯度,経度\n35.68,139.75\nabc,139\n"), notes.BAD_PLACE, 1, "a word for a latitude"),
    kept("点.csv", text("緯度,経度\n35.68,139.75\n,139\n"), notes.BLANK_PLACE, 1, "a blank latitude"),
    kept("点.csv", text("緯度,経度\n35.68,139.75\n95,139\n"), notes.OFF_EARTH, 1, "a latitude of 95"),
    kept("点.csv", text("lat,lon\n139.7,35.6\n135.5,34.7\n"), notes.SWAPPED, 2, "latitude and longitude swapped"),
    kept("点.csv", text("緯度,経度\n35°41′N,139°45′E\n"), notes.DMS, 1, "degrees and minutes"),
    kept("点.csv", text('座標\n"35.68, 139.75"\n'), notes.PLACED_BY_PAIR, 1, "both in one cell"),
    kept("点.csv", text("lat,lon\n0,0\n35,139\n"), notes.AT_ZERO, 2, "at zero"),
    kept("点.csv", text("lat,lon,国\n35.68,139.75,フランス\n"), notes.DISAGREE, 1, "a country elsewhere"),
    kept(
        "点.csv", text("表の題\n作成 総務省\n緯度,経度\n35,139\n"), notes.HEADINGS_BELOW, 1, "titles over the headings"
    ),
    kept("点.csv", text("lat,lon,,lat\n35,139,a,b\n"), notes.TWICE, 1, "a heading twice and one missing"),
    kept(
        "点.csv",
        text("lat,lon\n35,139,はみ出し\n36,140\n").replace(b"lon\n35", b"lon\n36,139\n35"),
        notes.RAGGED,
        3,
        "ragged",
    ),
    kept("点.csv", text("lat,lon,x\n35,139,#N/A\n"), notes.ERRORS, 1, "errors of excel"),
    kept("点.csv", text("lat,lon,x\n35,139,a\x07b\n"), notes.UNHEARD, 1, "control characters"),
    kept("点.csv", text("lat,lon,x\n35,139," + "あ" * 5_000 + "\n"), notes.CUT, 1, "a very long cell"),
    refused("長.csv", text("lat,lon,x\n35,139," + "a" * 1_000_000), words.LONG_CELL, "a cell without end"),
    refused("点.csv", text('lat,lon,x\n35,139,"開いたまま\n36,140,b\n'), words.OPEN_QUOTE, "a quote never closed"),
    refused("点.csv", text("35,139\n36,140\n"), words.NO_HEADINGS, "no headings"),
    refused("点.csv", text("lat,lon\n"), words.NO_ROWS, "headings alone"),
    asked("点.csv", text("a,b\nx,y\n"), words.WHICH_COLUMNS, Part.COLUMNS, "no places"),
    kept("面.csv", text("X,Y\n-35000,-6000\n"), notes.PLANE_AXES, 1, "plane coordinates, answered", crs="epsg: 6677"),
    asked("点.csv", text("x,y\n-6000,-35000\n"), words.UNKNOWN_CRS, Part.CRS, "an answer that is no map's crs"),
    asked("点.csv", text("x,y\n-6000,-35000\n"), words.WHICH_CRS, Part.CRS, "plane coordinates"),
    refused("広.csv", text(",".join(["lat", "lon", *["x"] * 300]) + "\n1,2\n"), words.MANY_COLUMNS, "300 columns"),
)
WORKBOOKS = (
    kept("表.xlsx", lambda: made.book({"表": TABLE, "空": []}), notes.SHEET, 1, "a sheet beside an empty one"),
    asked("表.xlsx", lambda: made.book({"表": TABLE, "別": TABLE}), words.WHICH_TABLE, Part.TABLE, "two sheets"),
    asked("表.xlsx", lambda: made.book({"表": TABLE}), words.NO_TABLE, Part.TABLE, "a sheet that is not there"),
    kept("表.xlsx", lambda: made.book({"表": TABLE, "隠": TABLE}, ["隠"]), notes.HIDDEN_SHEETS, 1, "a hidden sheet"),
    kept("表.xlsx", lambda: made.book({"表": [*TABLE, ["=1+1", 36, 140]]}), notes.FORMULAS, 2, "a formula"),
    refused("表.xlsx", lambda: made.book({"表": []}), words.NO_ROWS, "an empty workbook"),
    refused("表.xlsm", lambda: reworked(made.book({"表": TABLE}), {"xl/vbaProject.bin": b"x"}), zips.MACROS, "macros"),
    refused(
        "表.xlsx",
        lambda: reworked(made.book({"表": TABLE}), {"xl/worksheets/sheet1.xml": b"<a"}),
        words.BROKEN_BOOK,
        "a broken sheet",
    ),
    refused(
        "表.xlsx",
        lambda: reworked(made.book({"表": TABLE}), {"xl/worksheets/sheet1.xml": None}),
        words.NO_ROWS,
        "a missing sheet",
    ),
    refused(
        "表.xlsx",
        lambda: reworked(made.book({"表": TABLE}), {"[Content_Types].xml": b"<a/>"}),
        words.BROKEN_BOOK,
        "a workbook without a plan",
    ),
    refused(
        "厳.xlsx",
        lambda: reworked(made.book({"表": TABLE}), {"xl/workbook.xml": STRICT}),
        words.NOT_READ,
        "a workbook of the strict kind",
    ),
    refused(
        "文書.docx",
        lambda: zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
        words.NOT_READ,
        "word",
    ),
)
ANSWERED: dict[str, Any] = {
    "an answer that is no crs": Answers(crs="EPSG:99999"),
    "a sheet that is not there": Answers(table="無"),
    "an answer that is no map's crs": Answers(crs="4978"),
}


def complete(*cases: Case) -> list[Case]:
    """Put in the answers of those that need them."""
    return [replace(case, answers=ANSWERED.get(case.id, case.answers)) for case in cases]


SLOW_TO_START = complete(*SHAPEFILES, *XML, *GEOJSON, *GEOPACKAGES, *WORKBOOKS)
"""Their readers take in half a second of libraries."""
CASES = [*complete(*WHAT_IT_IS, *ZIPS, *TABLES), *SLOW_TO_START]
