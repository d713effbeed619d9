from __future__ import annotations

import gc
import json
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from i18n.errors import AtlasError
from i18n.text import Lang
from layers.base import Kind, Layer
from layers.registry import bring, bringing, find_layers, our_layers
from layers.rows import MOST_OWN, read_rows
from own import reading
from own.layer import layer_of
from own.limits import MOST_DRAWN
from own.question import Answers
from own.reading import read_own
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from render.onefile.page import to_html
from render.picture.legend import blocks_of
from render.picture.save import FileKind, save
from scene.dropped import OWN_GONE
from scene.grammar import read_choice, write_choice
from scene.scene import Scene, build_scene
from scene.sieve import read_sieve
from tests.own.here import read_here
from tests.render.picture.pictures import SMALL

OFFICES = """名称,緯度,経度,種類,人数
タシケント事務所,41.31,69.28,事務所,12
スバ観測所,-18.14,178.44,観測所,3
サンティアゴ事務所,-33.45,-70.66,事務所,
<img src=x onerror=alert(1)>,14.6,120.98,"北, 南",1
"""
SCORES = "国名,評価\nウズベキスタン,高\nチリ,中\nフィジー,高\n"
ALONE = "国名,メモ\n日本,a\nチリ,b\nペルー,c\n"
SQUARE = """{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "区画"}, "geometry":
{"type": "Polygon", "coordinates": [[[60, 40], [64, 40], [64, 44], [60, 44], [60, 40]]]}}]}"""


@pytest.fixture(autouse=True)
def in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)


def layer(text: str, name: str = "拠点.csv") -> Layer:
    return layer_of(read_own(text.encode(), name, Answers()), title="拠点")


def scene_with(brought: Layer, query: str = "layers=isdbt") -> Scene:
    """Build the scene of a query with a layer that stands beside ours."""
    choice = read_choice(query).choice
    return build_scene(replace(choice, layers=choice.layers | {brought.id}))


def test_what_was_brought_stands_beside_ours_in_its_block_alone() -> None:
    brought = layer(OFFICES)
    with bringing([brought]):
        assert [*find_layers()] == [*our_layers(), brought.id]
    assert [*find_layers()] == [*our_layers()]


def test_two_people_at_once_know_nothing_of_each_other() -> None:
    one, other = layer(OFFICES), layer(SCORES)

    def seen_by(brought: Layer) -> set[str]:
        bring([brought])
        return set(find_layers()) - set(our_layers())

    with ThreadPoolExecutor(2) as pool:
        seen = list(pool.map(seen_by, [one, other]))
    assert seen == [{one.id}, {other.id}]


def test_its_rows_are_counted_coloured_and_filtered_like_ours() -> None:
    brought = layer(OFFICES)
    with bringing([brought]):
        sheet = scene_with(brought).sheets[-1]
        assert [(look.label.ja, count) for look, count in sheet.looks] == [("事務所", 2), ("北, 南", 1), ("観測所", 1)]
        narrowed = scene_with(brought, f"layers=isdbt&{brought.id}.{sheet.coloured_by}={sheet.looks[0][0].code}")
        assert list(narrowed.sheets[-1].rows["name_ja"]) == ["タシケント事務所", "サンティアゴ事務所"]
        assert scene_with(brought, "country=UZB").sheets[-1].rows["iso_a3"].tolist() == ["UZB"]


def test_files_that_differ_in_a_heading_alone_are_two_layers() -> None:
    one, other = layer(SCORES), layer(SCORES.replace("評価", "判定"))
    assert one.id != other.id
    with bringing([one, other]):
        assert not {*read_rows(one)["id"]} & {*read_rows(other)["id"]}


def test_its_view_is_an_address_that_reads_the_same_beside_it_and_drops_it_elsewhere() -> None:
    brought = layer(OFFICES)
    with bringing([brought]):
        choice = scene_with(brought).choice
        query = write_choice(choice)
        assert read_choice(query).choice == choice
    elsewhere = read_choice(query)
    assert elsewhere.choice.layers == {"isdbt"}
    assert elsewhere.notices == (OWN_GONE,)


def test_the_same_file_gives_the_same_layer_and_a_changed_cell_another() -> None:
    assert layer(OFFICES).id == layer(OFFICES).id
    assert layer(OFFICES).id != layer(OFFICES.replace(",12", ",13")).id


def test_areas_that_are_no_countries_are_zones_with_an_outline_of_their_own() -> None:
    countries, areas = layer(SCORES), layer(SQUARE, "区画.geojson")
    assert (countries.kind, areas.kind) == (Kind.AREA, Kind.ZONE)
    with bringing([countries, areas]):
        assert set(read_rows(countries)["iso_a3"]) == {"UZB", "CHL", "FJI"}
        (outline,) = read_rows(areas)["outline"]
        assert len(outline.exterior.coords) == 5


@pytest.mark.parametrize("kind", [FileKind.PNG, FileKind.PPTX])
def test_a_picture_and_a_slide_show_it_and_pass_their_proof(kind: FileKind) -> None:
    brought = layer(OFFICES)
    with bringing([brought]):
        assert save(scene_with(brought), SMALL, kind)


