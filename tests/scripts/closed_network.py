"""From the archive to a page in use, in a network namespace where nothing can be reached (`python -m` this, apart).

    unshare --map-root-user --net python -m tests.scripts.closed_network ARCHIVE FOLDER

Prints one JSON object: what was seen at each step.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import expect, sync_playwright

from scripts.bundle import NAME
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic, free_port, launch, wait_for
from tests.browser.settled import PATIENCE, settle
from tests.closed.namespace import is_alone, wake_loopback

VIEW = "layers=isdbt,cables,datacenters"
FILTERED = "29 rows shown"  # adopters and data centres
MADE = {
    "map.png": ("export", "map.png", VIEW), "map.pptx": ("export", "map.pptx", VIEW),
    "map.html": ("export", "map.html", VIEW), "deck.pptx": ("deck", "deck.pptx", "region=oceania"),
}


def install(archive: Path, folder: Path) -> Path:
    """Unpack and run the installer as its README says."""
    with ZipFile(archive) as packed:
        packed.extractall(folder)
    target = folder / "installed"
    subprocess.run(["sh", str(folder / NAME / "install.sh"), str(target)], check=True, stdout=sys.stderr)
    return target


def make_files(installed: Path) -> dict[str, int]:
    """Make a picture, a slide, a map in one file and a deck in the terminal; gives their sizes in bytes."""
    for words in MADE.values():
        subprocess.run([".venv/bin/python", "cli.py", *words], cwd=installed, check=True, stdout=sys.stderr)
    return {name: (installed / name).stat().st_size for name in MADE}


def use_page(installed: Path) -> dict[str, object]:
    """Start the server as its README says, open the page, filter it; tells what the browser asked for outside."""
    port = free_port()
    server = subprocess.Popen(["./start.sh"], cwd=installed, env=os.environ | {"PORT": str(port)}, stdout=sys.stderr)
    try:
        wait_for(f"http://localhost:{port}", server)
        return _use(f"http://localhost:{port}/?layers=isdbt&lang=en")
    finally:
        server.terminate()
        server.wait(timeout=60)


def _use(address: str) -> dict[str, object]:
    traffic = Traffic()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, launch(playwright) as browser:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        traffic.watch(page)
        page.goto(address)
        settle(page)
        atlas = MapView(page)
        page.get_by_test_id("stCheckbox").filter(has_text="Data centres").click()
        expect(page.locator(".st-key-chips").get_by_text(FILTERED)).to_be_visible()
        settle(page)
        marks = atlas.count("path.mark:not(.off)")
    return {"marks": marks, "outside": traffic.outside, "failed": traffic.failed, "errors": traffic.errors}


def main(archive: Path, folder: Path) -> dict[str, object]:
    """Do all of it and give what was seen."""
    wake_loopback()
    seen: dict[str, object] = {"alone": is_alone()}
    for step, run in (("install", lambda: str(install(archive, folder))),
                      ("files", lambda: make_files(folder / "installed")),
                      ("page", lambda: use_page(folder / "installed"))):
        began = time.monotonic()
        seen[step] = run()
        seen[f"{step}, s"] = round(time.monotonic() - began, 1)
    return seen


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2])), ensure_ascii=False))
