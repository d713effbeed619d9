from __future__ import annotations

import numpy as np
import pytest
import shapely
from matplotlib.collections import LineCollection

from geo.globe import RADIUS
from render.picture.draw import Drawing, draw
from tests.render.picture.pictures import SMALL, scene_of

CABLES = "layers=cables&parts=none&projection=orthographic"


def strokes_of(drawing: Drawing) -> list[LineCollection]:
    """List the drawn cables, a collection for each way of drawing."""
    return [artist for artist in drawing.figure.axes[0].collections
            if isinstance(artist, LineCollection) and artist.get_zorder() >= 2.9]


@pytest.mark.parametrize("side", ["150,20", "0,90", "178,-18"])
def test_cables_end_at_the_horizon_and_are_not_drawn_in_the_sky(side: str) -> None:
    drawing = draw(scene_of(f"{CABLES}&centre={side}"), SMALL)
    for stroke in strokes_of(drawing):
        assert stroke.get_clip_path() is not None
        for path in stroke.get_paths():
            # A lane is a few points beside its line, no more.
            assert np.hypot(*np.asarray(path.vertices).T).max() < RADIUS + 30 * drawing.view.metres_per_point


def test_a_lane_runs_on_beside_its_neighbour_up_to_the_horizon() -> None:
    drawing = draw(scene_of(f"{CABLES}&centre=150,20"), SMALL)
    ends = np.array([np.asarray(path.vertices)[end] for stroke in strokes_of(drawing) for path in stroke.get_paths()
                     for end in (0, -1)])
    off = np.abs(np.hypot(*ends.T) - RADIUS) / drawing.view.metres_per_point
    assert (off < 30).sum() > 10  # many cables set here
    assert len(np.unique(np.round(ends[off < 30] / drawing.view.metres_per_point, 1), axis=0)) > 10


@pytest.mark.filterwarnings("error")
def test_a_globe_with_no_cable_in_sight_is_still_drawn() -> None:
    drawing = draw(scene_of("layers=cables&country=TON&centre=10,30&projection=orthographic"), SMALL)
    assert shapely.get_num_coordinates(drawing.view.lay_out([shapely.Point(185, -21)]))[0] == 0
    assert strokes_of(drawing) == []
