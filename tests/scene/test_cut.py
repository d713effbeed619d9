import pytest

from i18n.text import Lang
from scene.cut import can_be_cut, cut_in_thought
from scene.grammar import read_choice, write_choice
from scene.scene import Scene, build_scene


def scene_of(query: str) -> Scene:
    return build_scene(read_choice(query).choice)


def test_without_a_cut_nothing_is_lost() -> None:
    assert scene_of("").cut is None


def test_the_cable_of_2022_takes_all_of_tonga_along() -> None:
    cut = scene_of("cut=tonga-cable").cut
    assert cut
    assert cut.systems == ("tonga-cable",)
    assert cut.countries == ("TON",)
    assert cut.lost == {"nukualofa-tonga", "neiafu-tonga", "pangai-tonga"}
    assert cut.sentences[0][Lang.JA] == "この一覧にあるケーブルだけで見た場合"


def test_two_cuts_are_taken_together() -> None:
    cut = scene_of("cut=mariana-guam,atisa").cut
    assert cut
    assert "MNP" in cut.countries
    alone = scene_of("cut=mariana-guam").cut
    assert alone
    assert alone.countries == ()


def test_a_landing_can_fail_as_well_as_a_cable() -> None:
    cut = scene_of("cut=nukualofa-tonga").cut
    assert cut
    assert (cut.systems, cut.places) == ((), ("nukualofa-tonga",))
    assert "nukualofa-tonga" in cut.lost


@pytest.mark.parametrize("name", ["humboldt", "nothing", "TON"])
def test_what_is_not_in_service_cannot_be_cut_and_is_named_in_a_notice(name: str) -> None:
    scene = scene_of(f"cut=tonga-cable,{name}")
    assert scene.cut
    assert scene.cut.systems == ("tonga-cable",)
    assert f"“{name.lower()}” is no cable or landing in service" in scene.notices[-1][Lang.EN]


def test_a_branching_unit_is_no_landing() -> None:
    assert can_be_cut("tonga-cable")
    assert can_be_cut("nukualofa-tonga")
    assert not can_be_cut("bu-adc-1")


def test_each_row_knows_its_fate() -> None:
    cut = cut_in_thought(["tonga-cable"])
    assert cut.fate("tonga-cable")[Lang.EN] == "cut in thought"
    assert cut.fate("pangai-tonga")[Lang.EN] == "loses every path"
    assert not cut.fate("icn1")


def test_the_link_keeps_the_cut_and_clearing_the_filters_keeps_it_too() -> None:
    choice = read_choice("cut=tonga-cable,icn1&region=oceania").choice
    assert write_choice(choice) == "region=oceania&cut=tonga-cable,icn1"
    assert write_choice(choice.widened()) == "cut=tonga-cable,icn1"
