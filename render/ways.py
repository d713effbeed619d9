"""The cable network in a terminal: what a cut takes away, and how many ways out each country has."""

from __future__ import annotations

import csv
import sys
from collections.abc import Collection, Iterator

from geo.countries import read_countries
from geo.cut import LIMITS, cut, sentences
from geo.network import Network, build_network, read_masses
from geo.topology import read_topology
from i18n.errors import AtlasError
from i18n.text import Lang, Text
from layers.wording import name_of
from scene.scene import Scene

NOTHING_CUT = Text(
    "切れるケーブルの番号(例 tonga-cable)か --landing の番号を書いてください。"
    "番号は rows cables と rows landings で見られます。",
    "Name a cable that fails (such as tonga-cable) or a --landing; `rows cables` and `rows landings` list the ids.",
)

NOT_IN_SERVICE = Text(
    "{name}({id})は運用中ではないため、いまの経路には数えていません。",
    "{name} ({id}) is not in service, so no way of today runs over it.",
)
NO_COUNTRY = Text(
    "この条件に、陸揚げ地のある国・地域はありません。",
    "No country or territory with a landing meets these conditions.",
)
WAYS = ("systems_now", "ways_now", "systems_coming", "ways_coming", "weakest_ways", "weakest_landings")
ANSWERS = ("by_land", "joined_today")


def cut_lines(cables: Collection[str], landings: Collection[str], lang: Lang) -> Iterator[str]:
    """Say line by line who loses every path; raises AtlasError for an unknown id, or for none at all."""
    if not cables and not landings:
        raise AtlasError(NOTHING_CUT)
    topology = read_topology()
    network, cables = build_network(topology, read_masses(topology)), [cable.lower() for cable in cables]
    losses = cut(network, cables, [landing.lower() for landing in landings])
    names = {code: country.name for code, country in read_countries().items()}
    return (sentence[lang] for sentence in (*_not_in_service(network, cables), *sentences(losses, names)))


def _not_in_service(network: Network, cables: Collection[str]) -> list[Text]:
    """Name the cables that no way of today runs over: a cut of one says nothing of what it will be worth."""
    lit = {cable for _a, _b, cable in network.graph.edges(data="cable_id")}
    systems = [network.topology.systems[cable] for cable in cables if cable not in lit]
    return [NOT_IN_SERVICE.format(name=system.name, id=system.id) for system in systems]


def print_redundancy(scene: Scene) -> None:
    """Print the ways out of the countries of a scene as CSV; what the list cannot say goes to standard error."""
    rows = [row for sheet in scene.sheets for row in sheet.each_row()]
    if not rows:
        raise AtlasError(NO_COUNTRY)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(("iso_a3", "name", *WAYS, *ANSWERS))
    for row in rows:
        answers = (row[column] == "1" for column in ANSWERS)
        out.writerow((row["iso_a3"], name_of(row, scene.lang), *(row[column] for column in WAYS), *answers))
    print(LIMITS[scene.lang], file=sys.stderr)
