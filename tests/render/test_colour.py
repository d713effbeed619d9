"""One choice of colours, everywhere: legend, table, files and the message to the map."""

import json

from layers.registry import find_layers, our_layers
from render import web_rows
from render.download.csv_file import to_csv
from render.download.geojson import to_geojson
from render.interactive import state_of
from render.picture.legend import blocks_of
from render.picture.lines import dashes_of
from render.table import columns
from tests.render.picture.pictures import scene_of, words_of

BY_THEME = "layers=cables&colour=cables.theme"


def test_the_legend_lists_the_categories_and_then_the_dashes() -> None:
    labels = [entry.label for entry in blocks_of(scene_of(BY_THEME))[0].entries]
    assert labels[-2:] == ["建設中", "計画"]
    assert labels[:-2] == ["太平洋島しょ国", "アジア・南米(チリ)", "太平洋横断", "アジア域内", "インド洋", "その他"]


def test_the_picture_says_what_the_colours_mean() -> None:
    assert "色分け: テーマ" in "".join(words_of(BY_THEME))


def test_the_table_has_the_column_that_colours() -> None:
    assert "theme" in [column.id for column in columns(scene_of(BY_THEME))]
    assert "colour" in [column.id for column in columns(scene_of("colour=cables.theme"))]
    assert "colour" not in [column.id for column in columns(scene_of(""))]


def test_files_say_what_a_row_is_coloured_by() -> None:
    scene = scene_of(f"{BY_THEME}&lang=en")
    assert "Theme" in to_csv(scene).decode("utf-8-sig").split("\r\n")[0].split(",")
    properties = json.loads(to_geojson(scene))["features"][0]["properties"]
    assert (properties["coloured_by"], properties["theme"]) == ("theme", "asia_south_america")


def test_the_message_names_the_field_and_counts_its_categories_by_position() -> None:
    scene = scene_of(BY_THEME)
    state, looks = state_of(scene), scene.sheets[0].looks
    assert state["looks"]["cables"] == "theme"  # type: ignore[index]
    assert state["counts"]["cables"] == [  # type: ignore[index]
        [number, count, True] for number, (_look, count) in enumerate(looks)
    ]


def test_each_row_of_the_static_file_knows_its_category_in_every_colouring() -> None:
    for layer, written in zip(find_layers().values(), web_rows.layers(our_layers()), strict=True):
        fields = {field.id: len(field.categories) for field in layer.colourings}
        assert {name: len(looks) for name, looks in written["colourings"].items()} == fields  # type: ignore[attr-defined]
        for row in written["rows"]:  # type: ignore[attr-defined]
            assert set(row["looks"]) == set(fields)


def test_dashes_are_as_long_on_a_wide_line_as_on_a_narrow_one() -> None:
    wide, narrow = dashes_of("dashed", 2.0)[1], dashes_of("dashed", 1.0)[1]
    assert wide
    assert narrow
    assert [step * 2 for step in wide] == list(narrow)
