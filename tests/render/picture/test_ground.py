"""The globe as it is painted: land where land is, sea where sea is, whatever side is seen."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
import shapely
from matplotlib.colors import to_rgb
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, box

from geo.countries import read_outlines
from layers.registry import find_layers
from render.palette import PALETTES
from render.picture.draw import Drawing, draw
from render.picture.ground import path_of, read_ground
from render.picture.save import FileKind, save
from scene.paper import Paper
from tests.profile import by_turns
from tests.render.picture.pictures import SLIDE, SMALL, pixels_of, scene_of, words_of

BARE = "layers=&parts=none&projection=orthographic"
SIDES = ["150,35", "0,90", "0,-90", "-70,-20", "178,-18", "115,0"]
SQUARE = Paper(600, 600, 72)
PALETTE = PALETTES["official"]


def painted_at(drawing: Drawing, pixels: NDArray[np.uint8], places: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the colours (0..1) at places in sight (degrees)."""
    at = drawing.figure.axes[0].transData.transform(drawing.view.place(*places.T))
    rows = np.clip(drawing.figure.bbox.height - at[:, 1], 0, len(pixels) - 1).astype(int)
    columns = np.clip(at[:, 0], 0, pixels.shape[1] - 1).astype(int)
    return np.asarray(pixels[rows, columns] / 255, dtype=np.float64)


def is_colour(colours: NDArray[np.float64], name: str) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.abs(colours - np.array(to_rgb(name))).max(axis=1) < 0.02
    return found


@lru_cache
def inland_and_open_sea() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """List places of a coarse grid more than 3° inland, and as far from any shore (degrees)."""
    shapes = read_outlines().geometry.values
    places = np.array([(lon, lat) for lon in range(-176, 180, 4) for lat in range(-88, 90, 4)], dtype=float)
    tree = shapely.STRtree(shapely.boundary(shapes))
    near = tree.query(shapely.points(places), predicate="dwithin", distance=3)[0]
    far = np.setdiff1d(np.arange(len(places)), near)
    on_land = np.unique(shapely.STRtree(shapes).query(shapely.points(places), predicate="within")[0])
    return places[np.intersect1d(far, on_land)], places[np.setdiff1d(far, on_land)]


@pytest.mark.parametrize("side", SIDES)
def test_open_sea_stays_sea_and_the_inland_stays_land(side: str) -> None:
    query = f"{BARE}&centre={side}"
    drawing, pixels = draw(scene_of(query), SQUARE), pixels_of(query, SQUARE)
    for places, colour in zip(inland_and_open_sea(), (PALETTE.land, PALETTE.sea), strict=True):
        ahead = np.hypot(*np.nan_to_num(drawing.view.place(*places.T), nan=np.inf).T) < 6_000_000
        assert ahead.sum() > 20
        assert is_colour(painted_at(drawing, pixels, places[ahead]), colour).all()


@pytest.mark.parametrize(("side", "inland"), [("178,60", (180.0, 67.5)), ("0,-90", (180.0, -85.0))])
def test_no_border_is_drawn_down_the_middle_of_a_land(side: str, inland: tuple[float, float]) -> None:
    query = f"{BARE}&centre={side}"
    drawing, pixels = draw(scene_of(query), SQUARE), pixels_of(query, SQUARE)
    across = np.array([(inland[0] + step, inland[1]) for step in np.linspace(-3, 3, 61)])
    assert is_colour(painted_at(drawing, pixels, across), PALETTE.land).all()


def test_the_northern_islands_are_filled_like_japan_on_a_globe() -> None:
    query = "layers=isdbt&bbox=144,43,150,46&projection=orthographic"
    drawing, pixels = draw(scene_of(query), SLIDE), pixels_of(query, SLIDE)
    japan = shapely.get_parts(read_outlines().set_index("iso_a3").geometry["JPN"])
    islands = [part for part in japan if box(145.3, 43.3, 149, 45.6).contains(part) and part.area > 0.02]
    colour = find_layers()["isdbt"].field("status").category("completed")
    for island in islands:
        west, south, east, north = island.bounds
        grid = np.array([(lon, lat) for lon in np.linspace(west, east, 20) for lat in np.linspace(south, north, 20)])
        inside = grid[shapely.contains(island.buffer(-0.03), shapely.points(grid))]
        assert colour is not None
        assert is_colour(painted_at(drawing, pixels, inside), colour.colour).mean() > 0.7  # names may cover some
    assert len(islands) == 3


def test_each_side_of_the_globe_is_kept_apart() -> None:
    grounds = []
    for side in ("150,35", "150,-35"):
        drawing = draw(scene_of(f"{BARE}&centre={side}"), SQUARE)
        grounds.append(read_ground(drawing.view, drawing.canvas))
    assert grounds[0] is not grounds[1]
    assert not np.array_equal(shapely.area(grounds[0].shapes), shapely.area(grounds[1].shapes))


def test_a_shape_behind_the_globe_has_an_empty_path() -> None:
    assert np.size(path_of(MultiPolygon()).vertices) == 0


@pytest.mark.parametrize(("side", "query"), by_turns(
    SIDES[:4], ["show=all", "layers=cables,landings&cut=tonga-cable&bbox=-180,-80,180,80"],
))
@pytest.mark.filterwarnings("error")
def test_every_layer_is_drawn_on_every_side(side: str, query: str) -> None:
    assert len(np.unique(pixels_of(f"{query}&projection=orthographic&centre={side}").reshape(-1, 3), axis=0)) > 100


def test_only_what_is_in_sight_is_named() -> None:
    front = words_of("layers=isdbt&projection=orthographic&centre=150,20")
    back = words_of("layers=isdbt&projection=orthographic&centre=-60,-20")
    assert "日本" in front
    assert "ブラジル" not in front
    assert "ブラジル" in back
    assert "日本" not in back


def test_what_is_only_around_has_no_name_at_the_rim_of_the_globe() -> None:
    written = words_of("layers=cables&region=oceania&projection=orthographic")
    assert "ブータン" not in written
    assert {"フィジー", "ツバル", "オーストラリア"} <= set(written)


@pytest.mark.parametrize("kind", list(FileKind))
def test_the_same_globe_gives_the_same_bytes(kind: FileKind) -> None:
    scene = scene_of("layers=cables&projection=orthographic&centre=150,20")
    assert save(scene, SMALL, kind) == save(scene, SMALL, kind)
