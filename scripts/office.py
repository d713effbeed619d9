"""Find a LibreOffice for the tests of workbooks, Word files and slides, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from scripts.browser import starts

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-calc-nogui", "libreoffice-writer-nogui", "libreoffice-impress-nogui")
PARTS = ("libsclo.so", "libswlo.so", "libsdlo.so")  # of Calc, Writer, Impress: Debian has each in a package of its own
HELP = "No LibreOffice with Calc, Writer and Impress for the tests: install it, then run make again."
LONGEST = 300  # seconds; the first start on a slow machine


@cache
def find() -> str | None:
    """Give the path of a LibreOffice that starts and has Calc, Writer and Impress; None when there is none."""
    return next((path for path in map(shutil.which, NAMES) if path and is_whole(Path(path)) and starts(path)), None)


def is_whole(program: Path) -> bool:
    """Tell whether Calc, Writer and Impress stand beside a program; elsewhere than on Linux they always do."""
    return sys.platform != "linux" or all((program.resolve().parent / part).exists() for part in PARTS)


def install() -> None:
    """Install LibreOffice's Calc, Writer and Impress with apt, which needs root."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (("update",), ("install", "--yes", "--no-install-recommends", *PACKAGES)):
            subprocess.run(["apt-get", "--quiet", *words], check=False, stdout=subprocess.DEVNULL)
        find.cache_clear()


def save_as(kind: str, file: Path, folder: Path, *, fonts: Path | None = None) -> Path:
    """Let LibreOffice open a file and save it into a folder as `pdf` or `xlsx`, say; give the new file.

    `fonts` is a file for fontconfig that says which fonts there are.
    """
    profile = (folder / "profile").resolve().as_uri()
    command = [main(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(folder), str(file)], capture_output=True, timeout=LONGEST, check=True,
                   env={**os.environ, **({"FONTCONFIG_FILE": str(fonts)} if fonts else {})})
    return folder / f"{file.stem}.{kind}"


def main() -> str:
    """Give the path of a LibreOffice, installed first if need be; stops with one sentence when there is none."""
    if find() is None:
        print("Installing LibreOffice for the tests of office files (once) ...", flush=True)
        install()
    return find() or sys.exit(HELP)


if __name__ == "__main__":
    main()
