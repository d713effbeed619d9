from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.picture.fan import fanned, offsets, rings


def test_one_mark_stands_on_its_place() -> None:
    assert offsets(1).tolist() == [[0.0, 0.0]]


@given(st.integers(2, 80))
def test_no_two_marks_of_a_fan_touch(count: int) -> None:
    at = offsets(count)
    apart = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))[~np.eye(count, dtype=bool)]
    assert apart.min() > 1


@given(st.integers(2, 80))
def test_a_fan_stays_near_its_place_and_centred_on_it(count: int) -> None:
    at = offsets(count)
    assert np.abs(at.mean(axis=0)).max() < 1e-9
    assert np.hypot(*at.T).max() < count**0.5


def test_marks_that_stand_apart_are_not_moved() -> None:
    places = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0]])
    assert np.array_equal(fanned(places, diameter=5), places)


def test_marks_at_one_place_are_fanned_around_it_in_their_order() -> None:
    places = np.array([[3.0, 4.0], [50.0, 50.0], [3.0, 4.0]])
    moved = fanned(places, diameter=2)
    assert moved[[0, 2]] == pytest.approx(np.array([3.0, 4.0]) + 2 * offsets(2))
    assert moved[1].tolist() == [50.0, 50.0]


def test_the_vague_ones_of_a_fan_stand_within_one_ring_and_the_others_outside_it() -> None:
    places, vague = np.zeros((7, 2)), [False, True, False, True, True, False, True]
    moved = fanned(places, diameter=1, vague=vague)
    (ring,) = rings(places, moved, diameter=1, vague=vague)
    far = np.hypot(*(moved - ring.centre).T)
    assert far[vague].max() < ring.across / 2
    assert far[~np.array(vague)].min() > far[vague].max()


def test_a_vague_mark_alone_has_a_ring_of_its_own() -> None:
    places = np.array([[0.0, 0.0], [50.0, 0.0], [90.0, 0.0]])
    around = rings(places, places, diameter=2, vague=[True, False, True])
    assert [(ring.centre, ring.across) for ring in around] == [((0.0, 0.0), 2.0), ((90.0, 0.0), 2.0)]
