import json
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.apart import MOST, close_pairs
from geo.files import ROOT, data_path
from geo.geodesy import length_km
from geo.land import land_km, read_land
from geo.meridian import recentre
from geo.routes import Route, read_routes, write_routes
from geo.topology import read_topology
from i18n.errors import AtlasError
from scripts import build_cables, build_cables_doc

TOPOLOGY = read_topology()
CABLES = sorted(TOPOLOGY.systems)


@cache
def routes() -> dict[str, tuple[Route, ...]]:
    return {cable: read_routes(cable) for cable in CABLES}


def every() -> list[Route]:
    return [route for cable in CABLES for route in routes()[cable]]


def test_there_is_one_file_a_system_and_one_feature_a_segment() -> None:
    files = {path.stem for path in data_path("cables").glob("*.geojson")}
    assert files == set(CABLES)
    assert len(CABLES) == 98
    drawn = [(route.cable_id, route.segment, route.start, route.stop, route.kind) for route in every()]
    asked = [(each.cable_id, each.number, each.start, each.stop, each.kind) for each in TOPOLOGY.segments]
    assert sorted(drawn) == sorted(asked)


@pytest.mark.parametrize("cable", CABLES)
def test_geometry_is_valid_and_cut_at_the_180th_meridian(cable: str) -> None:
    for feature in json.loads(data_path(f"cables/{cable}.geojson").read_text(encoding="utf-8"))["features"]:
        shape = shapely.from_geojson(json.dumps(feature["geometry"]))
        assert shape.is_valid
        west, _south, east, _north = shape.bounds
        assert west >= -180
        assert east <= 180
        for part in shapely.get_parts(shape):
            assert np.abs(np.diff(shapely.get_coordinates(part)[:, 0])).max() < 180


def test_lines_begin_and_end_at_their_nodes() -> None:
    settled = build_cables.settled(TOPOLOGY)
    for route in every():
        for end, point in ((route.start, route.line.coords[0]), (route.stop, route.line.coords[-1])):
            lon, lat = settled.place(end)
            assert abs((point[0] - lon + 180) % 360 - 180) < 1e-3
            assert abs(point[1] - lat) < 1e-3


@given(route=st.sampled_from(every()), centre=st.sampled_from(range(0, 360, 10)))
def test_no_vertex_pair_spans_half_the_world_on_any_centre(route: Route, centre: int) -> None:
    for part in shapely.get_parts(recentre(route.line, centre=centre)):
        assert np.abs(np.diff(shapely.get_coordinates(part)[:, 0])).max() < 180


@given(route=st.sampled_from(every()))
def test_what_is_written_about_a_line_is_true(route: Route) -> None:
    landings = [TOPOLOGY.place(end) for end in (route.start, route.stop) if not TOPOLOGY.nodes[end].is_joint]
    assert length_km(route.line) == pytest.approx(route.drawn_km, abs=0.2)
    assert land_km(read_land(), route.line, landings=landings) == pytest.approx(route.land_km, abs=0.1)


def test_no_line_is_shorter_than_the_great_circle() -> None:
    assert [route for route in every() if route.drawn_km < route.great_circle_km * 0.999 - 0.1] == []


def test_lines_keep_off_the_land() -> None:
    wet = [route for route in every() if route.land_km > 0]
    assert len(wet) <= 0.05 * len(every())
    assert max(route.land_km for route in wet) <= 20
    page = (ROOT / "docs" / "cables.md").read_text(encoding="utf-8")
    for route in wet:
        assert re.search(rf"\| {route.cable_id} {route.segment} \|.*\| [^|]{{10,}} \|", page)


def test_drawn_lengths_fit_the_published_ones() -> None:
    bound = [row for row in build_cables_doc.sums(TOPOLOGY, routes()) if row.is_bound]
    fit = [row for row in bound if row.ratio is not None and 0.75 <= row.ratio <= 1.05]
    assert len(bound) > 25
    assert len(fit) >= 0.95 * len(bound)


def test_lanes_keep_long_systems_apart() -> None:
    lines = {cable: [route.line for route in routes()[cable]] for cable in CABLES}
    lanes = {cable: [route.lane for route in routes()[cable]] for cable in CABLES}
    assert [pair for pair in close_pairs(TOPOLOGY, lines, lanes) if pair.share > MOST] == []


def test_the_page_of_numbers_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_cables_doc, "DOC", tmp_path / "cables.md")
    build_cables_doc.write()
    assert (tmp_path / "cables.md").read_bytes() == (ROOT / "docs" / "cables.md").read_bytes()


def test_a_system_read_and_written_again_gives_the_same_bytes(tmp_path: Path) -> None:
    for cable in ("humboldt", "tabua", "southern-cross"):
        write_routes(tmp_path, cable, read_routes(cable))
        assert (tmp_path / f"{cable}.geojson").read_bytes() == data_path(f"cables/{cable}.geojson").read_bytes()


def test_a_missing_system_is_named() -> None:
    with pytest.raises(AtlasError, match=r"no-such-cable\.geojson"):
        read_routes("no-such-cable")


@pytest.mark.long
def test_the_build_gives_the_same_bytes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {cable: data_path(f"cables/{cable}.geojson").read_bytes() for cable in CABLES}
    for path in data_path().iterdir():
        if path.name != "cables":
            (tmp_path / path.name).symlink_to(path)
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    build_cables.build()
    assert {cable: (tmp_path / "cables" / f"{cable}.geojson").read_bytes() for cable in CABLES} == before
