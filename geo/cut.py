"""What a cut takes away: which landings, land masses and countries lose every path to the trunk network."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from geo.network import Network, trunk, without
from geo.topology import Node
from i18n.errors import AtlasError
from i18n.text import Text, same

CAPTION = Text("この一覧にあるケーブルだけで見た場合", "Judged by the cables of this list alone")
LIMITS = Text(
    "国内ケーブルの多く、古いケーブル、衛星は一覧にないため、実際に孤立するとは限りません。同じ陸地にある陸揚げ地は陸上でつながると仮定しています。",
    "Most domestic cables, older cables and satellites are not in the list, so a place may keep other ways. "
    "Landings on one land mass are taken to be joined by land.",
)
NOTHING = Text("すべての経路を失う陸揚げ地はありません。", "No landing loses every path.")
COUNTRY = Text(
    "{place}: すべての陸揚げ地が経路を失います({landings})。",
    "{place}: every landing loses its path ({landings}).",
)
PART = Text(
    "{place}: 一部の陸揚げ地が経路を失います({landings})。",
    "{place}: some landings lose their path ({landings}).",
)
LISTED = Text("、", ", ")
UNKNOWN = Text("{what}「{given}」は一覧にありません。{hint}", "The {what} “{given}” is not in the list. {hint}")
NEAR = Text("似たもの: {near}", "Close to it: {near}")
SEE_LIST = Text("番号は {command} で見られます。", "`{command}` lists the ids.")
MOST_LETTERS = 60  # of a word that is repeated in an error
CABLE, LANDING = Text("ケーブル", "cable"), Text("陸揚げ地", "landing")


@dataclass(frozen=True)
class Loss:
    """What one country or territory loses; `whole` when no landing of it keeps a path."""

    iso_a3: str
    landings: tuple[Node, ...]
    whole: bool


def cut(network: Network, cables: Collection[str], landings: Collection[str] = ()) -> list[Loss]:
    """Say who loses every path when these systems and landings fail; raises AtlasError for an unknown id."""
    _check(cables, network.topology.systems, CABLE, listed_by="rows cables")
    _check(landings, network.topology.nodes, LANDING, listed_by="rows landings")
    before = trunk(network)
    after = trunk(without(network, cables=cables, landings=landings))
    lost = sorted(node for node in before - after if not network.topology.nodes[node].is_joint)
    by_country: dict[str, list[Node]] = {}
    for node in lost:
        by_country.setdefault(network.topology.nodes[node].iso_a3, []).append(network.topology.nodes[node])
    kept = {network.topology.nodes[node].iso_a3 for node in after if not network.topology.nodes[node].is_joint}
    return [Loss(code, tuple(nodes), code not in kept) for code, nodes in sorted(by_country.items())]


def cut_off(network: Network) -> list[Node]:
    """Give the landings that no path joins to the trunk network as it stands."""
    return [
        network.topology.nodes[node]
        for node in sorted(set(network.graph) - trunk(network))
        if not network.topology.nodes[node].is_joint
    ]


def sentences(losses: Sequence[Loss], names: dict[str, Text]) -> list[Text]:
    """Say it in words, whole countries first; `names` gives each country's name by code."""
    ordered = sorted(losses, key=lambda loss: (not loss.whole, loss.iso_a3))
    lines = [
        (COUNTRY if loss.whole else PART).format(
            place=names.get(loss.iso_a3, same(loss.iso_a3)),
            landings=LISTED.join([node.name for node in loss.landings]),
        )
        for loss in ordered
    ]
    return [CAPTION, *(lines or [NOTHING]), LIMITS]


def _check(given: Collection[str], known: Collection[str], what: Text, *, listed_by: str) -> None:
    for word in given:
        if word not in known:
            near = [name for name in sorted(known) if word[:4] and name.startswith(word[:4])][:5]
            near = near or get_close_matches(word[:MOST_LETTERS], known, n=5)
            hint = NEAR.format(near=", ".join(near)) if near else SEE_LIST.format(command=listed_by)
            shown = word if len(word) <= MOST_LETTERS else f"{word[:MOST_LETTERS]}…"
            raise AtlasError(UNKNOWN.format(what=what, given=shown, hint=hint))
