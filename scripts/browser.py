"""Find a headless Chromium for the browser tests, or install one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
HELP = "No Chromium for the browser tests: install chromium or google-chrome, then run make again."


@cache
def find() -> str | None:
    """Give the path of a Chromium that starts: one on the PATH, else playwright's own, else None."""
    on_path = [path for path in map(shutil.which, NAMES) if path and starts(path)]
    return on_path[0] if on_path else _playwrights_own()


def starts(path: str) -> bool:
    """Tell whether a browser answers; on some systems `chromium-browser` only advises another package."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install() -> None:
    """Install a Chromium with apt when root, else (or when that gives none) playwright's own."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update", "--quiet")
        _run("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium")
        find.cache_clear()
    if find() is None:
        _run(sys.executable, "-m", "playwright", "install", "chromium")
        find.cache_clear()


def install_driver() -> None:
    """Install the driver through which selenium speaks to Chromium, where it is missing and apt can."""
    if not shutil.which("chromedriver") and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium-driver")


def main() -> str:
    """Give the path of a Chromium, installed first if need be; stops with one sentence when there is none."""
    if find() is None:
        print("Installing a headless Chromium for the browser tests (once) ...", flush=True)
        install()
    return find() or sys.exit(HELP)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # not needed, and slow, when there is one on the PATH

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() and starts(path) else None


def _run(*command: str) -> None:
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
    if "--driver" in sys.argv:
        install_driver()
