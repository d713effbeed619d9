"""Every partner in view is named: all regions, both languages, with the usual layers and with all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.collections import PathCollection
from matplotlib.text import Text as Words
from matplotlib.transforms import Bbox

from geo.countries import read_countries, read_outlines, read_regions
from geo.tables import split
from i18n.text import Lang
from layers.registry import find_layers
from render.picture.draw import Drawing, draw
from render.picture.ground import read_ground
from render.picture.save import SETTINGS
from scene.paper import PAPERS
from scene.scene import Scene
from tests.profile import by_turns
from tests.render.picture.pictures import SLIDE, scene_of, written_on

REGIONS = [region.region_id for region in read_regions().values() if region.is_plan]
USUAL, ALL = "isdbt,cables,datacenters,mocs", ",".join(find_layers())
LEAST_TYPE = 18.0
"""Pixels on a slide."""
TOUCHING = 1.0
"""Pixels that two boxes may share before they overlap."""
MARKS_AT = 5
"""The order in which marks are drawn."""


@pytest.mark.parametrize(("region", "layers", "lang"), by_turns(REGIONS, [USUAL, ALL], Lang))
def test_every_partner_of_a_region_is_named_on_a_slide(region: str, layers: str, lang: Lang) -> None:
    drawing = draw(scene_of(f"layers={layers}&region={region}&lang={lang}"), SLIDE)
    codes = [code for code in partners(drawing.scene) if read_countries()[code].region_id == region]
    assert codes
    assert unnamed(drawing, codes) == []
    assert flaws(drawing) == []


@pytest.mark.parametrize(("layers", "lang"), by_turns([USUAL, "isdbt,cables,datacenters"], Lang))
def test_every_pacific_partner_is_named_on_a_slide_of_the_world(layers: str, lang: Lang) -> None:
    drawing = draw(scene_of(f"layers={layers}&lang={lang}"), SLIDE)
    codes = [code for code in partners(drawing.scene) if "pacific_island" in read_countries()[code].groups]
    assert len(codes) > 12
    assert unnamed(drawing, codes) == []
    assert flaws(drawing) == []


@pytest.mark.parametrize(("layers", "lang"), by_turns([USUAL, "isdbt,cables,datacenters"], Lang))
def test_the_name_of_taiwan_stands_on_no_other_land(layers: str, lang: Lang) -> None:
    drawing = draw(scene_of(f"layers={layers}&lang={lang}"), SLIDE)
    box = next(label.box for label in drawing.labels if label.name.iso_a3 == "TWN")
    ground, view = read_ground(drawing.view, drawing.canvas), drawing.view
    across = np.linspace(box[0], box[2], 5)
    places = np.column_stack([across, np.full(5, (box[1] + box[3]) / 2)]) * view.metres_per_point
    assert set(ground.at(places + np.array([view.west, view.south]))) <= {"", "TWN"}


@pytest.mark.parametrize("size", ["a4", "a4-portrait", "960x1080"])
def test_every_pacific_partner_is_named_on_other_papers(size: str) -> None:
    drawing = draw(scene_of("layers=cables&region=oceania"), PAPERS[size])
    codes = [code for code in partners(drawing.scene) if "pacific_island" in read_countries()[code].groups]
    assert unnamed(drawing, codes) == []
    assert flaws(drawing) == []


@pytest.mark.parametrize(("size", "query"), by_turns(
    ["1920x1080", "a4", "a4-portrait", "960x1080"],
    ["layers=isdbt&bbox=122,24,154,46", "layers=isdbt,cables&country=JPN"],
))
def test_close_ups_name_takeshima_and_the_senkakus_at_every_size(query: str, size: str) -> None:
    written = {words.get_text() for words in written_on(draw(scene_of(query), PAPERS[size]).figure)}
    assert {"竹島", "尖閣諸島"} <= written


def partners(scene: Scene) -> set[str]:
    """Name the countries of the rows of a scene."""
    return {code for sheet in scene.sheets for cell in sheet.rows["iso_a3"] for code in split(cell)
            if code in read_countries()}


def unnamed(drawing: Drawing, codes: list[str]) -> list[str]:
    """List those of the countries in view that no text names."""
    outlines = read_outlines().set_index("iso_a3")
    written = {words.get_text() for words in written_on(drawing.figure)}
    at = {code: drawing.view.place(*outlines.loc[code, ["label_lon", "label_lat"]]) for code in codes}
    names = [read_countries()[code].name[drawing.scene.lang] for code in codes if drawing.view.holds(at[code])[0]]
    return sorted(set(names) - written)


def flaws(drawing: Drawing) -> list[str]:
    """List texts that overlap, are too small, lie over a mark or outside the map that they name."""
    with rc_context(SETTINGS):  # text is measured as it is saved
        boxes = [(words, words.get_window_extent()) for words in written_on(drawing.figure)]
    return [*_overlaps(boxes), *_small(drawing), *_misplaced(drawing, boxes)]


def _overlaps(boxes: list[tuple[Words, Bbox]]) -> Iterator[str]:
    for (one, a), (two, b) in combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > TOUCHING and min(a.y1, b.y1) - max(a.y0, b.y0) > TOUCHING:
            yield f"{one.get_text()} over {two.get_text()}"


def _small(drawing: Drawing) -> Iterator[str]:
    least = LEAST_TYPE / 2 * drawing.canvas.scale  # points: a slide has two pixels to one
    yield from (f"{words.get_text()} is small" for words in written_on(drawing.figure)
                if float(words.get_fontsize()) < least - 1e-6)


def _misplaced(drawing: Drawing, boxes: list[tuple[Words, Bbox]]) -> Iterator[str]:
    names, edges = {label.name.text for label in drawing.labels}, drawing.figure.axes[0].get_window_extent()
    marks = np.vstack([
        axes.transData.transform(drawn.get_offsets())
        for axes in drawing.figure.axes for drawn in axes.collections
        if isinstance(drawn, PathCollection) and drawn.get_zorder() == MARKS_AT
    ] or [np.empty((0, 2))])
    for words, box in boxes:
        if words.get_text() in names and words.get_color() in _inks(drawing):
            if not (edges.x0 <= box.x0 and box.x1 <= edges.x1 and edges.y0 <= box.y0 and box.y1 <= edges.y1):
                yield f"{words.get_text()} leaves the map"
            x, y = marks.T
            if ((x > box.x0) & (x < box.x1) & (y > box.y0) & (y < box.y1)).any():
                yield f"{words.get_text()} lies over a mark"


def _inks(drawing: Drawing) -> tuple[str, str]:
    return drawing.canvas.palette.ink, drawing.canvas.palette.quiet_ink
