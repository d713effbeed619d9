from __future__ import annotations

import re
from pathlib import Path

from geo.files import looking_at
from layers.version import data_version
from scene.grammar import read_choice
from scene.memory import Memory, facts_of, remember
from scene.scene import Scene, build_scene
from tests.folders import copied_data, set_cell

EVERYTHING = "layers=isdbt,cables,landings,datacenters,mocs,redundancy,projects,plan20&show=all"


def scene_of(query: str) -> Scene:
    return build_scene(read_choice(query).choice)


def test_a_scene_remembers_its_link_its_data_and_each_of_its_rows() -> None:
    scene = scene_of("layers=isdbt&region=africa&lang=en")
    facts = facts_of(scene)
    assert remember(scene) == Memory("layers=isdbt&region=africa&lang=en", scene.as_of, data_version(), facts)
    assert list(facts) == ["isdbt:BWA", "isdbt:AGO"]


def test_every_row_has_a_fingerprint_of_its_own() -> None:
    scene = scene_of(EVERYTHING)
    facts = facts_of(scene)
    assert len(facts) == scene.count > 700
    assert len(set(facts.values())) == len(facts)
    assert all(re.fullmatch(r"[0-9a-f]{8}", mark) for mark in facts.values())


def test_look_language_and_order_leave_the_fingerprints_alone() -> None:
    assert facts_of(scene_of("layers=cables")) == facts_of(scene_of("layers=cables&look=dark&lang=en&title=x"))


def test_the_same_row_says_the_same_whatever_else_shows() -> None:
    everything = facts_of(scene_of(EVERYTHING))
    assert facts_of(scene_of("layers=mocs&country=UZB")).items() <= everything.items()


def test_one_cell_changes_one_fingerprint(tmp_path: Path) -> None:
    before = facts_of(scene_of("layers=datacenters&show=all"))
    folder = copied_data(tmp_path)
    set_cell(folder, "datacenters.csv", 3, "city_en", "Elsewhere")
    with looking_at(folder):
        after = facts_of(scene_of("layers=datacenters&show=all"))
    assert list(before) == list(after)
    assert len([key for key in before if before[key] != after[key]]) == 1
