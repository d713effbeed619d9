from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pyproj.enums import TransformDirection
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.countries import read_outlines
from geo.meridian import recentre, recentre_all
from geo.projection import transformer
from geo.tables import split
from layers.base import Kind
from render.picture.canvas import Canvas
from render.picture.draw import draw
from render.picture.seen import seen, shows_undetermined
from render.picture.view import View, build_view
from scene.scene import Scene
from scene.sheet import Sheet
from tests.profile import many
from tests.render.picture.pictures import SLIDE, SMALL, scene_of

EVERYTHING = "layers=isdbt,cables,landings,datacenters,mocs,projects,plan20,redundancy"
NEAR = 0.04
"""Share of the window's width by which its edge must be missed or passed for a row to be judged by other means."""
BOXES = st.tuples(
    st.floats(-180, 179.9), st.floats(-70, 60), st.floats(4, 60), st.floats(3, 20),
).map(lambda box: f"{box[0]:.2f},{box[1]:.2f},{(box[0] + box[2] + 180) % 360 - 180:.2f},{box[1] + box[3]:.2f}")
PACIFIC, ANDES = "160.00,-30.00,-150.00,10.00", "-80.00,-40.00,-60.00,-10.00"


def test_everything_is_in_view_on_a_map_of_the_world() -> None:
    scene = scene_of(EVERYTHING)
    assert seen(scene, *view_of(scene)) is scene


@pytest.mark.parametrize("projection", ["plate_carree", "robinson", "mercator"])
def test_every_projection_of_the_whole_world_shows_every_row(projection: str) -> None:
    scene = scene_of(f"{EVERYTHING}&projection={projection}")
    assert seen(scene, *view_of(scene)).count == scene.count


@settings(max_examples=many(sample=6, prove=60), deadline=None)
@example(PACIFIC, 150)
@example(ANDES, 0)
@given(BOXES, st.sampled_from([0, 150, -90]))
def test_a_row_is_in_view_when_what_it_stands_for_lies_in_the_window_by_its_longitudes_and_latitudes(
    box: str, centre: int,
) -> None:
    scene = scene_of(f"{EVERYTHING}&bbox={box}&centre={centre}")
    view, canvas = view_of(scene)
    found = {sheet.layer.id: set(sheet.rows["id"]) for sheet in seen(scene, view, canvas).sheets}
    inner, outer = (window(view, grown) for grown in (-NEAR, NEAR))
    if inner is None or outer is None:
        return  # the window reaches beyond the edge of the world
    for sheet in scene.sheets:
        for name, shape in zip(sheet.rows["id"], shapes_of(sheet, view.centre), strict=True):
            if inner.intersects(shape):
                assert name in found[sheet.layer.id]
            if not outer.intersects(shape):
                assert name not in found[sheet.layer.id]


def test_a_cable_across_the_seam_is_seen_on_either_side_of_it() -> None:
    for west, east in ((175, 179.5), (-179.5, -175)):
        scene = scene_of(f"layers=cables&bbox={west},-25,{east},-10")
        assert "southern-cross" in names(seen(scene, *view_of(scene)))


def test_oceania_shows_its_cables_and_no_adopter() -> None:
    shown = draw(scene_of("region=oceania"), SMALL).seen
    assert not len(shown.sheets[0].rows)
    assert {"humboldt", "coral-sea", "tonga-cable"} <= names(shown)


def test_a_close_up_of_tonga_leaves_out_what_only_the_filter_lets_through() -> None:
    scene = scene_of("layers=cables,mocs&bbox=-177,-22,-173,-18")
    shown = seen(scene, *view_of(scene))
    assert "tonga-cable" in names(shown)
    assert "palau-cable-1" not in names(shown)
    assert shown.count < scene.count


def test_what_the_defaults_hide_is_counted_in_the_window_only() -> None:
    narrow = scene_of("layers=datacenters&bbox=-3,50,3,53")
    shown = seen(narrow, *view_of(narrow))
    lifted = scene_of("layers=datacenters&bbox=-3,50,3,53&show=all")
    in_london = seen(lifted, *view_of(lifted)).count - shown.count
    assert 0 < shown.hidden == in_london < narrow.hidden


@pytest.mark.parametrize(("box", "shown"), [("138,42,160,54", True), ("100,0,110,10", False)])
def test_undetermined_land_is_told_only_where_it_is_in_view(box: str, shown: bool) -> None:
    assert shows_undetermined(*view_of(scene_of(f"layers=isdbt&bbox={box}"))) is shown


def test_what_a_projection_leaves_empty_is_not_in_view(monkeypatch: pytest.MonkeyPatch) -> None:
    def behind(_view: View, shapes: list[object]) -> NDArray[Any]:
        return np.array([Polygon() for _shape in shapes])

    scene = scene_of("layers=cables&region=oceania")
    view, canvas = view_of(scene)
    monkeypatch.setattr(View, "lay_out", behind)
    assert not seen(scene, view, canvas).count
    monkeypatch.setattr(View, "place", lambda _view, lon, _lat: np.full((np.size(lon), 2), np.nan))
    marks = scene_of("layers=mocs&region=oceania")
    assert not seen(marks, view, canvas).count


def test_a_globe_shows_the_rows_of_its_near_side_only() -> None:
    scene = scene_of(f"{EVERYTHING}&projection=orthographic&centre=-60,-20")
    shown = names(seen(scene, *view_of(scene)))
    assert {"BRA", "prat"} <= shown
    assert not {"JPN", "LKA", "hokkaido-akita", "palau-cable-1"} & shown


def view_of(scene: Scene) -> tuple[View, Canvas]:
    """Give the view that would fill a slide, and the canvas it is drawn on."""
    canvas = Canvas(SLIDE, scene.choice.look, scene.lang)
    return build_view(scene, wide=canvas.width, high=canvas.height), canvas


def names(scene: Scene) -> set[str]:
    return {name for sheet in scene.sheets for name in sheet.rows["id"]}


def window(view: View, grown: float) -> Polygon | None:
    """Give the window, grown by a share of its width, in longitudes and latitudes; None where that is no place."""
    by = grown * (view.east - view.west)
    edges = np.array(shapely.box(view.west - by, view.south - by, view.east + by, view.north + by).exterior.coords)
    fine = shapely.get_coordinates(shapely.segmentize(shapely.Polygon(edges), (view.east - view.west) / 200))
    xs, ys = fine.T
    back = transformer(view.projection, view.centre).transform(xs, ys, direction=TransformDirection.INVERSE)
    lonlat = np.column_stack(back)
    inside = np.isfinite(lonlat).all() and np.abs(lonlat[:, 0] - view.centre).max() < 179
    return Polygon(lonlat) if inside and Polygon(lonlat).is_valid else None


def shapes_of(sheet: Sheet, centre: float) -> list[BaseGeometry]:
    """Give what each row of a sheet is drawn as (longitudes around the centre)."""
    if sheet.layer.kind != Kind.AREA:
        return list(recentre_all(sheet.rows.geometry.values, centre=centre))
    outlines = read_outlines().set_index("iso_a3").geometry
    return [recentre(shapely.union_all([outlines[code] for code in split(cell)]), centre=centre)
            for cell in sheet.rows["iso_a3"]]
