"""Several files go into data/ all at once, whatever stops the work and whenever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from desk import keeping
from geo.files import ROOT, looking_at
from i18n.errors import AtlasError
from i18n.text import Lang
from tests.folders import copied_data

OLD = {"a.csv": "a\n1\n", "b.csv": "b\n1\n", "c.csv": "c\n1\n"}
NEW = {"a.csv": "a\n2\n", "b.csv": "b\n2\n", "c.csv": "c\n2\n", "new.md": "new\n"}
KILLED_AT = """
import os, signal, sys
from desk import keeping

left, really = int(sys.argv[1]), keeping.swap_in

def swap_in(name):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    really(name)

keeping.swap_in = swap_in
keeping.put_all({new})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def state(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.glob("[!.]*") if path.is_file()}


def test_all_files_are_written_and_nothing_is_left_beside_them(folder: Path) -> None:
    with looking_at(folder):
        keeping.put_all(NEW)
    assert state(folder) == NEW
    assert not (folder / ".apply").exists()


@pytest.mark.parametrize("replaced", range(len(NEW)))
def test_killed_between_two_files_the_old_ones_come_back(folder: Path, replaced: int) -> None:
    script = KILLED_AT.replace("{new}", repr(NEW))
    env = {**os.environ, "ATLAS_DATA": str(folder)}
    done = subprocess.run([sys.executable, "-c", script, str(replaced)], cwd=ROOT, env=env, check=False)
    assert done.returncode == -9
    assert sum(text == NEW[name] for name, text in state(folder).items()) == replaced
    with looking_at(folder):
        assert keeping.recover()
        assert not keeping.recover()
    assert state(folder) == OLD
    assert not (folder / ".apply").exists()


@pytest.mark.parametrize("replaced", range(len(NEW)))
def test_a_file_that_cannot_be_replaced_leaves_all_as_they_were(
    folder: Path, replaced: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, really = [replaced], keeping.swap_in

    def fail(name: str) -> None:
        if left[0] == 0:
            raise PermissionError(13, "Permission denied")
        left[0] -= 1
        really(name)

    monkeypatch.setattr(keeping, "swap_in", fail)
    with looking_at(folder), pytest.raises(AtlasError) as error:
        keeping.put_all(NEW)
    assert "the files were put back" in error.value.text[Lang.EN]
    assert state(folder) == OLD
    assert not (folder / ".apply").exists()


def test_ctrl_c_between_two_files_puts_them_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = keeping.swap_in

    def stop(name: str) -> None:
        really(name)
        raise KeyboardInterrupt

    monkeypatch.setattr(keeping, "swap_in", stop)
    with looking_at(folder), pytest.raises(KeyboardInterrupt):
        keeping.put_all(NEW)
    assert state(folder) == OLD


def test_a_second_apply_is_refused_while_one_is_at_work(folder: Path) -> None:
    script = "from desk.keeping import alone, put_all\nwith alone(): put_all({'a.csv': 'mine'})"
    env = {**os.environ, "ATLAS_DATA": str(folder)}
    run = [sys.executable, "-c", script]
    with looking_at(folder), keeping.alone():
        refused = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
        assert "Another apply is at work" in refused.stderr
        keeping.put_all(NEW)  # the one that is at work goes on
    assert (folder / "a.csv").read_text() == NEW["a.csv"]
    assert subprocess.run(run, cwd=ROOT, env=env, check=False).returncode == 0
    assert (folder / "a.csv").read_text() == "mine"


def test_what_was_only_prepared_is_thrown_away(folder: Path) -> None:
    (folder / ".apply" / "new").mkdir(parents=True)
    (folder / ".apply" / "new" / "a.csv").write_text("half")
    with looking_at(folder):
        assert not keeping.recover()
    assert state(folder) == OLD
    assert not (folder / ".apply").exists()


def no_right(*_paths: Path) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_recovery_that_breaks_off_can_be_done_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = KILLED_AT.replace("{new}", repr(NEW))
    env = {**os.environ, "ATLAS_DATA": str(folder)}
    subprocess.run([sys.executable, "-c", script, "3"], cwd=ROOT, env=env, check=False)
    with looking_at(folder):
        with monkeypatch.context() as patched:
            patched.setattr("desk.keeping.shutil.copymode", no_right)
            with pytest.raises(AtlasError) as error:
                keeping.recover()
            assert "data/ is half written" in error.value.text[Lang.EN]
        assert keeping.recover()
    assert state(folder) == OLD


def test_a_link_is_replaced_and_what_it_stood_for_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("real")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").symlink_to(tmp_path / "real.csv")
    with looking_at(tmp_path / "data"):
        keeping.put_all({"a.csv": "new"})
    assert (tmp_path / "real.csv").read_text() == "real"
    assert (tmp_path / "data" / "a.csv").read_text() == "new"


def test_check_puts_back_what_broke_off_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = copied_data(tmp_path)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    before = (folder / "glossary.csv").read_bytes()
    script = KILLED_AT.replace("{new}", repr({"glossary.csv": "half", "mocs.csv": "half"}))
    subprocess.run([sys.executable, "-c", script, "1"], cwd=ROOT, check=False)
    assert (folder / "glossary.csv").read_text() == "half"
    result = CliRunner().invoke(cli.app, ["check", "--lang", "en"])
    assert result.exit_code == 0, result.stdout
    assert "data/ was put back" in result.stderr
    assert (folder / "glossary.csv").read_bytes() == before
