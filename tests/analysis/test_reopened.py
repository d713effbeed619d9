from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from analysis.reopened import NAMED, compare, say_changes
from geo.files import looking_at
from i18n.text import Lang, Text
from layers.registry import find_layers
from scene.grammar import read_choice
from scene.memory import Memory, remember
from scene.scene import Scene, build_scene
from tests.folders import copied_data, put, read_lines, set_cell, write_lines

MARKS = st.dictionaries(st.text(min_size=1, max_size=4), st.sampled_from(["00000000", "11111111"]))


def scene_of(query: str) -> Scene:
    return build_scene(read_choice(query).choice)


def told(memory: Memory, query: str = "") -> list[str]:
    """Say in English what changed in the memory's view."""
    return [line[Lang.EN] for line in say_changes(memory, scene_of(query or memory.query))]


@given(then=MARKS, now=MARKS)
def test_every_difference_is_of_one_kind_and_nothing_else_is_one(then: dict[str, str], now: dict[str, str]) -> None:
    found = compare(then, now)
    keys = [key for kind in found.kinds for key in kind]
    assert len(keys) == len(set(keys))
    assert {key for key in then.keys() | now.keys() if then.get(key) != now.get(key)} == set(keys)


def test_a_picture_of_the_present_data_says_that_nothing_has_changed() -> None:
    memory = remember(scene_of("layers=isdbt"))
    assert told(memory) == [
        "The picture and the present data are of one version (as of 22 November 2026): nothing has changed."]


def test_data_that_moved_elsewhere_leave_the_view_as_it_was(tmp_path: Path) -> None:
    memory = remember(scene_of("layers=isdbt"))
    folder = copied_data(tmp_path)
    set_cell(folder, "datacenters.csv", 3, "city_en", "Elsewhere")
    put(folder, "SOURCES.md", (folder / "SOURCES.md").read_bytes().replace(b"As of 2026-11-22", b"As of 2026-12-01"))
    with looking_at(folder):
        assert told(memory) == ["The data have been updated (picture: as of 22 November 2026; now: as of "
                                "1 December 2026), but nothing in this view has changed."]


def test_a_row_that_changed_one_that_came_and_one_that_went_are_named(tmp_path: Path) -> None:
    memory = remember(scene_of("layers=datacenters&country=UZB"))
    folder = copied_data(tmp_path)
    header, *rows = read_lines(folder, "datacenters.csv")
    own = [row for row in rows if "UZB" in row]
    own[0][header.index("city_en")] = "Elsewhere"
    own[2][0] = "uz-new-site"
    write_lines(folder, "datacenters.csv", [header, *rows])
    with looking_at(folder):
        first, *lines = told(memory)
    assert first.startswith("This view has changed since the picture was made")
    assert lines == [
        f"Data centres, changed (1): {own[0][header.index('name_en')]}.",
        f"Data centres, new in this view (1): {own[2][header.index('name_en')]}.",
        f"Data centres, no longer in this view (1): {gone_from(memory, 'uz-new-site', own)}.",
    ]


def gone_from(memory: Memory, new: str, rows: list[list[str]]) -> str:
    """Give the id that the memory has and the rows have no more."""
    assert memory.facts
    return next(key.partition(":")[2] for key in memory.facts if key.partition(":")[2] not in [row[0] for row in rows])


def test_of_many_changes_a_few_are_named_and_the_rest_counted() -> None:
    memory = remember(scene_of("layers=mocs"))
    assert memory.facts
    other = replace(memory, facts=dict.fromkeys(memory.facts, "00000000"))
    _first, line = told(other)
    assert line.endswith(f" and {len(memory.facts) - NAMED} more.")
    assert line.startswith(f"{find_layers()['mocs'].title[Lang.EN]}, changed ({len(memory.facts)}): ")


def test_a_row_that_is_only_hidden_now_is_named_by_its_name() -> None:
    wide, narrow = remember(scene_of("layers=isdbt&region=africa")), "layers=isdbt&country=BWA"
    assert told(replace(wide, query=narrow))[1:] == ["ISDB-T adopter countries, no longer in this view (1): Angola."]


def test_a_layer_that_cannot_be_read_is_not_told_to_be_gone(tmp_path: Path) -> None:
    memory = remember(scene_of("layers=isdbt,mocs"))
    folder = copied_data(tmp_path)
    put(folder, "mocs.csv", b"broken\n")
    with looking_at(folder):
        (line,) = told(memory)
    assert "nothing in this view has changed" in line


def test_a_picture_without_facts_says_that_the_changes_are_not_known() -> None:
    (line,) = told(Memory("layers=isdbt", "2026-10-01"))
    assert "is not known (picture: as of 1 October 2026" in line
    (line,) = told(Memory("layers=isdbt", "yesterday"))
    assert "as of an unknown date" in line


@given(st.dictionaries(st.text(max_size=80), st.text(max_size=8), max_size=20), st.text(max_size=20))
def test_whatever_a_file_claims_is_told_in_plain_printable_lines(facts: dict[str, str], as_of: str) -> None:
    claimed = {**facts, **{f"isdbt:{key}": mark for key, mark in facts.items()}}
    for line in say_changes(Memory("layers=isdbt", as_of, "?", claimed), scene_of("layers=isdbt")):
        assert isinstance(line, Text)
        assert all(line[lang].isprintable() and len(line[lang]) < 500 for lang in Lang)