def test_a_table_and_the_one_file_hold_it_with_its_words_as_words() -> None:
    brought, zones = layer(OFFICES), layer(SQUARE, "区画.geojson")
    with bringing([brought, zones]):
        scene = scene_with(brought, f"layers=isdbt,{zones.id}")
        assert "タシケント事務所" in to_csv(scene).decode("utf-8-sig")
        page = to_html(scene).decode()
    assert "スバ観測所" in page
    assert '"rings":[[[[60000,40000,4000,0,0,4000,-4000,0]]]]' in page.replace(" ", "")
    assert "<img src=x" not in page
    assert "スバ観測所" not in to_html(build_scene(read_choice("layers=isdbt").choice)).decode()


def test_it_says_wherever_it_shows_that_it_is_no_data_of_the_atlas() -> None:
    brought = layer(OFFICES)
    with bringing([brought]):
        assert any("持ち込んだデータ" in note[Lang.JA] for note in scene_with(brought).notes)


def test_more_points_than_can_be_drawn_one_by_one_are_a_crowd() -> None:
    head = "緯度,経度\n"
    assert not layer(head + "35.1,139.2\n" * MOST_DRAWN).is_crowd
    assert layer(head + "35.1,139.2\n" * (MOST_DRAWN + 1)).is_crowd


def test_more_countries_than_can_be_drawn_are_refused_with_what_to_do() -> None:
    with pytest.raises(AtlasError, match="thin out the points") as refused:
        layer("国,値\n" + "タイ,1\n" * (MOST_DRAWN + 1))
    assert "5,001" in refused.value.text.en


def test_what_is_kept_of_own_rows_is_soon_let_go_and_pushes_nothing_of_ours_out() -> None:
    ours = our_layers()["mocs"]
    kept = read_rows(ours), read_sieve(ours)
    first = layer_of(read_own(OFFICES.encode(), "事務所.csv", Answers()))
    with bringing([first]):
        seen = weakref.ref(read_rows(first)), weakref.ref(read_sieve(first).facets["country"].rows)
    for number in range(MOST_OWN):
        with bringing([other := replace(first, id=f"own{number}")]):
            read_sieve(other)
    gc.collect()
    assert [each() for each in seen] == [None, None]
    assert (read_rows(ours) is kept[0], read_sieve(ours) is kept[1]) == (True, True)


def test_categories_alike_in_their_first_letters_have_labels_of_their_own() -> None:
    stem = "Project for the Improvement of Digital Terrestrial Broadcasting "
    values = [stem + "Phase 1", stem + "Phase 2", "x" * 60 + "y" * 60, "x" * 70 + "y" * 50, "短い"]
    rows = "".join(f"日本,{value}\n" for value in values * 2)
    field = layer(f"国名,事業\n{rows}", "事業.csv").field("c2")
    labels = [category.label.ja for category in field.categories]
    assert len(set(labels)) == len(values) + 1
    assert sum(label.endswith("Phase 2") for label in labels) == 1
    assert max(map(len, labels)) <= 44


def test_the_table_shows_what_its_name_country_and_map_do_not_say_already() -> None:
    rows = "No,拠点名,国名,緯度,経度,設置日,予算,面積,人数,備考\n1,甲,日本,35,139,2020,5,6,7,x\n"
    shown = [field.label.ja for field in layer(rows).fields if field.in_table]
    assert not {"拠点名", "国名", "緯度", "経度"} & set(shown)
    assert {"No", "設置日", "予算", "面積", "人数", "備考"} <= set(shown)
    blank = layer("国名,a,b,c,d,e,f,g\n日本,1,2,3,4,,5,6\n")
    assert not blank.field("c6").in_table
    few = [field.label.ja for field in layer("国名,件数\n日本,1\n").fields if field.in_table]
    assert {"国名", "件数"} <= set(few)


def test_numbers_of_ones_own_leave_as_numbers() -> None:
    brought = layer('国名,件数\n日本,"1,200"\nチリ,\n')
    with bringing([brought]):
        features = json.loads(to_geojson(scene_with(brought)))["features"]
    counts = [each["properties"]["c2"] for each in features if "c2" in each["properties"]]
    assert counts == [1200, None]


def test_a_list_of_countries_with_a_number_alone_is_shaded_by_it() -> None:
    brought = layer("国名,件数\n日本,12\nチリ,40\nペルー,7\nケニア,90\nフィジー,55\nトンガ,3\n")
    assert brought.coloured_by == "c2_class"
    with bringing([brought]):
        scene = scene_with(brought, f"layers={brought.id}&{brought.id}.c2_class=n5")
    assert [row["name_ja"] for _, row in scene.sheets[0].rows.iterrows()] == ["ケニア", "フィジー"]


@pytest.mark.parametrize(("text", "says"), [(SCORES, ["色分け: 評価"]), (ALONE, [])])
def test_the_legend_of_a_picture_names_the_column_that_gives_the_colours(text: str, says: list[str]) -> None:
    brought = layer(text)
    with bringing([brought]):
        (block, *_) = blocks_of(scene_with(brought, f"layers={brought.id}"))
    assert [line for line in block.notes if line.startswith("色分け")] == says


def test_an_english_picture_takes_own_columns_with_japanese_headings_and_a_filter_by_one() -> None:
    brought = layer(SCORES)
    with bringing([brought]):
        query = f"layers={brought.id}&lang=en&{brought.id}.{brought.coloured_by}={brought.fields[-1].codes[0]}"
        assert save(scene_with(brought, query), SMALL)
