"""The sea router beside searoute on the same pairs: seconds, km over land, length (`python -m bench.sea`).

searoute 1.6.0 (Apache-2.0; requirements-dev.txt) looks for ways along shipping lanes. Only hops whose great
circle is blocked are compared; each is routed once, in a process that has the land read but no tile drawn.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import searoute
from rich.console import Console
from rich.progress import track
from rich.table import Table
from shapely.geometry import LineString

from geo.geodesy import Place, distance_km, great_circle, length_km
from geo.land import land_km, read_land
from geo.sea import sea_path
from geo.topology import read_topology
from scripts.build_cables import settled

Hop = tuple[Place, Place, tuple[Place, ...]]


@dataclass(frozen=True)
class Run:
    """One router over all hops."""

    name: str
    seconds: list[float]
    over_land: list[float]
    ratios: list[float]


def main() -> None:
    """Print one table."""
    hops = list(blocked_hops())
    runs = [_run("geo.sea", _ours, hops), _run("searoute", _theirs, hops)]
    table = Table(title=f"{len(hops)} blocked hops")
    for column in (
        "router",
        "median s",
        "worst s",
        "total s",
        "hops over land",
        "land km",
        "median ratio",
        "worst ratio",
    ):
        table.add_column(column, justify="left" if column == "router" else "right")
    for run in runs:
        table.add_row(*_row(run))
    Console().print(table)


def blocked_hops() -> Iterator[Hop]:
    """Give the hops of all systems whose great circle crosses land outside the landings, each once."""
    topology, land, seen = settled(read_topology()), read_land(), set()
    for segment in topology.segments:
        ends = segment.start, segment.stop
        a, b = (topology.place(end) for end in ends)
        landings = tuple(topology.place(end) for end in ends if not topology.nodes[end].is_joint)
        if (a, b) not in seen and land_km(land, great_circle(a, b, step_km=10), landings=landings) > 0:
            seen.add((a, b))
            yield a, b, landings


def _run(name: str, route: Callable[[Hop], LineString], hops: list[Hop]) -> Run:
    run = Run(name, [], [], [])
    for hop in track(hops, name):
        start = time.perf_counter()
        line = route(hop)
        run.seconds.append(time.perf_counter() - start)
        run.over_land.append(land_km(read_land(), line, landings=hop[2]))
        run.ratios.append(length_km(line) / distance_km(hop[0], hop[1]))
    return run


def _ours(hop: Hop) -> LineString:
    return sea_path(read_land(), hop[0], hop[1], landings=hop[2])


def _theirs(hop: Hop) -> LineString:
    found = searoute.searoute(list(hop[0]), list(hop[1]))["geometry"]["coordinates"]
    way = np.array([hop[0], *map(tuple, found), hop[1]])
    return LineString(np.column_stack([np.unwrap(way[:, 0], period=360), way[:, 1]]))


def _row(run: Run) -> tuple[str, ...]:
    over = [km for km in run.over_land if km > 0.05]
    return (
        run.name,
        f"{np.median(run.seconds):.3f}",
        f"{max(run.seconds):.1f}",
        f"{sum(run.seconds):.0f}",
        str(len(over)),
        f"{sum(over):.0f}",
        f"{np.median(run.ratios):.3f}",
        f"{max(run.ratios):.2f}",
    )


if __name__ == "__main__":
    main()
