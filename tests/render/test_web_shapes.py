from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString

from render.web_shapes import COARSE_PER_DEGREE, PER_DEGREE, fine_rings, lines_of, marks, outlines, point_of, steps_of

HALF = 0.5 / PER_DEGREE + 1e-9
vertices = st.lists(st.tuples(st.floats(-30, 330), st.floats(-90, 90)), min_size=1, max_size=30)


def walked(steps: list[int], per_degree: int = PER_DEGREE) -> np.ndarray:
    return np.cumsum(np.reshape(steps, (-1, 2)), axis=0) / per_degree


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


def rings_of(parts: object) -> list[list[int]]:
    return [ring for part in parts for ring in part]  # type: ignore[attr-defined]


def test_no_outline_leaves_the_window_or_is_smeared_across_it() -> None:
    coarse = [(COARSE_PER_DEGREE, rings_of(outline["rings"])) for outline in outlines()]
    fine = [(PER_DEGREE, rings_of(parts)) for region in fine_rings().values() for parts in region.values()]
    for per_degree, rings in coarse + fine:
        for ring in rings:
            places = walked(ring, per_degree)
            half = 0.5 / per_degree + 1e-9
            assert (places[:, 0].min(), -places[:, 0].max()) >= (-30 - half, -330 - half)
            steps, along_the_pole = np.abs(np.diff(places[:, 0])), places[1:, 1] <= -89.99
            assert steps[~along_the_pole].max(initial=0) < 180


def test_every_outline_has_fine_rings_and_they_lie_where_it_lies() -> None:
    first = outlines()
    fine = {number: parts for region in fine_rings().values() for number, parts in region.items()}
    assert sorted(fine) == list(range(len(first)))
    for number, parts in fine.items():
        here = np.vstack([walked(ring, COARSE_PER_DEGREE) for ring in rings_of(first[number]["rings"])])
        there = np.vstack([walked(ring) for ring in rings_of(parts)])
        assert np.allclose(here.min(axis=0), there.min(axis=0), atol=0.2)
        assert np.allclose(here.max(axis=0), there.max(axis=0), atol=0.2)


def test_the_places_that_close_ups_name_are_there() -> None:
    assert {"竹島", "尖閣諸島", "択捉島"} <= {mark["name"]["ja"] for mark in marks()}  # type: ignore[index]
