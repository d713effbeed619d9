"""The units of deploy/systemd: what systemd itself says of them, and whether the program runs within their limits."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from scripts import nginx
from serve.leaving import MOST
from tests.browser.offline import ROOT
from tests.deploy import units

MOST_EXPOSED = 20
"""Of 100, as `systemd-analyze security` counts: 19 in November 2026 with systemd 252."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the units as an administrator would who asks for a sign-in, with the program where it stands here."""
    folder = tmp_path_factory.mktemp("units")
    for path in units.FOLDER.iterdir():
        text = path.read_text("utf-8")
        where = folder / ("tenkai-atlas@.service.d" if path.suffix == ".conf" else "")
        where.mkdir(exist_ok=True)
        (where / path.name).write_text(text.replace(units.PLACE, str(ROOT)), "utf-8")
    return folder


def analyse(*words: str | Path) -> subprocess.CompletedProcess[str]:
    nginx.main()
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def test_systemd_finds_nothing_wrong_with_them(installed: Path) -> None:
    done = analyse("verify", "--man=no", installed / "tenkai-atlas@8501.service", installed / "tenkai-atlas.target")
    assert (done.returncode, done.stderr) == (0, "")


def test_systemd_would_find_a_wrong_word(installed: Path, tmp_path: Path) -> None:
    text = (installed / "tenkai-atlas@.service").read_text("utf-8")
    (tmp_path / "tenkai-atlas@.service").write_text(text.replace("System=strict", "System=sure"), "utf-8")
    assert "ignoring: sure" in analyse("verify", "--man=no", tmp_path / "tenkai-atlas@8501.service").stderr


def test_systemd_reads_what_a_sign_in_adds_and_would_find_a_wrong_word_in_it(installed: Path, tmp_path: Path) -> None:
    copied = Path(copytree(installed, tmp_path / "units"))
    added = copied / "tenkai-atlas@.service.d" / "sign-in.conf"
    added.write_text(added.read_text("utf-8").replace("192.0.2.10", "192.0.2.x"), "utf-8")
    assert "192.0.2.x" in analyse("verify", "--man=no", copied / "tenkai-atlas@8501.service").stderr


def test_little_of_the_machine_is_open_to_a_process(installed: Path) -> None:
    unit = installed / "tenkai-atlas@.service"
    done = analyse("security", "--offline=yes", f"--threshold={MOST_EXPOSED}", "--no-pager", unit)
    assert done.returncode == 0, done.stdout[-300:]


def test_systemd_waits_longer_than_the_server_takes_to_leave() -> None:
    (seconds,) = units.lines(units.UNIT, "TimeoutStopSec")
    assert int(seconds) > MOST


def test_the_target_wants_the_processes_that_nginx_knows() -> None:
    (wanted,) = units.lines(units.FOLDER / "tenkai-atlas.target", "Wants")
    front = (units.FOLDER.parent / "nginx" / "tenkai-atlas.conf").read_text("utf-8")
    assert set(re.findall(r"@(\d+)", wanted)) == set(re.findall(r"127\.0\.0\.1:(\d+)", front))
