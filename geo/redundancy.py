"""How many independent ways out each country and territory has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx
from networkx.algorithms.flow import shortest_augmenting_path

from geo.network import (
    COMING,
    CONTINENT_KM2,
    HOME,
    IN_SERVICE,
    Masses,
    Network,
    build_network,
    landings_of,
    trunk,
)
from geo.topology import Node, Topology

SOURCE, SINK = ("source", ""), ("sink", "")
MANY = 99


@dataclass(frozen=True)
class Redundancy:
    """One country or territory: its systems by id, and its ways out now and with what is being built or planned.

    A way out leads to a continent that the country is no part of, or to Japan. Two ways are independent when they
    share no joint and no system, the onward systems included. Ways are counted by sea.
    """

    iso_a3: str
    systems_now: tuple[str, ...]
    systems_coming: tuple[str, ...]
    ways_now: int
    ways_coming: int
    weakest: int
    """Ways now of the island, among those with a landing in service, that has the fewest."""
    weakest_landings: tuple[Node, ...]
    by_land: bool
    """Others land on the same land mass: there may be ways by land as well."""
    is_joined: bool
    """Some landing is joined to the trunk network today."""


def landing_countries(topology: Topology) -> list[str]:
    """List the countries and territories with a landing, in the order of their codes."""
    return sorted({node.iso_a3 for node in topology.nodes.values() if not node.is_joint} - {""})


def redundancy(topology: Topology, masses: Masses, codes: Iterable[str] | None = None) -> list[Redundancy]:
    """Give these countries and territories (all that have a landing), in the order of their codes; slow."""
    now = build_network(topology, masses)
    coming = build_network(topology, masses, (IN_SERVICE, *COMING))
    joined = {topology.nodes[node].iso_a3 for node in trunk(now)}
    return [_redundancy(now, coming, code, is_joined=code in joined) for code in codes or landing_countries(topology)]


def _redundancy(now: Network, coming: Network, code: str, *, is_joined: bool) -> Redundancy:
    weakest, landings = _weakest(now, code)
    return Redundancy(
        iso_a3=code,
        systems_now=_systems(now.topology, code, (IN_SERVICE,)),
        systems_coming=_systems(now.topology, code, COMING),
        ways_now=ways_out(now, landings_of(now, code)),
        ways_coming=ways_out(coming, landings_of(coming, code)),
        weakest=weakest,
        weakest_landings=landings,
        by_land=_by_land(now, code),
        is_joined=is_joined,
    )


def _weakest(network: Network, code: str) -> tuple[int, tuple[Node, ...]]:
    islands: dict[str, list[Node]] = {}
    for node in landings_of(network, code):
        islands.setdefault(network.masses.of[node.id] or node.id, []).append(node)
    ways = [(ways_out(network, nodes), tuple(nodes)) for nodes in islands.values()]
    fewest = min((count for count, _nodes in ways), default=0)
    return fewest, tuple(node for count, nodes in ways if count == fewest for node in nodes)


def ways_out(network: Network, landings: Sequence[Node]) -> int:
    """Count the independent ways out of a group of landings: a flow with one way for each system and joint."""
    if not landings:
        return 0
    flow = _pipes(network).copy()
    own = {node.id for node in landings}
    _cut_own_land(flow, own)
    flow.add_edges_from((SOURCE, ("in", node)) for node in own)
    flow.add_edges_from((("out", node), SINK) for node in _goals(network, landings))
    if SINK not in flow:
        return 0
    return int(nx.maximum_flow_value(flow, SOURCE, SINK, capacity="ways", flow_func=shortest_augmenting_path))


@lru_cache(maxsize=4)
def _pipes(network: Network) -> nx.DiGraph:
    """Lay out the network as pipes: systems and joints let one way through, landings and land masses any number.

    A branching unit inside one system is left out: the system's own limit says all that it could.
    """
    meetings = {
        (node, cable or f"land {network.masses.of[a] or a}")
        for a, b, cable in network.graph.edges(data="cable_id")
        for node in (a, b)
    }
    met = Counter(node for node, _link in meetings)
    flow = nx.DiGraph()
    for node, link in sorted(meetings):
        if met[node] > 1 or not network.topology.nodes[node].is_joint:
            _meet(flow, network, node, link)
    return flow


def _goals(network: Network, landings: Sequence[Node]) -> list[str]:
    """Give the landings that count as out: on another continent, or in Japan."""
    own, codes = {network.masses.of[node.id] for node in landings}, {node.iso_a3 for node in landings}
    far = {mass for mass, km2 in network.masses.km2.items() if km2 >= CONTINENT_KM2} - own - {""}
    nodes = [network.topology.nodes[node] for node in sorted(network.graph)]
    return [
        node.id
        for node in nodes
        if not node.is_joint and node.iso_a3 not in codes and (network.masses.of[node.id] in far or node.iso_a3 == HOME)
    ]


def _meet(flow: nx.DiGraph, network: Network, node: str, link: str) -> None:
    """Let ways pass between a node and a system (one way each) or a land mass (any number)."""
    is_land = link.startswith("land ")
    flow.add_edge(("in", node), ("out", node), ways=1 if network.topology.nodes[node].is_joint else MANY)
    flow.add_edge(("in", link), ("out", link), ways=MANY if is_land else 1)
    flow.add_edge(("out", link), ("in", node), ways=MANY)
    if link not in network.lit or network.topology.nodes[node].is_joint:
        flow.add_edge(("out", node), ("in", link), ways=MANY)


def _cut_own_land(flow: nx.DiGraph, own: set[str]) -> None:
    """Ways out are counted by sea: what leaves a country by land is said beside the number."""
    leaving = [(a, b) for a, b in flow.edges if a[0] == "out" and a[1] in own and b[1].startswith("land ")]
    flow.remove_edges_from(leaving)


def _systems(topology: Topology, code: str, statuses: tuple[str, ...]) -> tuple[str, ...]:
    found = {
        segment.cable_id
        for segment in topology.segments
        for end in (segment.start, segment.stop)
        if topology.nodes[end].iso_a3 == code and topology.systems[segment.cable_id].status in statuses
    }
    return tuple(sorted(found))


def _by_land(network: Network, code: str) -> bool:
    landings = [node for node in network.topology.nodes.values() if not node.is_joint]
    own = {network.masses.of[node.id] for node in landings if node.iso_a3 == code} - {""}
    return any(network.masses.of[node.id] in own for node in landings if node.iso_a3 != code)
