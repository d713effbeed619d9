from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.transforms import Affine2D

from i18n import words
from i18n.counts import short
from i18n.text import Lang
from layers.base import Layer
from layers.registry import bringing
from render.leaf import MOST_LISTED, open_leaf
from render.picture import tags
from render.picture.crowds import MOST_CELLS, crowds_of
from render.picture.draw import Drawing, draw
from render.picture.proof.crowds import check_crowds
from render.picture.proof.reading import on_map, writings
from render.picture.save import FileKind, alone, save
from render.slides.meaning import meanings
from scene.memory import facts_of
from tests.render.picture.crowds import ROWS, crowd, crowded
from tests.render.picture.pictures import SMALL


@pytest.fixture(scope="module")
def layer() -> Layer:
    return crowd()


@pytest.fixture
def drawing(layer: Layer) -> Drawing:
    with alone(), bringing([layer]):
        return draw(crowded(layer), SMALL)


def circles(drawing: Drawing) -> Any:
    (found,) = on_map(drawing, PathCollection, tags.CROWD)
    return found


@pytest.mark.parametrize("kind", [FileKind.PNG, FileKind.PPTX])
def test_a_picture_of_a_crowd_stands_every_check(layer: Layer, kind: FileKind) -> None:
    with bringing([layer]):
        assert save(crowded(layer), SMALL, kind)


def test_all_rows_are_counted_and_a_row_alone_is_a_plain_mark(layer: Layer, drawing: Drawing) -> None:
    (found,) = crowds_of(crowded(layer), drawing.view)
    assert sorted(found.cells.counts.tolist()) == [1, 49, 150, 400]
    assert len(found.cells) <= MOST_CELLS
    assert {name for name in drawing.canvas.known[circles(drawing)] if ":" not in name} == {
        str(row["id"]) for row in crowded(layer).sheets[0].each_row() if "178" in str(row["geometry"])}


def test_what_is_selected_stands_by_itself_with_its_ring(layer: Layer, drawing: Drawing) -> None:
    chosen = str(crowded(layer).sheets[0].rows["id"].iloc[0])
    scene = crowded(layer, f"select={chosen}")
    (found,) = crowds_of(scene, drawing.view)
    assert found.cells.counts.sum() == ROWS - 1
    with bringing([layer]):
        assert save(scene, SMALL)


def test_a_circle_is_read_out_with_its_count_and_what_most_of_it_is(drawing: Drawing) -> None:
    said = {named.meaning for named in meanings(drawing).values()}
    assert "無線局: 400件(最も多い区分: 局 320件)" in said


def test_the_legend_says_what_the_circles_mean(drawing: Drawing) -> None:
    said = "".join(each.words for each in writings(drawing) if each.tag == tags.LEGEND)
    assert words.CIRCLES.ja in said


@pytest.mark.parametrize("damage", ["moved", "recoloured", "resized", "lost"])
def test_the_proof_finds_a_circle_that_is(drawing: Drawing, damage: str) -> None:
    found = circles(drawing)
    assert not list(check_crowds(drawing, writings(drawing)))
    if damage == "moved":
        found.set_offsets(np.asarray(found.get_offsets()) + 500_000)
    elif damage == "recoloured":
        found.set_facecolor("#00ff00")
    elif damage == "resized":
        found.set_paths([path.transformed(Affine2D().scale(2)) for path in found.get_paths()])
    else:
        found.remove()
    assert list(check_crowds(drawing, writings(drawing)))


def test_a_picture_remembers_no_row_of_a_crowd_for_its_id_tells_of_them_all(layer: Layer) -> None:
    assert facts_of(crowded(layer)) == {}


def test_the_table_lists_the_first_rows_as_they_are_sorted_and_counts_the_others(layer: Layer) -> None:
    leaf = open_leaf(crowded(layer))
    assert (leaf.total, leaf.beyond) == (ROWS, ROWS - MOST_LISTED)
    column = next(column.id for column in leaf.columns if column.label.ja == "台数")
    at = [each.id for each in leaf.columns].index(column)
    assert {line.cells[at] for line in open_leaf(crowded(layer, f"sort=-{column}&page=1")).lines[:5]} == {"96"}


@pytest.mark.parametrize(("count", "ja", "en"), [
    (999, "999", "999"), (1000, "1,000", "1k"),
    (1234, "1,234", "1.2k"), (9_999, "9,999", "10k"), (12_345, "1.2万", "12k"),
    (99_999, "10万", "100k"), (200_000, "20万", "200k"),
])
def test_a_count_is_worded_in_few_letters(count: int, ja: str, en: str) -> None:
    assert (short(count)[Lang.JA], short(count)[Lang.EN]) == (ja, en)
