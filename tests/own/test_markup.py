"""Markup in a person's own data is words, through every reader and in every file that it leaves in."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import geopandas as gpd
import openpyxl
import pytest
import shapely
from openpyxl.cell.cell import Cell

from layers.registry import bringing
from own import reading
from own.grid import UNHEARD
from own.question import Answers
from own.reading import Own, read_own
from render.brief.formats import Format
from render.download.csv_file import FORMULA, NUMBER, to_csv
from render.download.geojson import to_geojson
from render.download.gpkg import to_gpkg
from render.download.xlsx import to_xlsx
from render.picture.kinds import FileKind
from render.picture.save import save
from render.sheet.files import sheet_content, sheet_of
from scene.choice import Choice
from scene.scene import Scene, build_scene
from tests.markup import CORPUS, PAYLOADS
from tests.own import made
from tests.own.here import read_here
from tests.own.poison import HEADINGS, NAMED, TITLE, poisoned, table
from tests.render.picture.pictures import SMALL

MOST_DBF = 254
"""Bytes that a cell of a Shapefile's table holds."""
IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@pytest.fixture(autouse=True, scope="module")
def in_one_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_apart", read_here)
        yield


@pytest.fixture(scope="module")
def scene(in_one_process: None) -> Iterator[Scene]:
    """Give a view of the layer that is full of markup, under a title that is."""
    layer = poisoned()
    with bringing([layer]):
        yield build_scene(replace(Choice(title=TITLE, stamp=("<b>x</b>",)), layers=frozenset({layer.id})))


def clean(text: str) -> str:
    """Give a text as cells hold it: without what nobody sees, at its ends and within."""
    return UNHEARD.sub("", text.strip())


def bare(text: str) -> str:
    """Give a text without blanks, line ends and what nobody sees: writers of files have their own ways with those."""
    return "".join(clean(text).split())


def names_of(own: Own, column: str) -> set[str]:
    """Give the cells of a column by its heading, blanks left out of them."""
    (found,) = [each.id for each in own.columns if each.name == column]
    return {bare(cell) for cell in own.rows[found]}


# --- in ---


def test_cells_are_kept_to_the_letter() -> None:
    own = read_own(table(), "x.csv", Answers())
    assert list(own.rows["c1"]) == list(map(clean, NAMED))
    assert [column.name for column in own.columns] == list(HEADINGS)


@pytest.mark.parametrize("family", CORPUS)
def test_a_heading_is_quoted_and_never_filled_in(family: str) -> None:
    for payload in {" ".join(clean(payload).split()) for payload in CORPUS[family]} - {""}:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([["一", payload, "w"], ["a", 1, 2], ["b", "", 2], ["c", payload, 2]])
        own = read_own(out.getvalue().encode(), "x.csv", Answers(lat=payload, lon="w"))
        told = "".join(sentence.ja for sentence in own.report.sentences())
        assert f"「{payload}」が空白の 1 行" in told
        assert f"の値「{payload[:40]}」は座標として読めません" in told or payload[:1] in "+-"


def test_a_file_name_and_a_country_are_quoted_and_never_filled_in() -> None:
    for payload in CORPUS["template"]:
        own = read_own(f'国名\n日本\n"{payload.replace(chr(34), "")}"\n'.encode(), f"{payload}.csv", Answers())
        assert payload.replace('"', "")[:40] in "".join(sentence.ja for sentence in own.report.sentences())


def test_geojson_keeps_it() -> None:
    features = [made.feature("Point", made.TOKYO, **{"名前": payload, "\1見出し\0": payload}) for payload in PAYLOADS]
    own = read_own(made.collection(*features), "x.geojson", Answers())
    assert names_of(own, "名前") == names_of(own, "見出し") == set(map(bare, PAYLOADS))


def test_kml_keeps_it() -> None:
    told = [IN_XML.sub("", payload) for payload in PAYLOADS if not {"<", "&"} & set(payload)]  # tags are taken out
    data = [f"<ExtendedData><Data name={quoteattr(name)}><value>x</value></Data></ExtendedData>" for name in told]
    inside = "".join(made.placemark(f"{data[number] if number < 99 else ''}{made.POINT}", escape(name))
                     for number, name in enumerate(told))
    own = read_own(made.kml(inside), "x.kml", Answers())
    assert {bare(name) for name in told} - {bare(cell) for cell in own.rows["c1"]} <= {""}
    assert {bare(name) for name in told[:99]} - {bare(column.name) for column in own.columns} <= {""}


def test_a_workbook_keeps_it_and_runs_no_formula() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    told = [IN_XML.sub("", payload) for payload in PAYLOADS]
    for number, cells in enumerate([("名前", "緯度", "経度"), *((payload, 1, 2) for payload in told)], 1):
        for column, cell in enumerate(cells, 1):
            written: Cell = sheet.cell(number, column)
            written.value = cell
            written.data_type = "s" if column == 1 or number == 1 else "n"
    content = io.BytesIO()
    book.save(content)
    own = read_own(content.getvalue(), "x.xlsx", Answers())
    kept = names_of(own, "名前")
    assert {bare(payload) for payload in told if "_x00" not in payload and payload.strip()} - kept <= set()


