"""Ages are counted from the data set's own date, 2026-11-22, and never from the clock."""

from pathlib import Path

import pytest

from layers.dataset import dataset_date, is_overdue, is_stale
from tests.folders import copied_data, put


def test_the_data_set_has_a_date_of_its_own() -> None:
    assert dataset_date().isoformat() == "2026-11-22"


@pytest.mark.parametrize(
    ("status_as_of", "stale"),
    [("2023-11-21", True), ("2023-11-22", False), ("2023-10", True), ("2023-11", False),
     ("2022", True), ("2023", False), ("", False)],
)  # fmt: skip
def test_a_status_is_old_after_three_years_in_the_precision_it_has(status_as_of: str, stale: bool) -> None:
    assert is_stale(status_as_of) is stale


@pytest.mark.parametrize(
    ("planned_for", "overdue"),
    [("2026-11-21", True), ("2026-11-22", False), ("2026-10", True), ("2026-11", False),
     ("2025", True), ("2026", False), ("", False)],
)  # fmt: skip
def test_a_planned_date_has_passed_when_all_of_it_has(planned_for: str, overdue: bool) -> None:
    assert is_overdue(planned_for) is overdue


def test_a_data_set_of_a_leap_day_counts_its_ages_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_data(tmp_path)
    put(folder, "SOURCES.md", b"As of 2024-02-29\n")
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    assert is_stale("2021-02-28")
    assert not is_stale("2021-03-01")
