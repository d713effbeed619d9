from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from shapely import get_coordinates

from geo.tables import split
from i18n.text import Lang
from layers.actor_groups import actor_group, read_kinds
from layers.registry import find_layers
from layers.rows import read_rows
from layers.standing import label_points
from layers.wording import facts, records
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.folders import copied_data, set_cell

LAYER = find_layers()["projects"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program read a copy of the data."""
    copy = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(copy))
    return copy


def found(query: str) -> set[str]:
    """Name the projects that a view shows."""
    return set(build_scene(read_choice(f"layers=projects&{query}").choice).sheets[0].rows["id"])


def cell(row_id: str, column: str) -> str:
    return str(read_rows(LAYER).set_index("id").loc[row_id, column])


def places(row_id: str) -> list[tuple[float, ...]]:
    """List where a project stands."""
    (shape,) = read_rows(LAYER).query("id == @row_id").geometry
    return [tuple(place) for place in get_coordinates(shape).tolist()]


def cable_row(folder: Path, cable: str) -> int:
    """Give the row of a cable as a spreadsheet counts."""
    lines = (folder / "cables.csv").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(f"{cable},"))


def test_the_layer_is_off_until_it_is_asked_for() -> None:
    assert not LAYER.on_by_default


def test_a_jict_case_has_the_status_and_the_date_of_its_cable() -> None:
    stated = {row["id"]: (row["status"], row["status_as_of"]) for row in records(read_rows(LAYER))}
    assert stated["jict-hkg-guam"] == ("cancelled", "2020-11")
    assert stated["jict-mist"] == ("operating", "2025-03")
    assert stated["jict-iam"] == ("planned", "2026-01")


def test_a_jict_case_follows_when_its_cable_changes(folder: Path) -> None:
    set_cell(folder, "cables.csv", cable_row(folder, "mist"), "status", "under_construction")
    set_cell(folder, "cables.csv", cable_row(folder, "jga-south"), "status", "planned")
    assert cell("jict-mist", "status") == "underway"
    assert cell("jict-jga", "status") == "planned"  # the less advanced of its two


def test_a_project_of_others_does_not_follow_a_cable() -> None:
    assert cell("cl-asia-southamerica", "cable_id") == "asia-south-america-digital-gateway-2020|humboldt"
    assert cell("cl-asia-southamerica", "status") == "underway"


def test_a_project_names_its_cables_in_words() -> None:
    (row,) = records(read_rows(LAYER).query("id == 'jict-jga'"))
    assert len(split(dict(facts(LAYER, row, Lang.EN))["Cables"].replace(", ", "|"))) == 2


@pytest.mark.parametrize(
    ("actors", "group"),
    [
        ("総務省", "ministry_only"),
        ("消防庁", "ministry_only"),
        ("総務省ほか", "ministry_bodies"),
        ("総務省|タイ王立灌漑局", "ministry_bodies"),
        ("JICA|総務省|タイNCSA", "ministry_bodies"),
        ("総務省|日本無線|VATM", "ministry_companies"),
        ("JICT|NEC", "jict"),
        ("メロディ・インターナショナル|JICA", "other_public"),
        ("日米豪印|ツバル電気通信公社", "other_public"),
        ("ソフトバンク|ルワンダ政府", "private"),
    ],
)
def test_the_group_follows_from_the_bodies_named(actors: str, group: str) -> None:
    assert actor_group(actors.split("|"), read_kinds()) == group


def test_the_groups_hold_all_projects() -> None:
    assert Counter(read_rows(LAYER)["actor_group"]) == {
        "ministry_only": 36, "ministry_bodies": 20, "ministry_companies": 12, "jict": 7, "other_public": 17,
        "private": 24,
    }


def test_the_ministry_alone_can_be_asked_for() -> None:
    alone = found("projects.actor_group=ministry_only&show=all")
    assert "vn-openran-survey" in alone
    assert "th-rid-radar" not in alone


def test_every_body_listed_takes_part_in_a_project() -> None:
    named = {name for actors in read_rows(LAYER)["actor_ja"] for name in split(actors)}
    assert set(read_kinds()) <= named


@pytest.mark.parametrize("country", ["AZE", "KAZ", "KGZ", "GEO", "TJK", "TKM", "UZB"])
def test_a_project_of_several_countries_is_found_from_each(country: str) -> None:
    assert "az-connectivity-seminar-2025" in found(f"country={country}")


def test_one_known_to_its_countries_only_stands_in_each_of_them_and_japan_is_left_out() -> None:
    labels = label_points()
    for row_id, countries in {"rakuten-7": "IDN VNM MYS IND KWT BOL PRY", "jict-jga": "GUM AUS"}.items():
        assert set(places(row_id)) == {labels[code] for code in countries.split()}


def test_one_in_a_city_stands_there_alone() -> None:
    assert places("az-connectivity-seminar-2025") == [(49.892, 40.378)]


def test_one_without_a_point_stands_at_its_country_s_name(folder: Path) -> None:
    lines = (folder / "projects.csv").read_text("utf-8").splitlines()
    row = next(number for number, line in enumerate(lines, 1) if line.startswith("pe-ewbs,"))
    for column in ("lon", "lat"):
        set_cell(folder, "projects.csv", row, column, "")
    assert places("pe-ewbs") == [label_points()["PER"]]


def test_context_is_hidden_until_it_is_asked_for() -> None:
    assert "rw-haps" not in found("country=RWA")
    assert "rw-haps" in found("country=RWA&projects.plan_scope=context")


def test_years_narrow_projects() -> None:
    assert "uk-qkd" in found("year=2022&country=GBR&show=all")
    assert "uk-qkd" not in found("year=2023-2026&country=GBR&show=all")
