"""Find nginx, openssl and systemd-analyze for the tests of deploy/, or install them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PROGRAMS = ("nginx", "openssl", "systemd-analyze")
PACKAGES = ("nginx", "openssl", "systemd")
SYSTEM_FOLDERS = "/usr/sbin:/sbin"
"""Where nginx lies, and where a shell of an ordinary person does not look."""
HELP = "No nginx, openssl and systemd for the tests of deploy/: install them, then run make again."


def find(program: str = "nginx") -> str | None:
    """Give the path of nginx or of another program; None when it is not there."""
    return shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), SYSTEM_FOLDERS]))


def install() -> None:
    """Install them with apt, which needs root."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (("update",), ("install", "--yes", "--no-install-recommends", *PACKAGES)):
            subprocess.run(["apt-get", "--quiet", *words], check=False, stdout=subprocess.DEVNULL)


def main() -> str:
    """Give the path of nginx, installed first if need be; stops with one sentence when there is none."""
    if not all(map(find, PROGRAMS)):
        print("Installing nginx for the tests of deploy/ (once) ...", flush=True)
        install()
    found = [find(program) for program in PROGRAMS]
    return (all(found) and found[0]) or sys.exit(HELP)


if __name__ == "__main__":
    main()
