"""The terminal, as a person or a script meets it."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

import cli
from geo.files import ROOT
from layers.registry import find_layers
from tests.folders import copied_data, set_cell

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli.app, list(words))


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program read data of which one memorandum has a wrong date."""
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    set_cell(folder, "mocs.csv", 3, "signed", "2023-02-30")
    return folder


# --- rows ---


def rows_of(result: Result) -> list[dict[str, str]]:
    """Read the rows that a command wrote."""
    assert result.exit_code == 0, result.stderr
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def test_rows_of_isdbt_in_africa_are_botswana_and_angola(run: Run) -> None:
    assert [row["番号"] for row in rows_of(run("rows", "isdbt", "region=africa"))] == ["BWA", "AGO"]


def test_rows_of_data_centres_in_uzbekistan_are_in_three_cities(run: Run) -> None:
    rows = rows_of(run("rows", "datacenters", "country=UZB", "--lang", "en"))
    assert sorted(row["City"] for row in rows) == ["Bukhara", "Kokand", "Tashkent"]


def test_rows_as_json_are_read_by_machines(run: Run) -> None:
    result = run("rows", "mocs", "country=UZB&show=all", "--format", "json")
    found = json.loads(result.stdout)
    assert {"2014", "2017", "2019"} <= {row["date"][:4] for row in found}
    assert all("UZB" in row["iso_a3"] + row["via"] for row in found)


def test_the_layer_named_wins_over_the_layers_of_the_query(run: Run) -> None:
    found = json.loads(run("rows", "ISDBT", "?layers=cables,mocs&country=AGO", "--format", "json").stdout)
    assert [(row["layer"], row["id"]) for row in found] == [("isdbt", "AGO")]


