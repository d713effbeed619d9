from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli
from render.packet import PNG_MARK, write_packet
from scene.memory import Memory
from tests.folders import copied_data, set_cell

QUERY = "layers=cables&region=oceania&size=640x360&lang=en"


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Export a small picture."""
    file, query = tmp_path / "a.svg", QUERY.replace("&size=640x360", "")
    assert run("export", str(file), query, "--size", "640x360").exit_code == 0
    return file


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def test_the_query_of_a_picture_goes_to_standard_output_alone_and_makes_the_same_picture(picture: Path) -> None:
    reopened = run("reopen", str(picture))
    assert (reopened.exit_code, reopened.stdout) == (0, f"{QUERY}\n")
    assert reopened.stderr.startswith("The picture and the present data are of one version")
    again = picture.with_name("b.svg")
    assert run("export", str(again), reopened.stdout.strip()).exit_code == 0
    assert again.read_bytes() == picture.read_bytes()


def test_what_has_changed_is_said_in_the_language_asked_for(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied_data(tmp_path)
    set_cell(folder, "cables.csv", 2, "name_en", "Humbug")
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    assert "Submarine cables, changed (1): Humbug." in run("reopen", str(picture)).stderr
    assert "光海底ケーブルの内容の変更 1 件: " in run("reopen", str(picture), "--lang", "ja").stderr


@pytest.mark.parametrize(("name", "said"), [
    ("gone.png", "There is no file"), ("", "There is no file"), ("cli.py", "There is no record of a view"),
])
def test_a_file_that_is_no_picture_of_ours_ends_with_one_sentence(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "cli.py").write_text("import nothing", encoding="utf-8")
    result = run("reopen", str(tmp_path / name), "--lang", "en")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(100_000_001)  # a hole in the disk: nothing is written
    assert "is too large (100 MB)" in run("reopen", str(tmp_path / "large.png"), "--lang", "en").stderr


def test_a_file_that_anybody_wrote_cannot_steer_the_terminal(tmp_path: Path) -> None:
    query = b"layers=isdbt&f\x1b[31mo=1&country=%1B%5B2J&title=a%1B%5B31mb%E2%80%AEc&lang=en"
    chunks = [b"tEXtQuery\0" + query, b"tEXtData as of\0\x1b[2J"]  # of a PNG from before there were packets
    (tmp_path / "old.png").write_bytes(PNG_MARK + b"".join((len(each) - 4).to_bytes(4) + each for each in chunks))
    memory = Memory(query.decode().replace("\x1b", "%1B"), "2026-11-01", "older", {"isdbt:%1B[31m\u202e": "00000000"})
    (tmp_path / "new.png").write_bytes(write_packet(memory, title="", rights="").replace(b"%251B", b"%1B"))
    for name in ("old.png", "new.png", "\x1b[31m.png"):
        result = run("reopen", str(tmp_path / name))
        said = (result.stdout + result.stderr).replace("\n", "")
        assert said
        assert said.isprintable()