def test_a_geopackage_keeps_it() -> None:
    frame = gpd.GeoDataFrame({"名前": [clean(payload) for payload in PAYLOADS]},
                             geometry=[shapely.Point(made.TOKYO)] * len(PAYLOADS), crs="EPSG:4326")
    with tempfile.TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / "x.gpkg", layer="x")
        own = read_own((Path(folder) / "x.gpkg").read_bytes(), "x.gpkg", Answers())
    assert names_of(own, "名前") == set(map(bare, PAYLOADS))


def test_a_shapefile_keeps_it() -> None:
    fitting = [payload for payload in map(clean, NAMED) if len(payload.encode()) <= MOST_DBF]
    frame = gpd.GeoDataFrame({"name": fitting}, geometry=[shapely.Point(made.TOKYO)] * len(fitting), crs="EPSG:4326")
    with tempfile.TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / "x.shp", encoding="utf-8")
        content = made.zipped({path.name: path.read_bytes() for path in Path(folder).iterdir()})
    assert len(fitting) > len(NAMED) / 2
    assert names_of(read_own(content, "x.zip", Answers()), "name") == set(map(bare, fitting))


# --- out ---


def test_no_cell_of_a_csv_is_a_formula_and_each_holds_its_text(scene: Scene) -> None:
    lines = list(csv.reader(io.StringIO(to_csv(scene).decode("utf-8-sig"), newline="")))
    assert not [cell for line in lines for cell in line if cell[:1] in FORMULA and not NUMBER.fullmatch(cell)]
    found = {cell.removeprefix("'") for line in lines for cell in line}
    assert {clean(payload).removeprefix("'") for payload in NAMED} <= found


def test_every_cell_of_a_workbook_is_text_and_no_link_is_made_of_it(scene: Scene) -> None:
    content = to_xlsx(scene)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}  # a number of one's own leaves as one; no formula, no error
    assert not [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert {bare(payload) for payload in NAMED} <= {bare(str(cell.value)) for cell in cells} | {""}
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name)]


def test_geojson_holds_it_as_it_is(scene: Scene) -> None:
    features = json.loads(to_geojson(scene))["features"]
    assert [bare(feature["properties"]["name_ja"]) for feature in features] == list(map(bare, NAMED))


def test_a_geopackage_holds_it_as_it_is(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "out.gpkg"
    file.write_bytes(to_gpkg(scene))
    rows = [gpd.read_file(file, layer=name) for name in gpd.list_layers(file)["name"]]
    assert any(set(map(bare, NAMED)) <= {bare(cell) for cell in frame.get("name_ja", ())} for frame in rows)


def test_a_sheet_in_word_holds_it_as_words_and_leads_to_sources_alone(scene: Scene) -> None:
    asked = replace(scene.choice, layers=scene.choice.layers | {"mocs"})
    content = sheet_content("country:IND", asked, Format.DOCX)
    sources = {source.href for source in sheet_of("country:IND", asked).sources}
    _check_office(content, TITLE, "<b>x</b>", leads=sources)


@pytest.mark.parametrize("kind", [FileKind.SVG, FileKind.PDF, FileKind.PPTX])
def test_a_picture_holds_nothing_that_runs_or_leads_outside(scene: Scene, kind: FileKind) -> None:
    content = save(scene, SMALL, kind)
    if kind == FileKind.PDF:
        assert not [key for key in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/AA", b"/GoToR") if key in content]
    elif kind == FileKind.SVG:
        _check_svg(content)
    else:
        _check_office(content, TITLE, *NAMED[:5])


def _check_svg(content: bytes) -> None:
    elements = list(ElementTree.fromstring(content).iter())
    assert not {each.tag.rpartition("}")[2] for each in elements} & {"script", "a", "image", "foreignObject", "iframe"}
    attributes = [(name, value) for each in elements for name, value in each.attrib.items()]
    assert not [name for name, _ in attributes if name.lower().startswith("on")]
    assert not [value for name, value in attributes if name.endswith("href") and not value.startswith("#")]
    assert TITLE in {each.text for each in elements}


def _check_office(content: bytes, *words: str, leads: Collection[str] = ()) -> None:
    """Make sure that every part is whole XML, that none leads elsewhere, and that the words stand in them."""
    said = set[str]()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(parts.read(name))
                targets = [each.get("Target", "") for each in root if each.get("TargetMode") == "External"]
                assert set(targets) <= set(leads)
                said |= {bare(value) for each in root.iter() for value in (each.text or "", *each.attrib.values())}
    assert all(any(bare(word) in one for one in said) for word in words)
