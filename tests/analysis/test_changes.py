from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from analysis.changes import Changes, a_year_before, changes, worded
from i18n.errors import AtlasError
from i18n.text import Lang
from layers.edits import HEAD, Edit, Kind, block
from scene.choice import Choice
from scene.grammar import read_choice
from tests.folders import copied_data, put


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    edits = [
        Edit("cables.csv", "tonga-cable", Kind.CHANGED, "status", "planned", "in_service"),
        Edit("cables.csv", "gone", Kind.REMOVED, "name_en", "Gone Cable", ""),
        Edit("cables.csv", "gone", Kind.REMOVED, "iso_a3", "CHL", ""),
        Edit("glossary.csv", "mic", Kind.CHANGED, "term_en", "M", "MIC"),
    ]
    text = HEAD + block(edits[:3], date="2026-03-01", note="Why not") + block(edits[3:], date="2026-05-01")
    put(folder, "CHANGES.md", text.encode())
    return folder


def found(query: str = "", since: str = "") -> Changes:
    return changes(read_choice(query).choice, since)


def test_the_year_is_counted_from_the_data_set_and_not_from_the_clock() -> None:
    assert a_year_before() == "2025-11-22"
    assert changes(Choice()).since == "2025-11-22"


def test_events_are_of_the_country_newest_first_and_none_lies_ahead() -> None:
    events = found("country=CHL", "2024").happened
    assert {"Humboldt Cable"} <= {event.name.en for event in events}
    assert [event.date for event in events] == sorted((event.date for event in events), reverse=True)
    assert all("2024" <= event.date <= "2026-11-22" for event in events)


def test_a_planned_date_is_nothing_that_happened() -> None:
    whats = {(event.id, event.what.en) for event in found("", "1990").happened}
    assert ("tonga-cable", "Ready for service (RFS)") in whats
    assert ("humboldt", "Ready for service (RFS)") not in whats
    assert ("humboldt", "Status as of: Planned") in whats


def test_a_date_counts_as_far_as_it_is_known() -> None:
    dates = {event.date for event in found("", "2025-06").happened}
    assert "2025" in dates
    assert not {date for date in dates if date < "2025"}
    assert not {date for date in dates if "2025-01" <= date < "2025-06"}


def test_edits_are_gathered_by_row_and_kept_apart_from_events(data: Path) -> None:
    edited = found("", "2026").edited
    assert [(edit.date, edit.id, edit.name.en) for edit in edited] == [
        ("2026-05-01", "mic", "MIC"),
        ("2026-03-01", "gone", "Gone Cable"),
        ("2026-03-01", "tonga-cable", "Tonga Cable"),
    ]
    assert edited[1].what.en == "row removed (why: Why not)"
    assert edited[2].what.en == "Status: “planned” → “in_service” (why: Why not)"


@pytest.mark.parametrize(
    ("query", "ids"),
    [("country=TON", ["tonga-cable"]), ("region=oceania", ["tonga-cable"]), ("region=latin_america", ["gone"]),
     ("country=UZB", []), ("region=latin_america&country=TON", [])],
)
def test_a_country_or_region_narrows_edits_too_those_of_removed_rows_included(
    query: str, ids: list[str], data: Path
) -> None:
    assert [edit.id for edit in found(query, "2026").edited] == ids


def test_edits_before_the_date_are_left_out(data: Path) -> None:
    assert [edit.id for edit in found("", "2026-04").edited] == ["mic"]
    assert found("", "2026-06").edited == ()


@pytest.mark.parametrize("lang", Lang)
def test_both_parts_are_worded_and_an_empty_one_says_so(lang: Lang) -> None:
    lines = [line[lang] for line in worded(found("country=UZB", "2026-11"))]
    assert len(lines) == 2
    assert all("2026-11" in line for line in lines)


@pytest.mark.parametrize("given", ["soon", "2026-13", "2026-02-30", "26"])
def test_what_is_no_date_is_said(given: str) -> None:
    with pytest.raises(AtlasError):
        found("", given)
    result = CliRunner().invoke(cli.app, ["changes", "--since", given, "lang=en"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"“{given}” is no date" in result.stderr


def test_the_terminal_prints_a_line_each() -> None:
    result = CliRunner().invoke(cli.app, ["changes", "--since", "2026-02", "country=CHL&lang=en"])
    assert result.exit_code == 0
    assert "2026-02 [Submarine cables] Humboldt Cable: Status as of: Planned" in result.stdout.splitlines()
