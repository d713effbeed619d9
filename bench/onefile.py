"""The one-file map: how fast it is made, how large it is, and what it asks for in a namespace without a network.

`python -m bench.onefile` measures and prints; `--write` also puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.report import machine, save
from geo.files import ROOT
from render.onefile.page import to_html
from tests.browser.offline import launch
from tests.render.onefile.documents import VIEWS, scene_of

ALONE = ("unshare", "--map-root-user", "--net")
"""Starts a program in a network namespace of its own, in which nothing can be reached."""
SEEDS = ("1", "2")
SHOWN = "document.querySelectorAll('#map path.line:not(.off), #map path.mark:not(.off)').length"
OCEANIA = "fieldset.codes label:has-text('大洋州')"
INTRO = """## The map in one file

`python -m bench.onefile --write`; {views} views; {machine}, load average {load:.1f} at the end. Each view is
written in two processes with other hash seeds; the first is opened from disk by Chromium in an empty network namespace.

| one file | seen | promise |
|---|---:|---|
"""


def main() -> None:
    """Measure, print and, if asked, write."""
    text = "".join(f"| {name} | {seen} | {promise} |\n" for name, seen, promise in measured())
    print(text)
    if "--write" in sys.argv:
        save("onefile", INTRO.format(views=len(VIEWS), machine=machine(), load=os.getloadavg()[0]) + text)


def measured() -> list[tuple[str, object, str]]:
    """List what was seen beside what was promised."""
    one, other = (run_in_process("--views", PYTHONHASHSEED=seed) for seed in SEEDS)
    equal = sum(a["digest"] == b["digest"] for a, b in zip(one, other, strict=True))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "atlas.html"
        file.write_bytes(to_html(scene_of("")))
        seen = run_in_process("--open", str(file), before=ALONE)
    return [
        ("first view in a new process, s", f"{one[0]['s']:.1f}", ""),
        ("further views, median, s", f"{statistics.median(each['s'] for each in one[1:]):.2f}", ""),
        ("bytes, largest", f"{max(each['bytes'] for each in one):,}", ""),
        ("bytes packed, largest", f"{max(each['packed'] for each in one):,}", "≤ 2,000,000"),
        ("views with the same bytes twice", f"{equal} of {len(VIEWS)}", "all"),
        ("requests besides the file", seen["requests"], "0"),
        ("errors and warnings on the console", seen["errors"], "0"),
        ("opened and drawn, s", f"{seen['ready_s']:.1f}", ""),
        ("lines and marks on the map; under a filter", f"{seen['shown']}; {seen['filtered']}", "map, filter"),
        ("first result for トンガ", seen["found"], "search"),
    ]


def run_in_process(*asked: str, before: tuple[str, ...] = (), **environment: str) -> Any:
    """Run a part of this benchmark in a new process; it answers in JSON."""
    command = [*before, sys.executable, "-m", "bench.onefile", *asked]
    answer = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=True, text=True)
    return json.loads(answer.stdout)


def write_views() -> list[dict[str, object]]:
    """Write every view and tell how long it took, how large it is and what it holds."""
    found = []
    for query in VIEWS:
        start = time.perf_counter()
        content = to_html(scene_of(query))
        taken = time.perf_counter() - start
        found.append({"s": taken, "bytes": len(content), "packed": len(zlib.compress(content)),
                      "digest": sha256(content).hexdigest()})
    return found


def open_file(file: Path) -> dict[str, object]:
    """Open a file from disk, filter and search, and tell what was seen and what was asked for."""
    asked, errors = list[str](), list[str]()
    with sync_playwright() as playwright:
        page = launch(playwright).new_page(viewport={"width": 1440, "height": 900})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda said: errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        start = time.perf_counter()
        page.goto(file.as_uri())
        page.wait_for_function(f"{SHOWN} > 0")
        ready = time.perf_counter() - start
        shown = page.evaluate(SHOWN)
        page.locator(OCEANIA).click()
        filtered = page.evaluate(SHOWN)
        page.locator("#search").fill("トンガ")
        found = page.locator("#found li b").first.inner_text()
    return {"requests": len(asked) - 1, "errors": len(errors), "ready_s": ready, "shown": shown,
            "filtered": filtered, "found": found}


if __name__ == "__main__":
    if "--views" in sys.argv:
        print(json.dumps(write_views()))
    elif "--open" in sys.argv:
        print(json.dumps(open_file(Path(sys.argv[-1]))))
    else:
        main()
