import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.lanes import Stretch, shift, shift_all
from geo.sphere import Floats

STRAIGHT = np.array([[0.0, 0.0], [100.0, 0.0]])


def farthest(line: Floats) -> float:
    return float(np.abs(line[:, 1]).max())


def test_lane_0_stays_where_it_is() -> None:
    assert np.array_equal(shift(STRAIGHT, 0, spacing=3, taper=10), STRAIGHT)


def test_lanes_stand_spacing_apart_and_on_both_sides() -> None:
    up, down = (shift(STRAIGHT, lane, spacing=3, taper=10) for lane in (2, -1))
    assert up[:, 1].max() == pytest.approx(6)
    assert down[:, 1].min() == pytest.approx(-3)


def test_a_shift_opens_after_a_landing_and_closes_before_the_next() -> None:
    line = shift(STRAIGHT, 1, spacing=3, taper=10)
    assert line[0] == pytest.approx(STRAIGHT[0])
    assert line[-1] == pytest.approx(STRAIGHT[-1])


def test_an_end_that_runs_on_keeps_its_shift() -> None:
    line = shift(STRAIGHT, 1, spacing=3, taper=10, start=None)
    assert line[0] == pytest.approx((0, 3))
    (cut,) = shift_all([Stretch(STRAIGHT, 1, None, "")], spacing=3, taper=10)
    assert np.array_equal(cut, line)


def test_what_meets_at_a_joint_still_meets_there() -> None:
    trunk = [
        Stretch(np.array([[0.0, 0.0], [50.0, 0.0]]), 2, "", "joint"),
        Stretch(np.array([[50.0, 0.0], [100.0, 5.0]]), 2, "joint", ""),
    ]
    branch = Stretch(np.array([[50.0, 0.0], [50.0, -40.0]]), 0, "joint", "")
    first, second, spur = shift_all([*trunk, branch], spacing=3, taper=10)
    assert first[-1] == pytest.approx(second[0])
    assert first[-1] == pytest.approx(spur[0])
    assert first[-1][1] == pytest.approx(6, abs=0.2)
    assert spur[-1] == pytest.approx((50, -40))


def test_a_bend_tighter_than_the_shift_makes_no_spike() -> None:
    bend = np.array([[0.0, 0.0], [50.0, 0.0], [50.0, 50.0]])
    line = shift(bend, 5, spacing=3, taper=10)
    steps = np.hypot(*np.diff(line, axis=0).T)
    assert steps.max() < 6


@given(
    lane=st.integers(-7, 7),
    points=st.lists(st.tuples(st.floats(-500, 500), st.floats(-500, 500)), min_size=2, max_size=8, unique=True),
)
def test_no_point_moves_farther_than_its_lane(lane: int, points: list[tuple[float, float]]) -> None:
    line = np.array(points)
    moved = shift(line, lane, spacing=3, taper=16)
    assert np.isfinite(moved).all()
    assert moved[0] == pytest.approx(line[0], abs=1e-6)
    assert moved[-1] == pytest.approx(line[-1], abs=1e-6)
    box = np.array([line.min(axis=0) - abs(lane) * 3 - 1e-6, line.max(axis=0) + abs(lane) * 3 + 1e-6])
    assert ((moved >= box[0]) & (moved <= box[1])).all()
