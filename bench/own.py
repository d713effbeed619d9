"""A file of 100,000 points that a person brings: how soon it is on the map, and how soon the map is filtered.

`python -m bench.own` measures and prints; `--write` also puts the table into docs/benchmarks.md.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, expect, sync_playwright

from bench.bringing import opened, painted, saved, table, until_said, uploaded
from bench.crowd import run
from bench.load import figures
from bench.process import cpu_ms_of
from bench.report import machine, save
from bench.served import SERVE, Served
from i18n import own_page as words
from i18n.text import Lang
from own.limits import MB, MOST_BYTES, MOST_ROWS
from tests.browser.mapview import MapView
from tests.browser.offline import launch, started
from tests.browser.settled import PATIENCE, settle

ROWS, MILLION = 100_000, 1_000_000
UPLOADS, CHANGES, WARM_UP = 3, 6, 1
OTHERS, THINK, SECONDS, FLIPS = 20, 5.0, 180.0, 4
"""How many people change their views, how often (seconds) and how long, while another brings the file and flips it."""
DRAWN = "() => document.querySelector('.atlas-crowd')?.dataset.rows"
SWITCH = """() => new Promise((done) => {
  const button = [...document.querySelectorAll(".atlas-legend .sections > section:last-of-type > button")][0];
  const start = performance.now();
  button.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
"""From the click to the frame in which the browser has painted what it drew."""
FETCHED = "() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /media/.test(name))"
INTRO = """## A person's own 100,000 points

`python -m bench.own --write`; a CSV of {rows:,} points with a name, a category of five and a number, {size:.1f} MB;
medians of {uploads} uploads, each in a new session, and of {changes} changes; {machine}, headless Chromium, load
average {load:.1f} at the end. A million rows are more than is read: the browser says so before it sends them. At the
end {others} people change their views every {think:.0f} s for {minutes:.0f} min, while another brings the file again
and again and switches it off and on.

| own points | seen | promise |
|---|---:|---|
"""
Seen = list[tuple[str, str, str]]


def main() -> None:
    """Measure, print and, if asked, write."""
    expect.set_options(timeout=PATIENCE)  # of settle, on a machine with other work
    with sync_playwright() as playwright, started(SERVE) as (address, process), TemporaryDirectory() as folder:
        browser = launch(playwright)
        file = saved(Path(folder), "towers.csv", table(ROWS))
        seen = [*shown(browser, address, process, file), *refused(browser, address, Path(folder)),
                *beside(browser, address, process, file)]
        size = file.stat().st_size / MB
        browser.close()
    text = "".join(f"| {name} | {figure} | {promise} |\n" for name, figure, promise in seen)
    print(text, f"load average {os.getloadavg()[0]:.1f}", sep="")
    if "--write" in sys.argv:
        told = {"rows": ROWS, "size": size, "uploads": UPLOADS, "changes": CHANGES, "others": OTHERS, "think": THINK,
                "minutes": SECONDS / 60}
        save("own", INTRO.format(machine=machine(), load=os.getloadavg()[0], **told) + text)


def shown(browser: Browser, address: str, process: int, file: Path) -> Seen:
    """Bring the file again and again; the last session then changes what shows of it."""
    seconds, changes = [], list[tuple[str, str, str]]()
    for visit in range(UPLOADS + 1):
        with opened(browser, address) as page:
            taken = uploaded(page, file, ROWS)
            seconds += [taken] if visit else []  # the first one warms up
            if visit == UPLOADS:
                changes = [*switched(MapView(page)), *ticked(page, process), *sent(page, address)]
    return [("upload to circles painted, s", f"{median(seconds):.1f}", "≤ 3"), *changes]


def switched(view: MapView) -> Seen:
    """Switch a category off and on in the legend."""
    seen = []
    for _ in range(WARM_UP + CHANGES):
        before = view.run(DRAWN)
        seen.append(float(view.run(SWITCH)))
        assert view.run(DRAWN) != before, "the switch changed nothing"
        settle(view.page)
    return [("switch in the legend: click to painted map, ms", f"{median(seen[WARM_UP:]):.0f}", "≤ 500")]


def ticked(page: Page, process: int) -> Seen:
    """Switch the layer off and on in the side bar, which asks the server."""
    view, seconds, cpu = MapView(page), [], []
    box = page.locator("[class*=st-key-layer-own] label").first
    for _ in range(WARM_UP + CHANGES):
        before, used = view.run(DRAWN), cpu_ms_of(process)
        box.click()
        seconds.append(painted(page, lambda rows, before=before: rows != before))  # type: ignore[misc]
        cpu.append(cpu_ms_of(process) - used)
    return [
        ("switch in the side bar: click to painted map, ms", f"{1000 * median(seconds[WARM_UP:]):.0f}", "≤ 500"),
        ("the same: CPU of the server, ms", f"{median(cpu[WARM_UP:]):.0f}", ""),
    ]


def sent(page: Page, address: str) -> Seen:
    """Weigh what the map fetched of the rows."""
    [found] = MapView(page).run(FETCHED)
    content = page.request.get(urljoin(address, found)).body()
    return [("bytes of the rows for the map", f"{len(gzip.decompress(content)):,}", ""),
            ("the same, packed, on their way", f"{len(content):,}", "")]


def refused(browser: Browser, address: str, folder: Path) -> Seen:
    """Bring a million rows, as a file within the size that is taken and as one beyond it."""
    short = "\n".join(("lat,lon", *["1,2"] * MILLION)).encode()
    long = b"lat,lon,name\n" + b"35.68,139.76,A tower\n" * MILLION
    assert len(short) <= MOST_BYTES < len(long)
    by_rows, by_size = f"{MOST_ROWS:,} rows", words.UNREAD[Lang.EN].partition("{most}")[0]
    return [(f"a million rows, {len(content) / MB:.0f} MB: what to do is said after, s",
             f"{until_said(browser, address, saved(folder, 'million.csv', content), said):.1f}", "≤ 2")
            for content, said in ((short, by_rows), (long, by_size))]


def beside(browser: Browser, address: str, process: int, file: Path) -> Seen:
    """Let others change their views while one person brings the file and switches it off and on, again and again."""
    with ThreadPoolExecutor(1) as others:
        served = Served(address, (process,))
        load = others.submit(asyncio.run, run(served, sessions=OTHERS, think=THINK, seconds=SECONDS))
        while not load.done():
            with opened(browser, address) as page:
                uploaded(page, file, ROWS)
                for _ in range(2 * FLIPS):
                    page.locator("[class*=st-key-layer-own] label").first.click()
                    page.wait_for_timeout(1000 * THINK)
    seen = figures(load.result())
    return [("others meanwhile: p95 of a change, s", f"{seen['p95 of a change, s']:.2f}", "≤ 1"),
            ("others meanwhile: errors", f"{seen['errors']:.0f}", "0"),
            ("memory of the server at the end, MB", f"{seen['memory of all processes at the end, MB']:.0f}", "")]


if __name__ == "__main__":
    main()
