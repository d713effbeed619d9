"""`pictures`, as briefing staff type it: a folder or a ZIP of pictures, one for each place or field with rows."""

import os
import pty
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

import cli
from i18n.errors import AtlasError
from i18n.text import same
from render.picture.kinds import FileKind
from render.picture.save import save
from scene.paper import Paper
from scene.scene import Scene
from scripts.pins import ROOT
from tests.commands.terminal import read

Run = Callable[..., Result]
SMALL = ("--size", "480x270", "--dpi", "36")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `pictures` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(cli.app, ["pictures", *words])


def listed(folder: str) -> list[str]:
    """Name what stands in a folder."""
    return sorted(path.name for path in Path(folder).iterdir())


def test_each_region_with_rows_gets_a_picture_and_the_others_are_counted(run: Run) -> None:
    result = run("out", "layers=datacenters&lang=en", "--each", "region", *SMALL)
    assert result.exit_code == 0, result.stderr
    names = listed("out")
    assert names
    assert all(re.fullmatch(r"tenkai-atlas-[a-z_]+-\d{4}-\d\d-\d\d\.png", name) for name in names)
    with Image.open(Path("out") / names[0]) as picture:
        assert picture.size == (480, 270)
        assert "size=480x270&dpi=36" in picture.text["Query"]  # type: ignore[attr-defined]
    assert f"{11 - len(names)} without any row were left out." in result.stderr
    assert f"{len(names)} pictures are written to out." in result.stderr


def test_each_country_is_narrowed_to_those_of_the_query(run: Run) -> None:
    result = run("out", "layers=isdbt&country=BRA,CHL,FRA", "--each", "country", *SMALL)
    assert result.exit_code == 0, result.stderr
    assert [name.split("-")[2] for name in listed("out")] == ["bra", "chl"]
    assert "該当する項目のない 1 件" in result.stderr


@pytest.mark.parametrize(("kind", "magic"), [("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_each_field_comes_as_the_kind_of_file_asked_for(run: Run, kind: str, magic: bytes) -> None:
    result = run("out", "layers=datacenters", "--each", "field", "--kind", kind, *SMALL)
    assert result.exit_code == 0, result.stderr
    files = list(Path("out").glob(f"*.{kind}"))
    assert files
    assert all(path.read_bytes().startswith(magic) for path in files)


def test_a_zip_is_the_same_every_time_and_the_only_file(run: Run) -> None:
    ask = ("out", "layers=isdbt&region=africa", "--each", "country", "--zip", *SMALL)
    contents = []
    for _ in range(2):
        result = run(*ask)
        assert result.exit_code == 0, result.stderr
        contents.append(Path("out.zip").read_bytes())
    assert contents[0] == contents[1]
    assert listed(".") == ["out.zip"]
    with zipfile.ZipFile("out.zip") as book:
        assert [name.split("-")[2] for name in book.namelist()] == ["ago", "bwa"]


def test_pictures_that_cannot_be_drawn_are_named_and_the_others_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_once(scene: Scene, paper: Paper, kind: FileKind) -> bytes:
        if scene.choice.country == {"BRA"}:
            raise AtlasError(same("Too full."))
        return save(scene, paper, kind)

    monkeypatch.setattr("render.picture.batch.save", fail_once)
    result = run("out", "layers=isdbt&country=BRA,CHL", "--each", "country", "--lang", "en", *SMALL)
    assert result.exit_code == 1
    assert re.search(r"tenkai-atlas-bra-[-\d]+\.png could not be drawn\. Too full\.", result.stderr)
    assert [name.split("-")[2] for name in listed("out")] == ["chl"]


@pytest.mark.parametrize(("words", "said"), [
    (("nowhere/out",), "There is no folder “nowhere”"),
    (("file",), "“file” cannot be written"),
    (("out", "--size", "huge"), "A picture of size “huge”"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(run: Run, words: tuple[str, ...], said: str) -> None:
    Path("file").write_text("")
    result = run(*words, "--each", "region", "--lang", "en")
    assert result.exit_code == 1
    assert said in result.stderr
    assert Path("file").read_text() == ""


def test_a_view_without_rows_makes_no_picture(run: Run) -> None:
    result = run("out", "layers=datacenters&region=latin_america&lang=en", "--each", "country")
    assert result.exit_code == 1
    assert "No rows match, so no picture was made." in result.stderr
    assert not Path("out").exists()


def test_a_person_at_a_terminal_sees_a_bar_and_ctrl_c_leaves_whole_files_only(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, str(ROOT / "cli.py"), "pictures", "out", "", "--each", "country"]
    process = subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"TERM": "xterm"}, stdin=theirs, stderr=theirs,
                               start_new_session=True)
    os.close(theirs)
    bar = read(ours, until="1/1")
    os.killpg(process.pid, signal.SIGINT)
    told = bar + read(ours)
    assert process.wait(30) != 0
    assert "作成中" in told
    assert "Traceback" not in told
    files = list(tmp_path.glob("out/*"))
    assert 0 < len(files) < 100
    for path in files:
        with Image.open(path) as picture:
            picture.load()
