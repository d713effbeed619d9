"""Polygons that are no countries: on the map of the page, in pictures, on slides, in the one file and in downloads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from matplotlib.colors import to_rgba
from pptx import Presentation

from layers.base import Kind, Layer
from layers.registry import bringing
from layers.rows import read_rows
from own import layer as layer_module
from own import reading
from own.layer import layer_of
from own.question import Answers
from own.reading import read_own
from render.download.geojson import to_geojson
from render.download.gpkg import to_gpkg
from render.picture.draw import Drawing
from render.picture.proof.zones import check_zones
from render.picture.save import FileKind, save, save_drawing
from render.web_rows import by_column
from tests.own.here import read_here
from tests.own.made import collection, feature
from tests.own.zoned import EVERY, circle, scene_with, zones
from tests.render.picture.pictures import SMALL

NEAR = "layers=isdbt&bbox=55.00,30.00,80.00,50.00"


@pytest.fixture(scope="module", autouse=True)
def brought() -> Iterator[Layer]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_apart", read_here)
        layer = zones()
        with bringing([layer]):
            yield layer


@pytest.fixture(scope="module")
def drawing(brought: Layer) -> Drawing:
    """Draw the zones near Uzbekistan; the picture has passed its proof."""
    return save_drawing(scene_with(brought, NEAR), SMALL, FileKind.PNG)[0]


def drawn(drawing: Drawing) -> Any:
    return next(each for each in drawing.canvas.known if each.get_label() == "zones" and drawing.canvas.known[each])


def test_their_categories_take_four_colours_then_lines_over_them(brought: Layer) -> None:
    looks = brought.looks
    assert brought.kind == Kind.ZONE
    assert len({(look.colour, look.mark) for look in looks}) == len(looks)
    assert {look.mark for look in looks} == {"", "hatched"}


def test_the_smaller_lies_on_the_larger_each_with_a_firm_edge_and_a_clear_fill(drawing: Drawing) -> None:
    collection_of, names = drawn(drawing), drawing.seen.sheets[-1].rows.set_index("id")["name_ja"]
    assert [names[key] for key in drawing.canvas.known[collection_of]] == ["調査区域", "電波の届く範囲"]
    assert all(0.2 < face[3] < 0.6 for face in collection_of.get_facecolor())
    assert all(edge[3] == 1 for edge in collection_of.get_edgecolor())


def test_names_stand_on_few_zones_and_the_larger_is_named_beside_the_smaller(drawing: Drawing) -> None:
    places = {label.name.text: (label.name.x, label.name.y) for label in drawing.labels}
    small = read_rows(drawing.scene.sheets[-1].layer).geometry[0]
    on = shapely.Point(drawing.view.place(*small.centroid.coords[0])[0])
    assert on.distance(shapely.Point(places["電波の届く範囲"])) < 2e4
    assert on.distance(shapely.Point(places["調査区域"])) > 9e4


@pytest.mark.parametrize(("change", "said"), [
    (lambda zones: zones.set_facecolor([to_rgba("#00ff00", 0.4)]), "zone"),
    (lambda zones: zones.set_facecolor(zones.get_edgecolor()), "zone"),
    (lambda zones: zones.set_paths(zones.get_paths()[::-1]), "zone"),
    (lambda zones: zones.set_visible(False), "not drawn"),
])
def test_a_zone_in_another_colour_opaque_without_its_lines_or_missing_is_a_fault(
    drawing: Drawing, change: Callable[[Any], None], said: str
) -> None:
    zones = drawn(drawing)
    before = zones.get_facecolor(), zones.get_paths()
    assert not list(check_zones(drawing))
    change(zones)
    found = [fault.en for fault in check_zones(drawing)]
    zones.set_facecolor(before[0])
    zones.set_paths(before[1])
    zones.set_visible(True)
    assert any(said in fault for fault in found)


@pytest.mark.parametrize("query", [
    "layers=isdbt&lang=en", "layers=&projection=orthographic&centre=170&centre_lat=60&look=dark",
    "layers=&projection=mercator&centre=0&ground=none",
])
def test_a_picture_of_the_world_and_of_a_globe_passes_its_proof(brought: Layer, query: str) -> None:
    assert save(scene_with(brought, query), SMALL)


def test_on_a_slide_each_is_a_shape_of_its_own_named_told_and_half_transparent(brought: Layer) -> None:
    scene = scene_with(brought, NEAR)
    slide = Presentation(BytesIO(save(scene, SMALL, FileKind.PPTX))).slides[0]
    shapes = {each.name: each for group in slide.shapes if hasattr(group, "shapes") for each in group.shapes}
    row = next(row for row in scene.sheets[-1].each_row() if row["name_ja"] == "調査区域")
    shape = shapes[f"{row['id']} 調査区域"]
    assert "調査" in shape._element._nvXxPr.cNvPr.get("descr")
    assert 20_000 < int(shape._element.xpath(".//p:spPr/a:solidFill//a:alpha")[0].get("val")) < 60_000
    assert not shape._element.xpath(".//p:spPr/a:ln//a:alpha")


def test_the_map_of_the_page_has_their_rings_with_holes_and_whole_over_the_seam(brought: Layer) -> None:
    rows: Any = by_column([brought.id])[0]["rows"]
    assert [len(part) for part in rows["rings"][1]] == [2]
    assert [len(parts) for parts in rows["rings"][2:4]] == [1, 2]


def test_downloads_keep_the_polygons(brought: Layer, tmp_path: Path) -> None:
    scene = scene_with(brought, "layers=")
    features = json.loads(to_geojson(scene))["features"]
    assert [each["geometry"]["type"] for each in features[:4]] == ["Polygon", "Polygon", "MultiPolygon", "MultiPolygon"]
    assert len(features[1]["geometry"]["coordinates"]) == 2
    path = tmp_path / "zones.gpkg"
    path.write_bytes(to_gpkg(scene))
    table = gpd.read_file(path, layer=brought.id)
    asked = read_rows(brought).geometry
    assert shapely.area(shapely.symmetric_difference(table.geometry.values, asked.values)).max() < 1e-2


def test_very_fine_outlines_are_served_light_and_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (reading, layer_module):
        monkeypatch.setattr(module, "MOST_VERTICES_DRAWN", 500)
    fine = [feature("Polygon", [circle(lon, 0, 3, corners=2_000)], name=str(lon)) for lon in (0, 20)]
    own = read_own(collection(*fine), "fine.geojson", Answers())
    assert any("simplified" in sentence.en for sentence in own.report.sentences())
    rows = read_rows_of(layer_of(own))
    assert shapely.get_num_coordinates(rows["outline"].tolist()).sum() <= 500
    assert shapely.get_num_coordinates(rows.geometry.values).sum() == 4_000


def test_a_file_with_few_corners_says_nothing_of_it() -> None:
    own = read_own(collection(*EVERY), "few.geojson", Answers())
    assert not any("simplified" in sentence.en for sentence in own.report.sentences())


def read_rows_of(layer: Layer) -> gpd.GeoDataFrame:
    with bringing([layer]):
        return read_rows(layer)
