"""The cable systems as a graph: what is joined to what, under water and by land.

Landings and joints are nodes, segments are edges. Landings on one land mass, or within NEAR_KM of each other, are
joined by land (an assumption: domestic networks are not in the tables). A spur in service shows that the system it
hangs on is lit in part, so the trunk of that system then counts, whatever its own status says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.countries import FINE_OUTLINES, read_outlines
from geo.files import kept
from geo.geodesy import LANDING_KM, Place, area_km2, disc, distance_km
from geo.meridian import recentre, recentre_all
from geo.topology import FILES, Node, Topology, read_topology

if TYPE_CHECKING:
    import networkx as nx  # a tenth of a second: functions import it, so that a picture without a cut does not wait

IN_SERVICE, TRUNK = "in_service", "trunk"
COMING = ("under_construction", "planned")
HOME = "JPN"
NEAR_KM = LANDING_KM
CONTINENT_KM2 = 2_000_000.0
CENTRE = 150.0


@dataclass(frozen=True)
class Masses:
    """Land masses: which one each landing stands on ("" on an islet that no outline has), and how large each is."""

    of: Mapping[str, str]
    km2: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Network:
    """The graph with what it was made from; edges carry `cable_id` ("" by land)."""

    graph: nx.MultiGraph
    topology: Topology
    masses: Masses
    lit: frozenset[str]
    """Systems whose trunk counts because a spur on them is in service."""


def build_network(topology: Topology, masses: Masses, statuses: Collection[str] = (IN_SERVICE,)) -> Network:
    """Join the systems of the given statuses, and their landings by land."""
    import networkx as nx

    chosen = {system.id for system in topology.systems.values() if system.status in statuses}
    lit = _lit(topology, chosen)
    graph = nx.MultiGraph()
    for segment in topology.segments:
        if segment.cable_id in chosen or (segment.cable_id in lit and segment.kind == TRUNK):
            ends = topology.joint(segment.start), topology.joint(segment.stop)
            graph.add_edge(*ends, key=f"{segment.cable_id}#{segment.number}", cable_id=segment.cable_id)
    landings = [topology.nodes[node] for node in sorted(graph) if not topology.nodes[node].is_joint]
    graph.add_edges_from((a, b, {"cable_id": ""}) for a, b in _by_land(landings, masses))
    return Network(graph, topology, masses, frozenset(lit))


@kept(*FILES, FINE_OUTLINES, most=2)
def present_network() -> Network:
    """Give the network of what is in service today; kept until a file behind it changes. Raises AtlasError."""
    topology = read_topology()
    return build_network(topology, read_masses(topology))


def trunk(network: Network) -> frozenset[str]:
    """Give the nodes of the component that holds Japan's landings (the most of them, should it be torn)."""
    import networkx as nx

    parts = sorted(nx.connected_components(network.graph), key=sorted)
    home = {node.id for node in landings_of(network, HOME)}
    return frozenset(max(parts, key=lambda part: len(part & home), default=set()))


def landings_of(network: Network, iso_a3: str) -> list[Node]:
    """Give the landings of a country or territory that are in the network."""
    nodes = (network.topology.nodes[node] for node in sorted(network.graph))
    return [node for node in nodes if node.iso_a3 == iso_a3 and not node.is_joint]


def without(network: Network, *, cables: Collection[str] = (), landings: Collection[str] = ()) -> Network:
    """Give the network without some systems and landings."""
    graph = network.graph.copy()
    graph.remove_edges_from([edge[:3] for edge in network.graph.edges(keys=True, data="cable_id") if edge[3] in cables])
    graph.remove_nodes_from(landings)
    return Network(graph, network.topology, network.masses, network.lit - set(cables))


def read_masses(topology: Topology) -> Masses:
    """Find the land mass of each landing: outlines that touch are one mass; the nearest within NEAR_KM counts."""
    places = tuple((node.id, node.place) for node in topology.nodes.values() if not node.is_joint)
    return _masses(places)


@kept(FINE_OUTLINES, most=4)
def _masses(places: tuple[tuple[str, Place], ...]) -> Masses:
    parts = shapely.get_parts(recentre_all(read_outlines(fine=True).geometry, centre=CENTRE))
    tree = shapely.STRtree(parts)
    name = _touching(tree)
    of = {node: _mass(tree, name, place) for node, place in places}
    wanted = set(of.values())
    km2 = {each: sum(area_km2(part) for part, its in zip(parts, name, strict=True) if its == each) for each in wanted}
    return Masses(of, km2)


def _touching(tree: shapely.STRtree) -> list[str]:
    """Name the mass of each part: parts that touch are one."""
    import networkx as nx

    touching = nx.Graph(tree.query(tree.geometries, predicate="intersects").T.tolist())
    masses = {part: min(mass) for mass in nx.connected_components(touching) for part in mass}
    return [str(masses[part]) for part in range(len(tree.geometries))]


def _mass(tree: shapely.STRtree, name: Sequence[str], place: Place) -> str:
    near = recentre(disc(place, NEAR_KM), centre=CENTRE)
    found = tree.query(near, predicate="intersects")
    if not len(found):
        return ""
    point = recentre(shapely.Point(place), centre=CENTRE)
    nearest = int(found[int(np.argmin(shapely.distance(tree.geometries[found], point)))])
    return name[nearest]


def _lit(topology: Topology, chosen: Collection[str]) -> set[str]:
    """Find the systems not chosen that a chosen spur hangs on."""
    owners: dict[str, set[str]] = {}
    for segment in topology.segments:
        for end in (segment.start, segment.stop):
            owners.setdefault(end, set()).add(segment.cable_id)
    pairs = topology.joint_of.items()
    return {host for spur, hung in pairs if owners[spur] & set(chosen) for host in owners[hung] - set(chosen)}


def _by_land(landings: Iterable[Node], masses: Masses) -> list[tuple[str, str]]:
    """Give pairs of landings that land joins: a chain along each mass, and neighbours across narrow water."""
    nodes = list(landings)
    chains: dict[str, list[str]] = {}
    for node in nodes:
        if masses.of[node.id]:
            chains.setdefault(masses.of[node.id], []).append(node.id)
    pairs = [(chain[0], other) for chain in chains.values() for other in chain[1:]]
    close = [(a.id, b.id) for i, a in enumerate(nodes) for b in nodes[i + 1 :] if _near(a, b)]
    return pairs + close


def _near(a: Node, b: Node) -> bool:
    return abs(a.place[1] - b.place[1]) < 0.2 and distance_km(a.place, b.place) <= NEAR_KM
