"""What is lost when cables or landings of a choice fail in thought: ids for the map, sentences for people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from geo.countries import read_countries
from geo.cut import cut, sentences
from geo.network import Network, present_network
from geo.topology import read_topology
from i18n.text import LISTED, Text

IF_CUT = Text("想定: {names} が切れたら", "What if {names} is cut")
CUT, LOST = Text("切れたと想定", "cut in thought"), Text("すべての経路を失う", "loses every path")


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut in thought; `lost` = landings that lose every path, `countries` = those whose every landing does."""

    systems: tuple[str, ...]
    places: tuple[str, ...]
    lost: frozenset[str]
    countries: tuple[str, ...]
    title: Text
    sentences: tuple[Text, ...]

    def fate(self, row_id: str) -> Text:
        """Say what becomes of a cable or a landing; an empty text for one that is not touched."""
        if row_id in self.systems or row_id in self.places:
            return CUT
        return LOST if row_id in self.lost else Text("", "")


def can_be_cut(name: str) -> bool:
    """Tell whether an id is a cable or a landing of the network as it is today."""
    topology = read_topology()
    if name not in topology.systems and name not in topology.nodes:
        return False  # anything else need not wait for the network
    network = present_network()
    return name in _systems(network) or (name in network.graph and not network.topology.nodes[name].is_joint)


def cut_in_thought(names: Collection[str]) -> Cut:
    """Cut what these ids name; raises AtlasError when the network cannot be read, KeyError for an unknown id."""
    network = present_network()
    topology = network.topology
    systems = tuple(name for name in names if name in topology.systems)
    places = tuple(name for name in names if name not in topology.systems)
    losses = cut(network, systems, places)
    called = [*(topology.systems[name].name for name in systems), *(topology.nodes[name].name for name in places)]
    countries = {code: country.name for code, country in read_countries().items()}
    return Cut(
        systems=systems,
        places=places,
        lost=frozenset(node.id for loss in losses for node in loss.landings),
        countries=tuple(loss.iso_a3 for loss in losses if loss.whole),
        title=IF_CUT.format(names=LISTED.join(called)),
        sentences=tuple(sentences(losses, countries)),
    )


def _systems(network: Network) -> Collection[str]:
    return {cable for _a, _b, cable in network.graph.edges(data="cable_id") if cable}
