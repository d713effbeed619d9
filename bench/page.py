"""Measure the whole page beside an empty Streamlit page and the naive map, in one run (`python -m bench.page`).

Each visit is by a new browser session to a server that was just started; the second visit is by the same one.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from functools import partial
from statistics import median

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.contenders import CONTENDERS, Contender
from bench.load import percentile
from bench.map import answer
from bench.process import cpu_ms_of
from bench.report import machine, save
from bench.waiting import wait
from tests.browser.offline import launch, watch_frames

VISITS, WARM_UP = 3, 2
GEOMETRY = re.compile(r"/static/atlas/(countries|rows|fine)")


@dataclass
class Seen:
    """What one page was seen to take: seconds of first visits, bytes of geometry by visit, and of each change."""

    first: list[float]
    geometry: list[int]
    seconds: list[float]
    cpu_ms: list[float]
    bytes: list[int]


def measure(browser: Browser, contender: Contender) -> Seen:
    """Visit several times, each server and session new; the last session comes again and makes the changes."""
    seen = Seen([], [], [], [], [])
    for visit in range(VISITS):
        with contender.serve() as (address, process):
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            seen.first.append(open_page(context, contender, address, seen.geometry))
            if visit == VISITS - 1:
                open_page(context, contender, address, seen.geometry)
                make_changes(context.pages[-1], contender, process, seen)
            context.close()
    return seen


def open_page(context: BrowserContext, contender: Contender, address: str, geometry: list[int]) -> float:
    """Open the page in a new tab; give the seconds until it is painted, and note its bytes of geometry."""
    page = context.new_page()
    if contender.asks_others:
        page.route("**/*", answer)
    loaded = watch_loads(page)
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    wait(page, lambda: contender.is_painted(page))
    seconds = time.perf_counter() - start
    page.wait_for_timeout(3000)  # what is loaded after the map counts as well
    geometry.append(sum(size for url, size in loaded.values() if GEOMETRY.search(url)))
    return seconds


def make_changes(page: Page, contender: Contender, process: int, seen: Seen) -> None:
    """Change the view and back, again and again; the first changes warm up."""
    sizes = watch_frames(page.context.new_cdp_session(page))
    for turn in range(WARM_UP + contender.changes):
        page.wait_for_timeout(1000)
        sizes.clear()
        cpu, start = cpu_ms_of(process), time.perf_counter()
        contender.click(page, turn)
        wait(page, partial(contender.is_changed, page, turn))
        seconds = time.perf_counter() - start
        page.wait_for_timeout(1000)
        if turn >= WARM_UP:
            seen.seconds.append(seconds)
            seen.cpu_ms.append(cpu_ms_of(process) - cpu)
            seen.bytes.append(sum(sizes))


def watch_loads(page: Page) -> dict[str, tuple[str, int]]:
    """List address and bytes over the network of each load of a page, by its id; 0 bytes came from the cache."""
    loads: dict[str, tuple[str, int]] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.responseReceived", lambda event: loads.update({event["requestId"]: (event["response"]["url"], 0)})
    )
    session.on(
        "Network.loadingFinished",
        lambda event: loads.update(
            {event["requestId"]: (loads.get(event["requestId"], ("",))[0], int(event["encodedDataLength"]))}
        ),
    )
    return loads


def table(empty: Seen, naive: Seen, ours: Seen) -> str:
    """Write what was seen side by side, as Markdown."""
    ratio = median(ours.first) / median(empty.first)
    lines = (
        ("first visit: painted, s", [f"{median(each.first):.2f}" for each in (empty, naive, ours)], "≤ 3"),
        ("the same beside the empty page", ["1.0", f"{median(naive.first) / median(empty.first):.1f}", f"{ratio:.1f}"],
         "≤ 2.5"),
        ("first visit: bytes of geometry", ["", "", f"{ours.geometry[0]:,}"], "≤ 300,000"),
        ("second visit: bytes of geometry", ["", "", f"{ours.geometry[-1]:,}"], "0"),
        ("change: click to painted, median, ms", [f"{1000 * median(s.seconds):.0f}" for s in (empty, naive, ours)], ""),
        ("change: click to painted, p95, ms",
         [f"{1000 * percentile(s.seconds, 95):.0f}" for s in (empty, naive, ours)], "≤ 250"),
        ("change: server CPU, median, ms", [f"{median(each.cpu_ms):.0f}" for each in (empty, naive, ours)], "≤ 80"),
        ("change: bytes over the websocket, unpacked",
         [f"{median(each.bytes):,.0f}" for each in (empty, naive, ours)], "≤ 20,000"),
    )
    head = "| the whole page | empty | naive | ours | budget |\n|---|---:|---:|---:|---|\n"
    return head + "".join(f"| {name} | {' | '.join(cells)} | {budget} |\n" for name, cells, budget in lines)


def main() -> None:
    """Measure the three pages, print the table and save it."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        empty, naive, ours = (measure(browser, contender) for contender in CONTENDERS)
        browser.close()
    found = table(empty, naive, ours)
    intro = (
        f"`python -m bench.page`; medians of {VISITS} first visits (server and browser session new each time)\n"
        f"and of {CONTENDERS[-1].changes} changes; {machine()}, headless Chromium. Empty is a Streamlit page with one\n"
        "button; naive holds a map and buttons only; ours is the page with all its panels, a layer switched in the\n"
        "side bar. The budgets are for a machine on which a change of the naive page takes 1.3 s.\n"
    )
    print(found)
    save("page", f"## The whole page\n\n{intro}\n{found}")


if __name__ == "__main__":
    main()
