"""Install 海外展開アトラス from this archive; nothing is fetched from anywhere. Only Python's own library is used.

    python3 install.py [FOLDER]        FOLDER is new or empty; without it, ./tenkai-atlas-installed
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ON_WINDOWS = os.name == "nt"
OLDEST = (3, 11)
STEPS = (
    "1/5 ファイルを確かめています… / Checking the files ...",
    "2/5 プログラムを写しています… / Copying the program ...",
    "3/5 Python の環境を作っています… / Making an environment for Python ...",
    "4/5 ライブラリを入れています(1～3 分)… / Installing the libraries (1 to 3 minutes) ...",
    "5/5 動くことを確かめています… / Trying it out ...",
)
DONE = """
入りました。始めるには / Installed. To start it:

    {start}

そのあとブラウザーで / then open in a browser:  http://localhost:8501
止めるには Ctrl+C / Ctrl+C stops it. くわしくは / More: {docs}
"""
OLD_PYTHON = "Python 3.11 以上が要ります(これは {found})。/ Python 3.11 or newer is needed; this is {found}."
GONE = "{name} がありません。もう一度解凍してください。/ {name} is missing: unpack the archive again."
CHANGED = "{name} が壊れているか書き換えられています。/ {name} is damaged or was changed."
NOT_EMPTY = "{folder} は空ではありません。別の場所を指定してください。/ {folder} is not empty: name another place."
NO_LIBRARIES = """この Python({tag})に合うライブラリが足りません。/ Libraries for this Python ({tag}) are not all there.

{why}"""
SH = """#!/bin/sh
cd "$(dirname "$0")" && exec .venv/bin/python -m scripts.serve --server.port "${PORT:-8501}" "$@"
"""
CMD = """@echo off\r
cd /d "%~dp0"\r
if "%PORT%"=="" set PORT=8501\r
.venv\\Scripts\\python.exe -m scripts.serve --server.port %PORT% %*\r
"""


class InstallError(Exception):
    """Why it cannot be installed, in one sentence of each language."""


def check_python() -> None:
    """Refuse a Python that is too old, before anything is written."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise InstallError(OLD_PYTHON.format(found=found))


def check_files() -> None:
    """Hold every file to its SHA-256: a file that was damaged or changed on the way is named."""
    for line in (HERE / "SHA256SUMS").read_text("utf-8").splitlines():
        sum_, name = line.split("  ", 1)
        path = HERE / name
        if not path.is_file():
            raise InstallError(GONE.format(name=name))
        if hashlib.sha256(path.read_bytes()).hexdigest() != sum_:
            raise InstallError(CHANGED.format(name=name))


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds something: nothing of anybody's is ever overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InstallError(NOT_EMPTY.format(folder=folder))


def python_of(folder: Path) -> Path:
    """Give the environment's own Python."""
    return folder / ".venv" / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")


def install_libraries(folder: Path) -> None:
    """Install from the archive's wheels alone, each held to the hash in the lock file."""
    sources = ["--no-index", "--find-links", str(HERE / "wheels"), "--require-hashes"]
    options = ["--isolated", "--disable-pip-version-check", "--no-input", "--quiet"]
    done = _run(folder, "-m", "pip", *options[:2], "install", *options[2:], *sources, "-r", "requirements.lock")
    if done.returncode:
        tag = f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}, {sys.platform}"
        raise InstallError(NO_LIBRARIES.format(tag=tag, why=done.stderr.strip()))


def try_out(folder: Path) -> None:
    """Put Leaflet in its place and let the program check its own data."""
    for command in (("-m", "scripts.vendor"), ("cli.py", "check")):
        done = _run(folder, *command)
        if done.returncode:
            raise InstallError(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")


def write_start(folder: Path) -> Path:
    """Write what starts the server, for this system."""
    name, text = ("start.cmd", CMD) if ON_WINDOWS else ("start.sh", SH)
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    path.chmod(0o755)
    return path


def install(folder: Path) -> Path:
    """Do all of it; what was begun and failed is taken away again. Gives what starts the server."""
    check_python()
    check_folder(folder)
    print(STEPS[0], flush=True)
    check_files()
    try:
        return _install(folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _install(folder: Path) -> Path:
    print(STEPS[1], flush=True)
    shutil.copytree(HERE / "atlas", folder, dirs_exist_ok=True)
    print(STEPS[2], flush=True)
    venv.create(folder / ".venv", with_pip=True, symlinks=not ON_WINDOWS)
    print(STEPS[3], flush=True)
    install_libraries(folder)
    print(STEPS[4], flush=True)
    try_out(folder)
    return write_start(folder)


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    said = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run([str(python_of(folder)), *words], cwd=folder, env=os.environ | said, capture_output=True,
                          text=True, encoding="utf-8", errors="replace", check=False)


def main(words: list[str]) -> int:
    """Install to the folder named, and say how to start it or why it could not be done."""
    folder = Path(words[0] if words else "tenkai-atlas-installed").absolute()
    try:
        start = install(folder)
    except InstallError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    print(DONE.format(start=start, docs=folder / "docs" / "deployment.md"))
    return 0


if __name__ == "__main__":
    if ON_WINDOWS or sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
