from __future__ import annotations

import pytest

from i18n.text import Lang
from layers.base import Kind
from layers.registry import find_layers
from render.picture.canvas import Box
from render.picture.draw import draw
from render.picture.legend import COLUMN_GAP, LEAST, blocks_of, column_width, height_of, place_legend
from tests.render.picture.pictures import SLIDE, scene_of, words_of


@pytest.mark.parametrize("query", ["", "show=all&lang=en", "layers=mocs&country=UZB", "layers=landings"])
def test_the_counts_are_those_of_the_rows_that_show(query: str) -> None:
    scene = scene_of(query)
    for sheet, block in zip(scene.sheets, blocks_of(scene), strict=False):
        assert block.count == str(len(sheet.rows))
        assert sum(int(entry.count) for entry in block.entries) == len(sheet.rows)
        assert block.notes == ((sheet.layer.note[scene.lang],) if sheet.layer.note else ())


def test_a_category_without_rows_is_left_out() -> None:
    block = blocks_of(scene_of("layers=datacenters&country=UZB"))[0]
    assert [entry.label for entry in block.entries] == ["契約済み"]


@pytest.mark.parametrize("lang", list(Lang))
def test_paler_dotted_and_ringed_are_explained_where_they_show(lang: Lang) -> None:
    labels = [entry.label for entry in blocks_of(scene_of(f"lang={lang}"))[-1].entries]
    expected = {
        Lang.JA: ["点線: 陸揚げ地が未公表の区間", "国のみ判明(代表点)",
                  "薄い色: 3年以上前の情報、または期日を過ぎて未確認"],
        Lang.EN: ["Dotted: landing not published", "Country only (representative point)",
                  "Paler: status over three years old, or date passed and not confirmed"],
    }
    assert labels == expected[lang]


def test_nothing_is_explained_that_does_not_show() -> None:
    blocks = blocks_of(scene_of("layers=datacenters&country=UZB"))
    assert len(blocks) == 1


def test_both_figures_of_adopters_and_the_schematic_note_are_printed() -> None:
    written = "".join(words_of("layers=isdbt,cables"))
    assert "日本を含め20か国、海外は19か国" in written
    assert "概略図(実際の敷設ルートではありません)" in written


def test_layers_are_told_apart_by_shape_as_well_as_colour() -> None:
    for sheet in scene_of("show=all").sheets:
        if sheet.layer.kind == Kind.LINE:
            assert len({look.mark for look in sheet.layer.looks if look.shown_by_default}) > 1
        if sheet.layer.kind == Kind.POINT:
            assert all(look.mark for look in sheet.layer.looks)


def test_a_long_legend_stands_in_columns_beside_a_map_that_is_larger_there() -> None:
    drawing = draw(scene_of(f"layers={','.join(find_layers())}&region=latin_america"), SLIDE)
    assert drawing.map.left > 2 * LEAST
    assert drawing.map.height > drawing.canvas.height / 2


@pytest.mark.parametrize("lang", list(Lang))
def test_columns_become_narrower_where_a_long_legend_takes_several(lang: Lang) -> None:
    scene, box = scene_of(f"show=all&layers={','.join(find_layers())}&lang={lang}"), Box(20, 20, 888, 364)
    blocks = blocks_of(scene)
    placed = place_legend(scene, blocks, box)
    assert len(placed.stacks) > 1
    assert placed.column < column_width(blocks)
    assert placed.map.width + len(placed.stacks) * (placed.column + COLUMN_GAP) == pytest.approx(box.width)
    assert all(height_of(stack, column=placed.column, columns=1) <= box.height for stack in placed.stacks)
