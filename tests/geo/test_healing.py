import numpy as np
import shapely
from hypothesis import assume, given
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.healing import cycles, healed, runs
from geo.meridian import recentre
from geo.sphere import Floats
from tests.geo.shapes import polygons

CAP = box(-180, -90, 180, -70)


def rings_of(shape: BaseGeometry) -> list[Floats]:
    """List the rings of a shape, land on the left, with vertices a degree apart."""
    whole = shapely.get_parts(shapely.segmentize(shapely.orient_polygons(shapely.normalize(shape)), 1.0))
    return [shapely.get_coordinates(ring) for ring in shapely.get_rings(shapely.orient_polygons(whole))]


def test_halves_that_meet_at_180_degrees_become_one_ring() -> None:
    halves = shapely.MultiPolygon([box(170, 0, 180, 10), box(-180, 0, -170, 10)])
    (ring,) = healed(rings_of(halves))
    assert len(ring) == 61
    assert ring[0].tolist() == ring[-1].tolist()
    assert not ((np.abs(ring[:, 0]) == 180) & (ring[:, 1] > 0) & (ring[:, 1] < 10)).any()


def test_a_cap_over_a_pole_is_one_circle_of_latitude() -> None:
    (ring,) = healed(rings_of(CAP))
    assert len(ring) == 361
    assert set(ring[:, 1]) == {-70.0}


def test_a_world_in_one_box_has_no_edge() -> None:
    assert healed(rings_of(box(-180, -90, 180, 90))) == []


@given(polygons())
def test_a_shape_that_180_degrees_cuts_is_healed_to_what_it_was(shape: Polygon) -> None:
    assume(shape.area > 1)
    west, east = shape.bounds[0], shape.bounds[2]
    cut = recentre(shape, centre=0)
    joined = healed(rings_of(cut))
    assert len(joined) == 1 + len(shape.interiors)
    turned = [Polygon(np.column_stack([(ring[:, 0] - west + 1) % 360, ring[:, 1]])) for ring in joined]
    outside, *holes = sorted(turned, key=lambda ring: -float(ring.area))
    assume(east - west < 358)
    assert abs(outside.area - sum(float(hole.area) for hole in holes) - shape.area) < 1e-6


def test_what_crosses_no_cut_is_left_as_it_is() -> None:
    rings = rings_of(box(0, 0, 10, 10).difference(box(4, 4, 6, 6)))
    assert all(one is other for one, other in zip(healed(rings), rings, strict=True))


def test_runs_of_a_ring_go_on_over_its_end() -> None:
    chosen = np.array([True, False, True, True, False, True])
    assert [run.tolist() for run in runs(chosen, closed=True)] == [[2, 3], [5, 0]]
    assert [run.tolist() for run in runs(chosen, closed=False)] == [[0], [2, 3], [5]]
    assert runs(~chosen & chosen, closed=True) == []


def test_every_round_is_gone_once() -> None:
    assert cycles([1, 0, 2, 4, 5, 3]) == [[0, 1], [2], [3, 4, 5]]
