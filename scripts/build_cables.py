"""Draw every cable system through the sea: data/cables/*.geojson (`python -m scripts.build_cables`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

from rich.progress import track

from geo.assign import assign
from geo.files import data_path
from geo.geodesy import Place, distance_km, length_km
from geo.land import land_km, read_land
from geo.routes import FOLDER, Route, rounded, write_routes
from geo.sea import sea_path
from geo.shore import at_shore
from geo.topology import PLACEHOLDER, Segment, Topology, read_topology

PROCESSES = 2
Job = tuple[Segment, Place, Place, tuple[Place, ...]]


def build() -> None:
    """Write one file a system; the number of processes does not change a byte."""
    topology = settled(read_topology())
    routes = _routes(topology)
    lanes = assign(topology, {cable: [route.line for route in system] for cable, system in routes.items()})
    folder = data_path(FOLDER)
    folder.mkdir(exist_ok=True)
    for cable, system in routes.items():
        write_routes(folder, cable, [replace(r, lane=lane) for r, lane in zip(system, lanes[cable], strict=True)])


def settled(topology: Topology) -> Topology:
    """Bring placeholders that stand far inland to the shore: a line to an unpublished town ends at the coast."""
    land = read_land()
    nodes = {
        key: replace(node, place=at_shore(land, node.place)) if node.kind == PLACEHOLDER else node
        for key, node in topology.nodes.items()
    }
    return replace(topology, nodes=nodes)


def _routes(topology: Topology) -> Mapping[str, Sequence[Route]]:
    jobs = sorted((_job(topology, segment) for segment in topology.segments), key=_longest_first)
    with ProcessPoolExecutor(PROCESSES) as pool:
        found = list(track(pool.map(_route, jobs), "海底ケーブル / cables", total=len(jobs)))
    routes: dict[str, list[Route]] = {cable: [] for cable in topology.systems}
    for route in sorted(found, key=lambda route: route.segment):
        routes[route.cable_id].append(route)
    return routes


def _job(topology: Topology, segment: Segment) -> Job:
    ends = segment.start, segment.stop
    landings = tuple(topology.place(end) for end in ends if not topology.nodes[end].is_joint)
    return segment, topology.place(segment.start), topology.place(segment.stop), landings


def _longest_first(job: Job) -> float:
    return -distance_km(job[1], job[2])


def _route(job: Job) -> Route:
    segment, start, stop, landings = job
    land = read_land()
    line = rounded(sea_path(land, start, stop, landings=landings))
    return Route(
        cable_id=segment.cable_id,
        segment=segment.number,
        kind=segment.kind,
        landing_status=segment.landing_status,
        start=segment.start,
        stop=segment.stop,
        lane=0,
        drawn_km=round(length_km(line), 1),
        great_circle_km=round(distance_km(start, stop), 1),
        land_km=round(land_km(land, line, landings=landings), 1),
        line=line,
    )


if __name__ == "__main__":
    build()
