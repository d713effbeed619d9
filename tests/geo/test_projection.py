import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon, box

from geo.countries import read_outlines
from geo.geodesy import area_km2
from geo.globe import RADIUS
from geo.meridian import recentre, recentre_all
from geo.projection import PROJECTIONS, Projection, graticule, lay_out, outline, project, transformer
from i18n.text import Lang
from tests.geo.shapes import centres, polygons

every_projection = pytest.mark.parametrize("projection", PROJECTIONS.values(), ids=list(PROJECTIONS))
FLAT = [each for each in PROJECTIONS.values() if not each.is_globe]
every_flat_projection = pytest.mark.parametrize("projection", FLAT, ids=[each.id for each in FLAT])
GLOBE = PROJECTIONS["orthographic"]


def test_five_projections_are_on_offer_with_a_name_in_both_languages() -> None:
    assert list(PROJECTIONS) == ["equal_earth", "plate_carree", "robinson", "mercator", "orthographic"]
    assert all(each.name[lang] for each in PROJECTIONS.values() for lang in Lang)


@every_flat_projection
def test_the_two_edges_of_the_map_stay_apart(projection: Projection) -> None:
    left, _ = transformer(projection, 150).transform(-30, 0)
    right, _ = transformer(projection, 150).transform(330, 0)
    assert left == pytest.approx(-right)
    assert right > 15_000_000


@every_flat_projection
@pytest.mark.parametrize("centre", [150, 0, -100])
def test_every_land_lies_within_the_edge_of_the_world(projection: Projection, centre: float) -> None:
    lands = project(recentre_all(read_outlines().geometry, centre=centre), projection, centre=centre)
    # A curved edge is drawn as short straight sides, so what lies on it may stick out by some 100 m.
    edge = outline(projection, centre).buffer(1000)
    shown = lands[~shapely.is_empty(lands)]
    assert len(shown) >= len(lands) - 1
    assert shapely.covers(edge, shapely.make_valid(shown)).all()


@given(polygons(), centres)
def test_equal_earth_keeps_areas(shape: Polygon, centre: float) -> None:
    assume(shape.area > 10)
    moved = recentre(shape, centre=centre)
    drawn = project([moved], PROJECTIONS["equal_earth"], centre=centre)[0]
    # The sides of the polygon are straight in degrees, so its true area is that of many short sides.
    true = area_km2(shapely.segmentize(moved, 0.1))
    assert drawn.area / 1e6 == pytest.approx(true, rel=0.01)


def test_a_parallel_is_a_curve_with_a_vertex_at_every_degree() -> None:
    drawn = project([LineString([(0, 60), (90, 60)])], PROJECTIONS["robinson"], centre=0)[0]
    assert len(drawn.coords) == 91


def test_mercator_is_cut_at_85_degrees() -> None:
    mercator = PROJECTIONS["mercator"]
    polar, point = project([box(0, 80, 10, 90), Point(0, 89)], mercator, centre=0)
    assert polar.bounds[3] == pytest.approx(outline(mercator, 0).bounds[3])
    assert point.is_empty


@every_projection
def test_the_graticule_stays_within_the_world(projection: Projection) -> None:
    lines = graticule(projection, 150, 30)
    assert len(lines.geoms) == (5 if projection.is_globe else 11) + 5
    assert outline(projection, 150).buffer(100).covers(lines)


def test_a_tilted_globe_shows_every_meridian_about_the_pole() -> None:
    lines = graticule(GLOBE, 150, 30, centre_lat=90)
    spokes = [line for line in lines.geoms if shapely.dwithin(line, Point(0, 0), 1)]
    assert len(spokes) == 12
    assert len(lines.geoms) == 12 + 2


@given(st.tuples(centres, st.floats(-90, 90)), st.tuples(centres, st.floats(-90, 90)))
def test_a_place_stands_where_its_shape_is_drawn(zenith: tuple[float, float], place: tuple[float, float]) -> None:
    x, y = transformer(GLOBE, *zenith).transform(*place)
    (drawn,) = lay_out([Point(place)], GLOBE, centre=zenith[0], centre_lat=zenith[1])
    assume(not np.isfinite(x) or np.hypot(x, y) < RADIUS * (1 - 1e-9))
    assert drawn.is_empty == (not np.isfinite(x))
    assert drawn.is_empty or (drawn.x, drawn.y) == pytest.approx((x, y), abs=0.1)


def test_meridians_of_the_graticule_stand_at_multiples_of_the_step() -> None:
    plain = PROJECTIONS["plate_carree"]
    upright = [line for line in graticule(plain, 137.5, 45).geoms if np.ptp(line.xy[0]) < 1]
    to_degrees = transformer(plain, 137.5).transform
    lons = sorted(round(to_degrees(line.xy[0][0], 0, direction="INVERSE")[0]) for line in upright)
    assert lons == [0, 45, 90, 135, 180, 225, 270, 315]


@pytest.mark.parametrize("projection", PROJECTIONS.values(), ids=PROJECTIONS)
def test_nothing_projects_to_nothing(projection: Projection) -> None:
    assert len(project([], projection, centre=150)) == 0
