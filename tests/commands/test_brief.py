"""`brief`, as a desk officer types it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `brief` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli.app, ["brief", *words])


def test_uzbekistan_names_its_memoranda_its_cities_and_the_plan_on_central_asia(run: Run) -> None:
    result = run("UZB")
    assert result.exit_code == 0, result.stderr
    for said in ("2014年1月 情報通信分野における協力覚書", "2019年12月17日 情報通信分野における協力覚書", "タシケント",
                 "ブハラ", "コーカンド", "ほかの中央アジアにも日本のICTソリューションを広げる"):
        assert said in result.stdout


@pytest.mark.parametrize("name", ["uz", "ウズベキスタン", "Uzbekistan"])
def test_a_name_or_a_short_code_gives_the_same_page(run: Run, name: str) -> None:
    assert run(name).stdout == run("UZB").stdout


def test_a_filter_narrows_the_page_and_its_language(run: Run) -> None:
    record = json.loads(run("UZB", "?year=2019&lang=en", "--format", "json").stdout)
    assert record["lang"] == "en"
    assert "year=2019" in record["view"]


@pytest.mark.parametrize(("name", "magic"), [("o.docx", b"PK\x03\x04"), ("o.pdf", b"%PDF-"),
                                             ("o.html", b"<!DOCTYPE html>"), ("o.md", b"# "), ("o.JSON", b"{")])
def test_the_suffix_says_which_format_is_written(run: Run, name: str, magic: bytes) -> None:
    result = run("TUV", "--out", name, "--lang", "en")
    assert result.exit_code == 0, result.stderr
    assert Path(name).read_bytes().startswith(magic)
    assert result.stdout == ""


@pytest.mark.parametrize(("words", "said"), [
    (("UZB", "--format", "docx"), "name a file with --out"),
    (("Uzbekstan",), "Near names: Uzbekistan (UZB)"),
    (("UZB", "--format", "pdf"), "name a file with --out"),
    (("UZB", "--out", "o.odt"), "its suffix names no format"),
    (("UZB", "--out", "nowhere/o.docx"), "There is no folder “nowhere”"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_and_leaves_no_file(run: Run, words: tuple[str, ...], said: str) -> None:
    result = run(*words, "--lang", "en")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not list(Path.cwd().iterdir())
