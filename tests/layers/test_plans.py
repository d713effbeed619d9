from pathlib import Path

import pytest

from i18n.text import Lang
from layers.checks import check_all
from layers.plans import KNOWN, PLANS, seen_from, told
from layers.registry import find_layers
from layers.rows import read_rows
from layers.wording import Row, records
from tests.folders import copied_data, set_cell

PLAN = PLANS["2022-07"]


def seen(layer_id: str) -> dict[str, Row]:
    """Give the rows of a layer as they were planned, by id."""
    layer = find_layers()[layer_id]
    rows = seen_from(PLAN, layer, read_rows(layer))
    return {str(row["id"]): row for row in records(rows)}


@pytest.mark.parametrize("layer_id", find_layers())
def test_every_row_keeps_its_place(layer_id: str) -> None:
    assert list(seen(layer_id)) == list(read_rows(find_layers()[layer_id])["id"])


@pytest.mark.parametrize(
    ("layer_id", "row_id", "status", "column", "date"),
    [
        ("cables", "echo", "planned", "date", "2023"),
        ("cables", "asia-south-america-digital-gateway-2020", "planned", "date", ""),
        ("datacenters", "uz-uztelecom-tashkent", "planned", "date", ""),
        ("isdbt", "CHL", "planned", "aso_date", "2024-04"),
        ("isdbt", "BWA", "planned", "aso_date", ""),
    ],
)
def test_a_listed_row_has_the_status_and_the_date_of_the_time(
    layer_id: str, row_id: str, status: str, column: str, date: str
) -> None:
    row = seen(layer_id)[row_id]
    assert (row["status"], row[column], row[KNOWN]) == (status, date, True)


def test_what_was_in_service_shows_as_it_is() -> None:
    row, now = seen("cables")["southern-cross-next"], read_rows(find_layers()["cables"]).set_index("id")
    assert row[KNOWN]
    assert (row["status"], row["date"]) == tuple(now.loc["southern-cross-next", ["status", "date"]])


@pytest.mark.parametrize("row_id", ["humboldt", "taihei", "i-am-cable", "tuvalu-vaka"])
def test_what_came_later_was_not_known(row_id: str) -> None:
    assert not seen("cables")[row_id][KNOWN]


def test_a_year_alone_is_not_certain_to_lie_before_its_july() -> None:
    sites = seen("datacenters")
    assert not sites["in-ntt-navimumbai"][KNOWN]
    assert sites["id-ntt-jakarta3"][KNOWN]  # its source is of April 2022


def test_abroad_no_adopter_had_switched_off_altogether() -> None:
    assert [row_id for row_id, row in seen("isdbt").items() if row["status"] == "completed"] == ["JPN"]


def test_nothing_is_stale_or_late_from_there() -> None:
    assert not [row for row in seen("cables").values() if row["pale"] or row["overdue"]]


def test_groups_that_follow_from_the_date_follow_the_planned_one() -> None:
    assert seen("cables")["bifrost"]["period"] == "2020_2024"
    assert read_rows(find_layers()["cables"]).set_index("id").loc["bifrost", "period"] == "from_2025"


def test_the_facts_say_beside_what_is_known_now_what_was_planned() -> None:
    cables = find_layers()["cables"]
    (beside,) = told(cables, "echo", Lang.EN)
    assert beside == ("As planned in July 2022", "Planned, 2023 (Announced in March 2021 for 2023)")
    assert list(told(cables, "humboldt", Lang.EN)) == []


@pytest.mark.parametrize(
    ("column", "value", "allowed"), [("row_id", "echoes", "the id of a row"), ("status", "dreamt", "in_service")]
)
def test_a_slip_in_the_table_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, column: str, value: str, allowed: str
) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, PLAN.file, 2, column, value)
    (problem,) = check_all()
    assert value in problem.text.en
    assert allowed in problem.text.en
