import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box

from geo.frames import WORLD, Frame, holding, main_frame, width

degrees = st.integers(-180, 180).map(float)
frames = st.tuples(degrees, st.just(-1.0), degrees, st.just(1.0))


def holds(frame: Frame, lon: float) -> bool:
    return (lon - frame[0]) % 360 <= width(frame)


@given(st.lists(frames, min_size=1, max_size=5))
def test_the_frame_around_frames_holds_each_of_them(boxes: list[Frame]) -> None:
    around = holding(boxes)
    for west, _south, east, _north in boxes:
        assert holds(around, west)
        assert holds(around, east)
    assert width(around) >= max(map(width, boxes))


@given(st.lists(frames, min_size=1, max_size=4), st.permutations(range(4)))
def test_the_order_of_the_frames_does_not_matter(boxes: list[Frame], order: list[int]) -> None:
    shuffled = [boxes[index] for index in order if index < len(boxes)]
    assert holding(shuffled) == holding(boxes)


@pytest.mark.parametrize(
    ("boxes", "west", "east"),
    [
        pytest.param([(170, 0, -170, 1), (150, 0, 160, 1)], 150, -170, id="across 180"),
        pytest.param([(10, 0, 20, 1), (-10, 0, -5, 1)], -10, 20, id="across Greenwich"),
        pytest.param([(-90, 0, -60, 1), (120, 0, 150, 1)], 120, -60, id="over the Pacific, the shorter way"),
        pytest.param([(-60, 0, 100, 1), (50, 0, 60, 1)], -60, 100, id="one inside the other"),
        pytest.param([(0, 0, 180, 1), (180, 0, 0, 1)], -180, 180, id="all the way round"),
    ],
)
def test_the_widest_gap_is_left_out(boxes: list[Frame], west: float, east: float) -> None:
    assert (holding(boxes)[0], holding(boxes)[2]) == (west, east)


def test_the_world_is_360_degrees_wide() -> None:
    assert width(WORLD) == 360


def test_a_far_island_does_not_widen_the_frame() -> None:
    mainland, island = box(0, 0, 10, 10), box(60, 0, 60.1, 0.1)
    west, _south, east, _north = main_frame(MultiPolygon([mainland, island]))
    assert (west, east) == (-0.5, 10.5)


def test_islands_on_both_sides_of_180_share_a_narrow_frame() -> None:
    west, _south, east, _north = main_frame(MultiPolygon([box(178, 0, 180, 2), box(-180, 0, -179, 1)]))
    assert west > 0 > east
    assert width((west, 0, east, 0)) < 4


def test_the_smallest_island_still_shows_where_it_lies() -> None:
    frame = main_frame(shapely.Point(12.45, 41.9).buffer(0.001))
    assert width(frame) == pytest.approx(0.6)
