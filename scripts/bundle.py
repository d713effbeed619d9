"""Pack the program, its libraries and an installer as one archive for a closed network (`make bundle`).

The archive is made where a registry can be reached; what is in it installs without one (deploy/bundle/install.py).
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import typer
from packaging.markers import Marker

from scripts.lock import read_lock
from scripts.pins import ROOT

NAME: Final = "tenkai-atlas"
INSTALLER: Final = ROOT / "deploy" / "bundle"
LOCK: Final = "requirements.lock"
SUMS: Final = "SHA256SUMS"
SBOM: Final = "sbom.cdx.json"
"""The bill of materials (scripts/sbom.py): it stands beside the installer too, for who looks before installing."""
LEFT_OUT: Final = ("tests/", "bench/", ".ci/", ".git", "requirements-dev", "requirements-peers", "deploy/bundle/")
"""What only those who change the program need."""
SYSTEMS: Final = {
    "linux": ("manylinux_2_28_{}", "manylinux_2_27_{}", "manylinux_2_17_{}", "manylinux2014_{}", "manylinux_2_12_{}"),
    "windows": ("win_amd64",),
}
SIGNS: Final = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}
MACHINE: Final = "x86_64"
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
RUNS: Final = 0o755


def program() -> list[Path]:
    """List the files of the program, by their path in the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return [Path(name) for name in sorted(listed.split("\0")) if name and not name.startswith(LEFT_OUT)]


def fetch(folder: Path, *, system: str, python: str) -> None:
    """Fetch the wheels that a system and a Python ("3.11") need, each held to its SHA-256; needs the registry."""
    platforms = [part for each in SYSTEMS[system] for part in ("--platform", each.format(MACHINE))]
    options = ["--quiet", "--only-binary", ":all:", "--no-deps", "--require-hashes", "--python-version", python]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options, *platforms]
    wanted = folder / f"{system}.lock"
    wanted.write_text("".join(locked_for(system, python)), "utf-8")
    subprocess.run([*command, "--requirement", str(wanted), "--dest", str(folder)], check=True)


def locked_for(system: str, python: str) -> Iterator[str]:
    """Give the lock's lines for a system and a Python; pip would judge their markers by where it runs itself."""
    there = SIGNS[system] | {"python_version": python, "python_full_version": f"{python}.0"}
    for pin, hashes in read_lock(LOCK).items():
        if not pin.marker or Marker(pin.marker).evaluate(there):
            yield f"{pin.name}=={pin.version}{hashes}\n"


def members(wheels: Path) -> Iterator[tuple[str, Path]]:
    """Name each file of the archive, and the file that it is made of."""
    yield from ((f"{NAME}/atlas/{path.as_posix()}", ROOT / path) for path in program())
    yield from ((f"{NAME}/wheels/{path.name}", path) for path in sorted(wheels.glob("*.whl")))
    beside = [*sorted(path for path in INSTALLER.iterdir() if path.is_file()), ROOT / SBOM]
    yield from ((f"{NAME}/{path.name}", path) for path in beside)


def pack(target: Path, wheels: Path) -> int:
    """Write the archive with its sums, the same bytes for the same files, and say how many files it holds."""
    sums = []
    partial = target.with_suffix(".part")
    with ZipFile(partial, "w") as archive:
        for name, path in members(wheels):
            content = path.read_bytes()
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name.removeprefix(f'{NAME}/')}")
            _write(archive, name, content)
        _write(archive, f"{NAME}/{SUMS}", "".join(f"{line}\n" for line in sums).encode())
    partial.replace(target)
    return len(sums)


def _write(archive: ZipFile, name: str, content: bytes) -> None:
    member = ZipInfo(name, LONG_AGO)
    member.compress_type = ZIP_STORED if name.endswith(".whl") else ZIP_DEFLATED  # a wheel is packed already
    member.external_attr = (RUNS if name.endswith(".sh") else 0o644) << 16
    archive.writestr(member, content)


def main(
    target: Annotated[Path, typer.Argument(help="The archive to write.")] = Path("dist") / f"{NAME}.zip",
    system: Annotated[list[str], typer.Option(help="linux, windows; may stand several times.")] = ["linux", "windows"],  # noqa: B006
    python: Annotated[list[str], typer.Option(help="A version of Python there; may stand several times.")] = [  # noqa: B006
        f"{sys.version_info.major}.{sys.version_info.minor}"
    ],
) -> None:
    """Fetch the libraries and pack everything."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="atlas-bundle-") as folder:
        _fetch_all(Path(folder), system, python)
        count = pack(target, Path(folder))
    print(f"{target}: {count:,} files, {target.stat().st_size / 1e6:,.0f} MB")


def _fetch_all(folder: Path, systems: Sequence[str], pythons: Sequence[str]) -> None:
    for system in systems:
        for python in pythons:
            print(f"Fetching the libraries for {system}, Python {python} ...", flush=True)
            fetch(folder, system=system, python=python)


if __name__ == "__main__":
    typer.run(main)
