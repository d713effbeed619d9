from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString

from render.web_shapes import PER_DEGREE, lines_of, marks, outlines, point_of, steps_of

HALF = 0.5 / PER_DEGREE + 1e-9
vertices = st.lists(st.tuples(st.floats(-30, 330), st.floats(-90, 90)), min_size=1, max_size=30)


def walked(steps: list[int]) -> np.ndarray:
    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / PER_DEGREE


@given(vertices)
def test_steps_lead_through_every_vertex_in_order(places: list[tuple[float, float]]) -> None:
    found = list(map(tuple, walked(steps_of(np.array(places)))))
    rounded = [tuple(np.round(np.array(place) * PER_DEGREE) / PER_DEGREE) for place in places]
    assert np.allclose(found, [place for place, _same in itertools.groupby(rounded)], atol=HALF)


def test_a_line_across_180_runs_on_and_one_across_30_west_is_cut() -> None:
    assert len(lines_of([LineString([(170, 0), (190, 0)])])) == 1
    assert len(lines_of([LineString([(-40, 0), (-20, 0)])])) == 2


@pytest.mark.parametrize(("lon", "expected"), [(-175.2, 184.8), (139.7, 139.7), (-30, -30), (-30.5, 329.5)])
def test_a_place_stands_in_the_window_of_the_map(lon: float, expected: float) -> None:
    assert walked(point_of(lon, -21.1))[0] == pytest.approx([expected, -21.1])


def test_no_outline_leaves_the_window_or_is_smeared_across_it() -> None:
    for outline in outlines():
        for ring in (ring for part in outline["rings"] for ring in part):  # type: ignore[attr-defined]
            places = walked(ring)
            assert (places[:, 0].min(), -places[:, 0].max()) >= (-30 - HALF, -330 - HALF)
            assert np.abs(np.diff(places[:, 0])).max(initial=0) < 180


def test_the_places_that_close_ups_name_are_there() -> None:
    assert {"竹島", "尖閣諸島", "択捉島"} <= {mark["name"]["ja"] for mark in marks()}  # type: ignore[index]