def test_a_layer_that_does_not_exist_is_answered_with_those_that_do(run: Run) -> None:
    result = run("rows", "roads", "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"There is no layer “roads”. Known: {', '.join(find_layers())}.\n"


def test_what_is_dropped_from_a_query_is_said_on_standard_error(run: Run) -> None:
    result = run("rows", "isdbt", "region=africa&tint=red&country=XXX&lang=en")
    assert result.exit_code == 0
    assert "“tint”" in result.stderr
    assert "“XXX”" in result.stderr
    assert "dropped" not in result.stdout


# --- export ---


@pytest.mark.parametrize(
    "query",
    ["layers=datacenters&country=UZB", "?layers=datacenters&country=UZB",
     "http://localhost:8501/?layers=datacenters&country=UZB"],
)  # fmt: skip
def test_a_query_an_address_and_a_query_with_its_mark_give_the_same_file(run: Run, query: str) -> None:
    assert run("export", "out.csv", query).exit_code == 0
    assert run("export", "plain.csv", "layers=datacenters&country=UZB").exit_code == 0
    assert Path("out.csv").read_bytes() == Path("plain.csv").read_bytes()


def test_a_picture_has_the_size_asked_for_and_is_not_blank(run: Run) -> None:
    result = run("export", "out.png", "layers=isdbt&region=africa&lang=en", "--size", "800x450", "--dpi", "96")
    assert result.exit_code == 0, result.stderr
    with Image.open("out.png") as picture:
        assert picture.size == (800, 450)
        assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 50
        assert picture.info["Query"] == "layers=isdbt&region=africa&size=800x450&dpi=96&lang=en"


def test_geodata_holds_the_rows_of_the_view(run: Run) -> None:
    assert run("export", "out.geojson", "layers=isdbt&region=africa").exit_code == 0
    content = json.loads(Path("out.geojson").read_bytes())
    assert [feature["properties"]["id"] for feature in content["features"]] == ["BWA", "AGO"]


@pytest.mark.parametrize(("name", "magic"), [("out.xlsx", b"PK\x03\x04"), ("out.GPKG", b"SQLite format 3\x00")])
def test_the_suffix_says_which_kind_of_file_is_written(run: Run, name: str, magic: bytes) -> None:
    assert run("export", name, "layers=isdbt&region=africa").exit_code == 0
    assert Path(name).read_bytes().startswith(magic)


def test_the_language_of_the_command_wins_over_the_query(run: Run) -> None:
    assert run("export", "out.csv", "layers=isdbt&country=AGO&lang=ja", "--lang", "en").exit_code == 0
    assert Path("out.csv").read_text("utf-8-sig").startswith("Name,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["out.docx"], ".png, .svg, .pdf, .pptx, .html, .csv, .xlsx, .geojson, .gpkg"),
        (["out"], ".png, .svg, .pdf, .pptx, .html, .csv, .xlsx, .geojson, .gpkg"),
        (["nowhere/out.csv"], "nowhere"),
        (["out.png", "--size", "wide"], "wide"),
        (["out.png", "--size", "1x1"], "1x1"),
        (["out.png", "--dpi", "0"], "0 dpi"),
        (["folder.csv"], "folder.csv"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence_and_leaves_nothing(
    run: Run, words: list[str], said: str
) -> None:
    Path("folder.csv").mkdir()
    result = run("export", *words, "--lang", "en")
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in Path().iterdir()] == ["folder.csv"]


def test_a_sentence_comes_in_the_language_that_the_query_asks_for(run: Run) -> None:
    assert "使えるもの" in run("export", "out.docx", "lang=ja").stderr
    assert "Use one of" in run("export", "out.docx", "layers=isdbt&lang=en").stderr


def test_a_file_that_was_there_stays_when_the_new_one_fails(run: Run, broken: Path) -> None:
    Path("out.csv").write_text("before")
    result = run("export", "out.csv", "lang=en")
    assert result.exit_code == 1
    assert Path("out.csv").read_text() == "before"


def test_a_broken_layer_is_told_and_the_others_still_work(run: Run, broken: Path) -> None:
    result = run("export", "out.csv", "layers=mocs&lang=en")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "mocs.csv, row 3, column signed: value “2023-02-30”" in result.stderr
    assert run("export", "out.csv", "layers=isdbt,cables").exit_code == 0


# --- check, layers, help ---


def test_check_says_in_one_line_that_all_is_right(run: Run) -> None:
    result = run("check", "--lang", "en")
    assert result.exit_code == 0
    assert re.fullmatch(r"\d+ files, \d+ rows: all right\.\n", result.stdout)


def test_check_prints_all_problems_and_leaves_with_one(run: Run, broken: Path) -> None:
    set_cell(broken, "cables.csv", 5, "status", "sunk")
    result = run("check", "--lang", "en")
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [
        "cables.csv, row 5, column status", "mocs.csv, row 3, column signed",
    ]  # fmt: skip
    assert "cables.csv 5行目 列 status" in run("check").stdout


def test_layers_lists_counts_and_dates_for_programs_to_read(run: Run) -> None:
    header, *lines = [line.split("\t") for line in run("layers").stdout.splitlines()]
    assert header == ["id", "title", "rows", "by default", "oldest as-of", "newest as-of"]
    assert [line[0] for line in lines] == list(find_layers())
    assert {line[0]: (line[2], line[3]) for line in lines} == {
        "isdbt": ("20", "20"), "cables": ("98", "83"), "landings": ("260", "260"),
        "datacenters": ("61", "9"), "mocs": ("146", "136"), "redundancy": ("55", "55"),
        "projects": ("116", "96"), "plan20": ("20", "20"),
    }  # fmt: skip
    assert lines[0][4:] == ["2012-03", "2026-02"]


def test_layers_tells_of_broken_data_in_a_sentence(run: Run, broken: Path) -> None:
    result = run("layers", "--lang", "en")
    assert result.exit_code == 1
    assert "mocs.csv, row 3" in result.stderr


@pytest.mark.parametrize("words", [["rows"], ["export"], ["dance"], ["layers", "--lang", "fr"], ["check", "more"]])
def test_a_command_line_that_is_not_understood_leaves_with_two(run: Run, words: list[str]) -> None:
    assert run(*words).exit_code == 2


# --- the cable network ---


def test_cut_says_who_loses_every_path_and_by_what_it_is_judged(run: Run) -> None:
    said = run("cut", "tonga-cable", "--lang", "en").stdout.splitlines()
    assert said[0] == "Judged by the cables of this list alone"
    assert said[1].startswith("Tonga: every landing loses its path (Neiafu")
    assert "satellites are not in the list" in said[-1]


def test_cut_takes_landings_as_well(run: Run) -> None:
    assert "トンガ: すべての陸揚げ地" in run("cut", "--landing", "nukualofa-tonga").stdout


@pytest.mark.parametrize(("words", "said"), [(["tonga-cabel"], "tonga-cable"), ([], "rows cables")])
def test_cut_of_nothing_known_says_what_there_is(run: Run, words: list[str], said: str) -> None:
    result = run("cut", *words)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not result.stdout


def test_cut_takes_ids_in_any_case_and_says_which_cable_is_not_in_service(run: Run) -> None:
    said = run("cut", "TONGA-Cable", "humboldt", "--lang", "en").stdout
    assert "(humboldt) is not in service" in said
    assert "(tonga-cable)" not in said
    assert "Tonga: every landing" in said


def test_redundancy_of_countries_without_a_landing_is_said(run: Run) -> None:
    result = run("redundancy", "country=UZB&lang=en")
    assert result.exit_code == 1
    assert "No country or territory with a landing" in result.stderr
    assert not result.stdout


def test_redundancy_counts_ways_out_of_the_countries_of_a_query(run: Run) -> None:
    result = run("redundancy", "country=TON,PLW,UZB&lang=en")
    rows = {row["iso_a3"]: (row["ways_now"], row["ways_coming"]) for row in rows_of(result)}
    assert rows == {"TON": ("1", "1"), "PLW": ("1", "2")}
    assert "satellites are not in the list" in result.stderr


def test_redundancy_names_countries_in_the_language_and_answers_yes_or_no_in_words(run: Run) -> None:
    header = ("iso_a3 name systems_now ways_now systems_coming ways_coming weakest_ways weakest_landings "
              "by_land joined_today")
    (tonga,) = rows_of(run("redundancy", "country=TON&lang=ja"))
    assert list(tonga) == header.split()
    assert (tonga["name"], tonga["by_land"], tonga["joined_today"]) == ("トンガ", "False", "True")
    assert tonga["systems_now"] == "tonga-cable|tonga-domestic-cable-extension"


def test_help_names_every_command_and_what_the_exit_codes_mean(run: Run) -> None:
    text = run("--help").stdout
    assert all(command in text for command in ("export", "rows", "check", "layers", "changes", "workbook"))
    assert "2 command line not understood" in " ".join(text.split())


def test_anything_unforeseen_is_one_sentence_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layers.checks.check_all", lambda: 1 / 0)
    result = run("check", "--lang", "en")
    assert result.exit_code == 1
    assert result.stderr == "Something unexpected went wrong: ZeroDivisionError: division by zero\n"


def test_a_reader_that_stops_early_gets_no_traceback() -> None:
    command = f"{sys.executable} cli.py rows mocs show=all | head -1"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("文書,")
    assert "Traceback" not in result.stderr
