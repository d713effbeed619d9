"""The plan's pages in the terminal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli

Run = Callable[..., Result]
COMMANDS = (("region", "africa"), ("field", "postal"), ("plan20",), ("overview",), ("matrix", "region=oceania"),
            ("sources",))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli.app, list(words))


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_every_page_is_written_as_markdown_with_its_sources(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("# ")
    assert "\n## 出典" in result.stdout


def test_a_page_speaks_the_language_asked_for(run: Run) -> None:
    assert "# Postal services" in run("field", "postal", "--lang", "en").stdout
    assert "# Postal services" in run("field", "postal", "lang=en").stdout


def test_a_page_is_json_for_machines(run: Run) -> None:
    document = json.loads(run("region", "oceania", "--format", "json").stdout)
    assert document["id"] == "region:oceania"
    assert "matrix" in [section["id"] for section in document["sections"]]


def test_the_old_plan_s_bars_stand_in_the_text(run: Run) -> None:
    said = run("plan20", "--lang", "en").stdout
    assert "812 (May 2022)" in said
    assert "3,539" in said


def test_the_query_narrows_a_page(run: Run) -> None:
    said = run("region", "southeast_asia", "country=BRA&field=cybersecurity&lang=en").stdout
    assert "Cybersecurity" in said
    assert "Postal" not in said.partition("## Countries and fields")[2].partition("## ")[0]


def test_a_page_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    assert run("matrix", "region=africa", "--out", "africa.md").exit_code == 0
    assert "アフリカ" in (tmp_path / "africa.md").read_text("utf-8")


@pytest.mark.parametrize(("words", "named"), [(("region", "mars"), "oceania"), (("field", "moon"), "postal")])
def test_an_unknown_name_is_one_sentence_that_lists_the_known(run: Run, words: tuple[str, ...], named: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert named in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_what_a_query_loses_is_said(run: Run) -> None:
    assert "nonsense" in run("matrix", "nonsense=1&region=japan", "--lang", "en").stderr
