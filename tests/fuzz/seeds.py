"""The first cases of each corpus, made small: good files of every kind, and the bad ones that own data is tested with.

`python -m tests.fuzz.seeds` writes them into tests/corpora; what is there already under another name stays.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import shapely
from pptx import Presentation

from geo.files import ROOT
from i18n.text import Lang
from own.question import Answers
from render.packet import write_packet
from render.zipped import properties
from scene.choice import Choice
from scene.memory import Memory, remember
from scene.scene import build_scene
from tests.desk.books import written
from tests.fuzz.target import CORPORA, ENDING
from tests.fuzz.targets.upload import ENDINGS
from tests.fuzz.targets.workbook import FILES, few_tables
from tests.own import made
from tests.own.bad_files import GEOJSON, SHAPEFILES, TABLES, WORKBOOKS, XML, ZIPS, Case

MOST = 6_000  # bytes of a bad file that is taken in
PICTURE = Choice(layers=frozenset({"isdbt"}), country=frozenset({"BWA"}))
ADDRESSES = (
    "", "?layers=cables&lang=en", "http://localhost:8501/?layers=cables&lang=en", "year=2025-2019&country=UZB,chl",
    "cables.status=planned&colour=cables.theme&lens=cables_past_target&view=region:africa&select=UZB,CHL",
    "bbox=160,-30,-150,10&projection=orthographic&centre=210,35&look=dark&size=a4&dpi=300&parts=none&ground=transparent",
    "title=%E9%95%B7&stamp=care,%E9%83%A8%E5%A4%96&deck=overview,chosen&table=mocs&sort=-date&page=2&cut=jga&plan=2022",
    "bbox=1e400,-1e400,nan,inf&centre=-1e308&year=99999-0",
    "layers=&region=,,,&=&&&?&%&%ff=%zz&title=%00%0a%e2%80%ae", "http://[not an address?lang=en", "~\ufe0f",
    "confidence=high&show=all&field=postal&region=oceania",
)
LINES = (
    "rows\nisdbt\nregion=africa\n--lang\nen", "rows\nmocs\ncountry=UZB&show=all\n--format\njson", "layers",
    "search\nウズベキスタン 海底ケーブル", "brief\nUZB\nlang=en\n--format\nhtml", "changes\ncountry=UZB\n--since\n2024",
    "cut\njga\n--landing\ntokyo", "export\na.csv\nlayers=datacenters\n--own\nnone.csv",
    "export\na.png\n\n--size\na4\n--dpi\n300", "reopen\nown.csv", "workbook apply\na.xlsx\n--dry-run",
    "sheet\nUZB\na.pdf", "deck\na.pptx\n--template\nx", "brief\n--help", "",
)


def small(cases: tuple[Case, ...] | list[Case], *endings: str) -> Iterator[bytes]:
    """Give the bad files of a kind that are small."""
    yield from (content for case in cases if case.name.endswith(endings) and case.answers == Answers()
                and len(content := case.make()) <= MOST)


def light(book: bytes) -> bytes:
    """Take what no reader needs out of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return made.zipped({name: parts.read(name) for name in parts.namelist() if "theme" not in name})


def small_gpkg() -> bytes:
    """Write a GeoPackage of a few short pages."""
    shape = b"GP\0\x01" + (4326).to_bytes(4, "little")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        connection = sqlite3.connect(path)
        connection.executescript("""
            PRAGMA page_size = 512;
            CREATE TABLE gpkg_spatial_ref_sys
                (srs_id INT, organization TEXT, organization_coordsys_id INT, definition TEXT);
            CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INT);
            CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, 名前 TEXT, n REAL);
            INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]');
            INSERT INTO gpkg_contents VALUES ('places', 'features');
            INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 4326);""")
        for number, place in enumerate((made.TOKYO, made.HANOI)):
            values = (shape + shapely.to_wkb(shapely.Point(place)), f"場所{number}", number / 3)
            connection.execute("INSERT INTO places (geom, 名前, n) VALUES (?, ?, ?)", values)
        connection.commit()
        connection.close()
        return path.read_bytes()


def pictures() -> Iterator[bytes]:
    """Make files that remember a view, each of another kind, with nothing else in them."""
    packet = write_packet(remember(build_scene(PICTURE)), title="題名", rights="CC BY 4.0")
    known = Memory("layers=cables&lang=en", "2026-01-01", "1", {"cables:jga": "1a2b"})
    short = write_packet(known, title="", rights="")
    chunk = b"tEXtQuery\0layers=cables&lang=en"
    yield from (packet, short, b"\x89PNG\r\n\x1a\n" + short, b"%PDF-1.7\n" + short + b"\n%%EOF", short[:-20])
    yield b"\x89PNG\r\n\x1a\n" + (len(chunk) - 4).to_bytes(4) + chunk + b"\0" * 4
    yield from (made.zipped({"customXml/item1.xml": short, "[Content_Types].xml": "<Types/>"}, how) for how in (0, 8))
    yield made.zipped({"docProps/custom.xml": properties(short)}, zipfile.ZIP_STORED)


def template() -> bytes:
    """Make a template of the usual design."""
    content = io.BytesIO()
    Presentation().save(content)
    return content.getvalue()


def workbooks() -> Iterator[bytes]:
    """Write the desk's workbook of two tables."""
    with few_tables():
        yield light(written(FILES, Lang.EN))


def every() -> dict[str, list[bytes]]:
    """Make the first cases of all targets."""
    with (ROOT / "tests/analysis/search/queries.csv").open(encoding="utf-8", newline="") as file:
        asked = list(dict.fromkeys(row["query"] for row in csv.DictReader(file)))[::8]
    book = light(made.book({"表": [["国名", "値", "日"], ["日本", 1, "2020-01-02"], ["チリ", 2.5, "=1+1"]], "別": []}))
    area = made.feature("Polygon", [made.RING], a=1, b=[1, None])
    place = made.placemark(made.POINT)
    line = made.placemark("<LineString><coordinates>1,1 2,2</coordinates></LineString>")
    found: dict[str, list[bytes]] = {
        "csv_file": [*small(list(TABLES), ".csv")],
        "geojson": [made.points(), made.collection(area, area), *small(list(GEOJSON), "json", "jsonl")],
        "kml": [made.kml(f"<Folder><name>a</name>{place}</Folder>{line}"), *small(list(XML), ".kml")],
        "xlsx_file": [book, *map(light, small(list(WORKBOOKS), ".xlsx"))],
        "gpkg": [small_gpkg()],
        "shapefile": [made.shapefile_zip(), *small(list(SHAPEFILES), ".zip")],
        "unzip": [made.shapefile_zip(), *small(list(ZIPS), ".zip")],
    }
    found["kinds"] = [f"a{ENDINGS[kind]}\n".encode() + found[kind][0] for kind in ENDINGS]
    found |= {"address": [text.encode() for text in ADDRESSES], "search": [text.encode() for text in asked]}
    found |= {"terminal": [text.encode() for text in LINES], "workbook": [*workbooks()]}
    return found | {"picture": [*pictures()], "template": [template()]}


def main() -> None:
    """Write the first cases."""
    for name, cases in every().items():
        folder = CORPORA / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, content in enumerate(dict.fromkeys(cases)):
            (folder / f"made-{number:02}{ENDING}").write_bytes(content)
        sys.stdout.write(f"{name}: {len(cases)}\n")


if __name__ == "__main__":
    main()
