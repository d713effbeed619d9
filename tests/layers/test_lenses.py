"""Each question against the rows that a person finds by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geo.files import data_path
from geo.tables import split
from i18n.text import Lang
from layers.dataset import is_older
from layers.lenses import LENSES
from scene.grammar import read_choice, write_choice
from scene.scene import build_scene
from tests.folders import copied_data, put


def answers(lens: str, query: str = "show=all") -> list[dict[str, str]]:
    """Give the rows that answer a question."""
    scene = build_scene(read_choice(f"lens={lens}&{query}").choice)
    (sheet,) = [sheet for sheet in scene.sheets if sheet.layer.id == LENSES[lens].layer]
    return [dict(row) for row in sheet.each_row()]


def read(file: str) -> list[dict[str, str]]:
    with data_path(file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def countries(rows: list[dict[str, str]]) -> set[str]:
    """Name the countries of rows, Japan left out."""
    return {code for row in rows for code in split(row["iso_a3"])} - {"JPN"}


@pytest.mark.parametrize("lens", LENSES.values(), ids=lambda lens: lens.id)
def test_a_question_says_its_method_in_one_sentence_in_both_languages(lens: object) -> None:
    method = lens.method  # type: ignore[attr-defined]
    assert method.ja
    assert method.en
    assert "。" not in method.ja
    assert ". " not in method.en


def test_adopters_whose_switch_off_is_overdue_or_unknown() -> None:
    assert countries(answers("switch_off_unconfirmed")) == {"ARG", "ECU", "GTM", "HND", "PER", "SLV", "URY", "VEN"}


def test_partners_with_a_memorandum_and_no_project() -> None:
    rows = answers("memorandum_without_project")
    assert countries(rows) == {"AGO", "ARG", "CRI", "DEU", "EST", "ISR", "MNG", "SAU", "TUR"}
    assert not countries(rows) & countries(read("projects.csv"))


def test_partners_with_a_project_and_no_memorandum() -> None:
    signed = countries([row for row in read("mocs.csv") if row["kind"] == "moc"])
    rows = answers("project_without_memorandum")
    assert {row["id"] for row in rows} == {
        row["project_id"] for row in read("projects.csv") if countries([row]) - signed
    }
    assert {"FRA", "GBR", "FJI", "BTN", "CIV"} <= countries(rows) - signed
    assert "th-ajccbc" not in {row["id"] for row in rows}


def test_memoranda_over_five_years_old_that_nothing_renewed() -> None:
    rows = {row["id"]: row for row in answers("memoranda_unrenewed")}
    assert len(rows) == 37
    assert {"uzb-ict-moc-2019", "vnm-fire-2018", "arg-ict-2017"} <= set(rows)
    assert max(row["date"] for row in rows.values()) < "2021-11-22"
    assert {row["kind"] for row in rows.values()} == {"moc"}
    assert not {"renewed", "superseded"} & {row["status"] for row in rows.values()}


@pytest.mark.parametrize(
    ("date", "older"),
    [("2021-11-21", True), ("2021-11-22", False), ("2021-10", True), ("2021-11", False), ("2020", True),
     ("2021", False), ("", False)],
)
def test_age_is_counted_from_the_date_of_the_data(date: str, older: bool) -> None:
    assert is_older(date, years=5) is older


def test_islands_on_one_cable_or_none() -> None:
    rows = answers("islands_on_one_cable")
    assert countries(rows) == {
        "COK", "DOM", "KIR", "MHL", "NIU", "NRU", "PLW", "PRI", "TLS", "TUV", "VIR", "VUT", "WLF",
    }
    assert {row["status"] for row in rows} == {"none", "one"}


@pytest.mark.parametrize("lens", LENSES)
def test_a_question_brings_the_layer_that_it_is_put_to(lens: str) -> None:
    choice = read_choice(f"lens={lens}").choice
    assert LENSES[lens].layer in choice.layers
    assert write_choice(choice) == f"lens={lens}"


def test_layers_that_are_named_stay_as_they_are_named() -> None:
    choice = read_choice("layers=isdbt&lens=islands_on_one_cable").choice
    assert choice.layers == {"isdbt"}
    assert choice.asked("islands_on_one_cable").layers == {"isdbt", "redundancy"}
    assert choice.asked("").layers == {"isdbt"}


def test_the_method_stands_wherever_the_answer_shows() -> None:
    lens = LENSES["islands_on_one_cable"]
    assert lens.method in build_scene(read_choice("lens=islands_on_one_cable").choice).notes
    assert lens.method not in build_scene(read_choice("layers=isdbt&lens=islands_on_one_cable").choice).notes
    assert lens.method[Lang.EN].startswith("Countries and territories")


def test_nothing_answers_while_a_table_that_the_question_needs_is_broken_and_the_table_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    put(folder, "projects.csv", b"project_id,name_ja\na,b,c\n")
    assert answers("memorandum_without_project") == []
    (notice,) = build_scene(read_choice("lens=memorandum_without_project").choice).notices
    assert "projects.csv" in notice[Lang.EN]
