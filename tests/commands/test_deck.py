"""`deck`, as briefing staff type it: one file of slides, or one sentence and no file."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from typer.testing import CliRunner, Result

import cli
from i18n.text import Lang
from render.packet import read_memory
from scripts.pins import ROOT
from tests.commands.terminal import read

Run = Callable[..., Result]
TONGA = "layers=cables&deck=chosen&select=TON&lang=en"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `deck` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli.app, ["deck", *words])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, dict[str, Any]]]:
    """Note what a deck is made of, and make none."""
    found: list[tuple[Any, dict[str, Any]]] = []

    def note(choice: Any, *, tell: Callable[[int, int], None], **more: Any) -> bytes:
        found.append((choice, more))
        tell(1, 1)
        return b"slides"

    monkeypatch.setattr("render.deck.save.deck_of", note)
    return found


def test_a_deck_has_a_cover_and_the_part_asked_for_and_remembers_its_view(run: Run) -> None:
    result = run("out.pptx", TONGA)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.splitlines() == [
        "Slides made: 1 of at least 2", "Slides made: 2 of at least 2", "out.pptx is written."]
    titles = [slide.shapes.title.text for slide in Presentation("out.pptx").slides]
    assert len(titles) == 2
    assert titles[1] == "Tonga"
    assert read_memory(Path("out.pptx").read_bytes()).query == "layers=cables&select=TON&deck=chosen&lang=en"


def test_template_language_and_plain_maps_are_handed_on(run: Run, asked: list[tuple[Any, dict[str, Any]]]) -> None:
    Path("house.potx").write_bytes(b"design")
    result = run("out.pptx", "layers=isdbt", "--template", "house.potx", "--plain", "--lang", "en")
    assert result.exit_code == 0, result.stderr
    ((choice, more),) = asked
    assert choice.lang == Lang.EN
    assert more == {"template": b"design", "plain": True}
    assert Path("out.pptx").read_bytes() == b"slides"


def test_what_is_dropped_from_the_query_is_said(run: Run, asked: list[tuple[Any, dict[str, Any]]]) -> None:
    result = run("out.pptx", "layers=isdbt&deck=overview,summary&lang=en")
    assert result.exit_code == 0
    assert "deck: “summary” is not known; it was dropped." in result.stderr
    assert asked[0][0].deck == {"overview"}


@pytest.mark.parametrize(("words", "said"), [
    (("out.ppt",), "“out.ppt”: this suffix cannot be written. Use one of .pptx."),
    (("nowhere/out.pptx",), "There is no folder “nowhere”."),
    (("out.pptx", "--template", "none.potx"), "There is no file “none.potx”."),
    (("out.pptx", "layers=datacenters&region=latin_america"), "there are no slides to make"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence_before_any_slide_is_made(
    run: Run, asked: list[tuple[Any, dict[str, Any]]], words: tuple[str, ...], said: str
) -> None:
    result = run(*words, "--lang", "en")
    assert result.exit_code == 1
    assert said in result.stderr
    assert asked == []
    assert not list(Path().iterdir())


def test_a_protected_file_is_told_before_any_slide_is_made(run: Run, asked: list[tuple[Any, dict[str, Any]]]) -> None:
    Path("out.pptx").touch(0o444)
    result = run("out.pptx", "layers=isdbt", "--lang", "en")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == ["“out.pptx” is write-protected or no ordinary file; it was left alone."]
    assert asked == []


def test_a_template_that_is_none_is_one_sentence(run: Run) -> None:
    Path("house.potx").write_bytes(b"no design")
    result = run("out.pptx", TONGA, "--template", "house.potx")
    assert result.exit_code == 1
    assert result.stderr.count("The template cannot be used: ") == 1
    assert not Path("out.pptx").exists()


def test_a_person_at_a_terminal_sees_a_bar_and_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "cli.py"), "deck", "out.pptx", "layers=isdbt"]
    process = subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"TERM": "xterm"}, stdin=theirs, stderr=theirs,
                               start_new_session=True)
    os.close(theirs)
    bar = read(ours, until="1/")
    os.killpg(process.pid, signal.SIGINT)
    told = bar + read(ours)
    assert process.wait(30) != 0
    assert "作成中" in told
    assert "Traceback" not in told
    assert not list(tmp_path.iterdir())
