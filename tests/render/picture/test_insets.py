from __future__ import annotations

import numpy as np
import pytest

from i18n.text import Lang
from render.picture.draw import draw
from render.picture.insets import ABOVE, LETTER, LETTER_PAD, Inset, insets_for
from render.picture.labels import Label
from render.picture.lettering import Lettering
from render.picture.names import Name
from render.picture.surroundings import Surroundings
from render.picture.view import View, build_view
from scene.paper import PAPERS, Paper
from tests.profile import by_turns
from tests.render.picture.pictures import SLIDE, scene_of, written_on
from tests.render.picture.test_named import flaws

CROWDED = "layers=redundancy&select=ATG,LCA,GRD,VCT"
"""Four small states of the Caribbean on a map of the world, which has no room for all their names."""
SHEET = PAPERS["a4-portrait"]
NOWHERE = np.empty((0, 2))


@pytest.mark.parametrize(("lang", "paper"), [(Lang.JA, SHEET), (Lang.EN, PAPERS["1080x1080"])])
def test_a_crowd_without_room_is_named_in_an_inset(lang: Lang, paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = draw(scene_of(f"{CROWDED}&lang={lang}"), paper)
    written = {label.name.iso_a3 for label in drawing.labels}
    assert [axes.get_zorder() for axes in drawing.figure.axes] == [0, ABOVE]
    assert [words.get_text() for words in written_on(drawing.figure)].count(LETTER) == 2
    assert flaws(drawing) == []
    monkeypatch.setattr("render.picture.draw.insets_for", lambda *_: iter(()))
    without = draw(scene_of(f"{CROWDED}&lang={lang}"), paper)
    assert len(without.labels) < len(written)


def test_an_inset_hides_no_coloured_country_and_no_place_with_rows() -> None:
    drawing = draw(scene_of(CROWDED), SHEET)
    whole, inset = drawing.figure.axes
    covered = inset.get_window_extent()
    for label in drawing.labels:
        x, y = whole.transData.transform((label.name.x, label.name.y))
        assert not (covered.x0 < x < covered.x1 and covered.y0 < y < covered.y1)


@pytest.mark.parametrize(("query", "lang"), by_turns(
    ["layers=isdbt,cables,datacenters", "", "layers=cables&region=oceania"], Lang,
))
def test_there_is_no_inset_where_all_names_find_room(query: str, lang: Lang) -> None:
    assert len(draw(scene_of(f"{query}&lang={lang}"), SLIDE).figure.axes) == 1


def test_a_label_of_an_inset_is_moved_to_where_it_stands_on_the_map() -> None:
    inset = Inset((100.0, 50.0, 200.0, 150.0), (10.0, 10.0, 60.0, 60.0), world())
    label = Label(Name("Niue", 0, 0, 0, 0), (5.0, 6.0, 25.0, 15.0), 9.0, (1.0, 2.0, 5.0, 6.0))
    moved = inset.moved(label)
    assert moved.box == (105.0, 56.0, 125.0, 65.0)
    assert moved.leader == (101.0, 52.0, 105.0, 56.0)
    assert inset.letter == (0.0, 100 - 9 - 2 * LETTER_PAD, 9 + 2 * LETTER_PAD, 100.0)


def test_an_inset_shows_its_part_of_the_map_larger_and_off_it() -> None:
    found = [inset for inset, _beside in insets_for(crowded(), world())]
    assert found
    for inset in found:
        (left, bottom, right, top), box = inset.crop, inset.box
        scale = (box[2] - box[0]) / (right - left)
        assert scale >= 2
        assert (box[3] - box[1]) / (top - bottom) == pytest.approx(scale)
        assert inset.view.metres_per_point == pytest.approx(world().metres_per_point / scale)
        assert box[0] >= right or box[2] <= left or box[1] >= top or box[3] <= bottom
        assert inset.view.west == pytest.approx(world().west + left * world().metres_per_point)


def test_there_is_no_inset_over_lines() -> None:
    grid = np.array([(x, y) for x in range(0, 600, 3) for y in range(0, 300, 3)], dtype=float)
    assert list(insets_for(crowded(lines=grid), world())) == []


def crowded(lines: np.ndarray = NOWHERE) -> Lettering:
    """Make an open sea with three places so near each other that none has been named."""
    places = np.array([[300.0, 150.0], [302.0, 151.0], [299.0, 153.0]])
    names = [Name(f"island {number}", 0, 0, 0, 0, "", True) for number in range(3)]
    around = Surroundings(600, 300, places, 5.0, lines, (), lambda at: [""] * len(at))
    return Lettering(names, places, (), around)


def world() -> View:
    """Give a view of the world, 600 by 300 points."""
    return build_view(scene_of("layers=isdbt"), wide=600, high=300)


