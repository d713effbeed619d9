from collections.abc import Mapping
from functools import cache

import pytest

from geo.countries import read_countries
from geo.cut import CAPTION, NOTHING, cut, cut_off, sentences
from geo.network import Masses, Network, build_network, landings_of, read_masses, trunk
from geo.redundancy import Redundancy, redundancy
from geo.topology import BRANCHING_UNIT, LANDING, Node, Segment, System, Topology, read_topology
from i18n.errors import AtlasError
from i18n.text import Lang, same


@cache
def real() -> Network:
    topology = read_topology()
    return build_network(topology, read_masses(topology))


@cache
def found() -> Mapping[str, Redundancy]:
    return {each.iso_a3: each for each in redundancy(real().topology, real().masses)}


def lost(*cables: str) -> dict[str, bool]:
    return {loss.iso_a3: loss.whole for loss in cut(real(), cables)}


def small(status_b: str = "in_service") -> Network:
    """Japan - ISL by cable a; a spur s from b's joint to TWO; b joins Japan and ISL through that joint."""
    at = {"jp": ("JPN", 140.0), "isl": ("FJI", 178.0), "two": ("TON", 185.0)}
    nodes = {key: Node(key, LANDING, same(key), iso, (lon, -18.0)) for key, (iso, lon) in at.items()}
    nodes |= {key: Node(key, BRANCHING_UNIT, same(key), "", (170.0, -10.0)) for key in ("bu-b", "bu-s")}
    links = [("a", "jp", "isl"), ("b", "jp", "bu-b"), ("b", "bu-b", "isl"), ("s", "bu-s", "two")]
    segments = tuple(Segment(c, n, a, b, "trunk", "") for n, (c, a, b) in enumerate(links, start=1))
    status = {"a": "in_service", "b": status_b, "s": "in_service"}
    systems = {key: System(key, same(key), status[key], None, "high") for key in status}
    topology = Topology(systems, nodes, segments, {"bu-s": "bu-b"})
    return build_network(topology, Masses({key: key for key in at}, dict.fromkeys(at, 1.0)))


def test_nodes_that_are_one_physical_joint_are_one_node() -> None:
    assert "bu-s" not in small().graph
    assert trunk(small()) == {"jp", "isl", "two", "bu-b"}


def test_a_cut_takes_what_hung_on_it_alone() -> None:
    assert [(loss.iso_a3, loss.whole) for loss in cut(small(), ["b"])] == [("TON", True)]
    assert cut(small(), ["a"]) == []


def test_a_spur_in_service_lights_the_trunk_that_it_hangs_on() -> None:
    network = small(status_b="under_construction")
    assert network.lit == {"b"}
    assert "two" in trunk(network)


def test_a_landing_that_fails_takes_its_cables_along() -> None:
    assert [loss.iso_a3 for loss in cut(small(), ["a"], ["isl"])] == ["FJI"]


def test_an_unknown_cable_is_named_with_what_is_close() -> None:
    with pytest.raises(AtlasError) as error:
        cut(real(), ["tonga-cabel"])
    assert "tonga-cable" in error.value.text[Lang.JA]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "The cable “” is not in the list. `rows cables` lists the ids."),
        ("*", "The cable “*” is not in the list. `rows cables` lists the ids."),
        ("atonga-cable", "The cable “atonga-cable” is not in the list. Close to it: tonga-cable"),
        ("日" * 3000, f"The cable “{'日' * 60}…” is not in the list. `rows cables` lists the ids."),
    ],
)
def test_a_word_that_is_no_cable_is_quoted_in_one_short_sentence(given: str, said: str) -> None:
    with pytest.raises(AtlasError) as error:
        cut(real(), [given])
    assert error.value.text[Lang.EN].startswith(said)


def test_only_hokkaido_is_cut_off_before_any_cut() -> None:
    assert {node.id for node in cut_off(real())} == {"ishikari-japan", "nevelsk-russia"}


def test_tonga_is_cut_off_by_its_one_cable_as_in_january_2022() -> None:
    assert lost("tonga-cable") == {"TON": True}


def test_northern_tonga_is_cut_off_by_the_domestic_cable() -> None:
    (loss,) = cut(real(), ["tonga-domestic-cable-extension"])
    assert not loss.whole
    assert {node.id for node in loss.landings} == {"neiafu-tonga", "pangai-tonga"}


def test_the_marshall_islands_and_pohnpei_are_cut_off_as_in_december_2016() -> None:
    assert lost("hantru-1") == {"MHL": True, "FSM": False}


def test_vanuatu_is_cut_off_by_icn1_as_in_december_2024() -> None:
    assert lost("icn1") == {"VUT": True}


def test_the_northern_marianas_lose_nothing_now_but_did_before_the_second_cable() -> None:
    assert lost("mariana-guam") == {}
    assert lost("mariana-guam", "atisa") == {"MNP": True}


@pytest.mark.parametrize(
    ("code", "now", "coming"),
    [("TON", 1, 1), ("PLW", 1, 2), ("VUT", 1, 2), ("NRU", 0, 1), ("WSM", 3, 3), ("MHL", 1, 1), ("TUV", 1, 1)],
)
def test_ways_out_of_islands(code: str, now: int, coming: int) -> None:
    assert (found()[code].ways_now, found()[code].ways_coming) == (now, coming)


def test_the_weakest_island_is_named_beside_the_country() -> None:
    assert found()["FSM"].ways_now == 2
    assert found()["FSM"].weakest == 1
    assert "yap-fsm" in {node.id for node in found()["FSM"].weakest_landings}


def test_two_cables_to_one_onward_system_are_one_way() -> None:
    links = [("x", "isl", "hub"), ("y", "isl", "hub"), ("z", "hub", "jp")]
    at = {"isl": ("TON", 185.0), "hub": ("FJI", 178.0), "jp": ("JPN", 140.0)}
    nodes = {key: Node(key, LANDING, same(key), iso, (lon, 0.0)) for key, (iso, lon) in at.items()}
    segments = tuple(Segment(c, n, a, b, "trunk", "") for n, (c, a, b) in enumerate(links, start=1))
    systems = {c: System(c, same(c), "in_service", None, "high") for c, _a, _b in links}
    topology = Topology(systems, nodes, segments, {})
    masses = Masses({key: key for key in nodes}, dict.fromkeys(nodes, 1.0))
    ways = {each.iso_a3: each.ways_now for each in redundancy(topology, masses)}
    assert ways["TON"] == 1


def test_every_country_with_a_landing_has_a_row() -> None:
    landings = {node.iso_a3 for node in real().topology.nodes.values()} - {""}
    assert set(found()) == landings
    assert all(each.weakest <= each.ways_now or not landings_of(real(), code) for code, each in found().items())


def test_sentences_say_what_the_list_cannot_say() -> None:
    names = {code: country.name for code, country in read_countries().items()}
    said = sentences(cut(real(), ["tonga-cable"]), names)
    assert said[0] == CAPTION
    assert said[0][Lang.JA] == "この一覧にあるケーブルだけで見た場合"
    assert said[1][Lang.JA].startswith("トンガ")
    assert sentences([], names)[1] == NOTHING
