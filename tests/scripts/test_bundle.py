from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from scripts import bundle
from scripts.pins import ROOT, read_pins
from tests.closed.namespace import ALONE

PROGRAM = [Path(name) for name in ("app.py", "cli.py", "requirements.lock", "scripts/serve.py")]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An archive with some of the program and, in place of the libraries, two files called wheels."""
    folder = tmp_path_factory.mktemp("bundle")
    for name in ("one-1.0-py3-none-any.whl", "two-2.0-py3-none-any.whl"):
        (folder / name).write_bytes(name.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "program", lambda: PROGRAM)
        bundle.pack(folder / "atlas.zip", folder)
        yield folder / "atlas.zip"


@pytest.fixture
def unpacked(archive: Path, tmp_path: Path) -> Path:
    with ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    return tmp_path / bundle.NAME


@pytest.fixture
def installer(unpacked: Path) -> ModuleType:
    spec = spec_from_file_location("install", unpacked / "install.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_program_comes_with_its_data_and_its_settings_and_without_tests() -> None:
    names = {path.as_posix() for path in bundle.program()}
    assert {"app.py", "data/countries.geojson", ".streamlit/config.toml", "requirements.lock", "LICENSE"} <= names
    assert not [name for name in names if name.startswith(("tests/", "bench/", ".git", ".ci"))]


def test_the_archive_holds_an_installer_for_both_systems(archive: Path) -> None:
    names = {name.removeprefix(f"{bundle.NAME}/") for name in ZipFile(archive).namelist()}
    assert names == {"install.py", "install.sh", "install.cmd", "README.txt", "SHA256SUMS", "sbom.cdx.json",
                     "wheels/one-1.0-py3-none-any.whl", "wheels/two-2.0-py3-none-any.whl",
                     *(f"atlas/{path.as_posix()}" for path in PROGRAM)}


def test_the_same_files_give_the_same_archive(archive: Path, tmp_path: Path) -> None:
    for wheel in archive.parent.glob("*.whl"):
        shutil.copy(wheel, tmp_path)
    bundle.pack(tmp_path / "again.zip", tmp_path)
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_the_sums_name_every_file(unpacked: Path) -> None:
    there = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    named = {line.split("  ", 1)[1] for line in (unpacked / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert named == there - {"SHA256SUMS"}


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda path: path.write_bytes(b"other"), "is damaged or was changed"), (Path.unlink, "is missing"),
], ids=["changed", "gone"])
def test_a_file_that_changed_on_the_way_is_named(
    installer: ModuleType, unpacked: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(unpacked / "atlas" / "app.py")
    with pytest.raises(installer.InstallError, match=rf"atlas/app\.py {said}"):
        installer.install(unpacked / "target")
    assert not (unpacked / "target").exists()


def test_a_folder_that_holds_something_is_left_as_it_is(installer: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "list.xlsx").write_bytes(b"kept")
    with pytest.raises(installer.InstallError, match="is not empty"):
        installer.install(tmp_path / "mine")
    assert (tmp_path / "mine" / "list.xlsx").read_bytes() == b"kept"


def test_an_old_python_is_refused_first(installer: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(installer.InstallError, match=r"Python 3\.11 or newer is needed; this is 3\.9\.2"):
        installer.install(tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_libraries_that_are_not_there_are_told_and_nothing_half_installed_stays(unpacked: Path) -> None:
    done = subprocess.run(["sh", "install.sh", str(unpacked / "target")], cwd=unpacked, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 1
    assert "Libraries for this Python" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (unpacked / "target").exists()


@pytest.mark.parametrize(("system", "brings"), [("linux", False), ("windows", True)])
def test_each_system_gets_what_it_needs_alone(system: str, brings: bool) -> None:
    lines = list(bundle.locked_for(system, "3.12"))
    assert any(line.startswith("colorama==") for line in lines) == brings
    assert len(lines) >= len(read_pins("requirements.txt"))
    assert all(" ; " not in line and "--hash=sha256:" in line for line in lines)


def test_what_starts_the_server_on_windows_is_written_for_windows(
    installer: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(installer, "ON_WINDOWS", True)
    started = installer.write_start(tmp_path)
    assert started.name == "start.cmd"
    assert b".venv\\Scripts\\python.exe -m scripts.serve" in started.read_bytes()
    assert installer.python_of(tmp_path).name == "python.exe"


@pytest.mark.long
@pytest.mark.browser
def test_the_archive_installs_and_works_where_nothing_can_be_reached(tmp_path: Path) -> None:
    system, python = "linux", f"{sys.version_info.major}.{sys.version_info.minor}"
    bundle.main(tmp_path / "atlas.zip", [system], [python])
    command = [*ALONE, sys.executable, "-m", "tests.scripts.closed_network", str(tmp_path / "atlas.zip"), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["alone"]
    assert min(seen["files"].values()) > 50_000
    assert seen["page"]["marks"] > 0
    assert [seen["page"][kind] for kind in ("outside", "failed", "errors")] == [[], [], []]
