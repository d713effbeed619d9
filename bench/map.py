"""Measure a filter change of the map, ours beside the naive way, in one run; write docs/benchmarks.md's section.

Both apps are served by Streamlit on this machine and opened in headless Chromium. What the naive app asks of
other hosts is answered from static/vendor, or with an empty file where only decoration is meant.
"""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass

from playwright.sync_api import Browser, Error, Frame, Page, Route, sync_playwright

from bench.process import cpu_ms_of
from bench.report import machine, save
from bench.served import stock
from bench.waiting import wait
from tests.browser.offline import APPS, ROOT, is_local, launch, running, watch_frames

CHANGES = 12
VIEW = (-8.25, 171.5, 4.0)
LEAFLET = ROOT / "static" / "vendor" / "leaflet"
OURS = "() => new Set([...document.querySelectorAll('path.cables:not(.off)')].map((p) => p.dataset.id)).size"
NAIVE = "() => document.querySelectorAll('path.leaflet-interactive:not([fill=\"#e4e4de\"])').length"
AT = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


@dataclass(frozen=True, slots=True)
class Contender:
    """An app, how it is served and what it shows is counted, and the counts after each of its buttons.

    The buttons are pressed in turn: Streamlit sends again by name only what was sent in the last two runs, and so few
    views would be a gift to whoever sends much.
    """

    name: str
    serve: Callable[[], AbstractContextManager[tuple[str, int]]]
    count: str
    shows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """Medians over the changes, and whether the reader's view was still there after each."""

    bytes: float
    seconds: float
    cpu_ms: float
    kept: bool


CONTENDERS = (
    Contender("naive", lambda: stock(ROOT / "bench" / "naive_app.py"), NAIVE,
              {"planned": 7, "completed": 5, "running": 1, "default": 20}),
    Contender("ours", lambda: running(APPS / "map_only.py"), OURS,
              {"planned": 11, "isdbt": 0, "all": 98, "default": 83}),
)


def measure(browser: Browser, contender: Contender) -> Result:
    """Press the buttons in turn and measure each change from the click to the restyled map."""
    with contender.serve() as (address, process):
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.route("**/*", answer)
        page.goto(address)
        wait(page, lambda: count(page, contender.count) == contender.shows["default"])
        sizes = watch_frames(page.context.new_cdp_session(page))
        changes = [change(page, contender, turn, sizes, lambda: cpu_ms_of(process)) for turn in range(CHANGES)]
        page.context.close()
    sent, seconds, cpu, kept = zip(*changes[2:], strict=True)  # the first two warm up
    return Result(statistics.median(sent), statistics.median(seconds), statistics.median(cpu), all(kept))


def change(
    page: Page, contender: Contender, turn: int, sizes: list[int], cpu_ms: Callable[[], float]
) -> tuple[int, float, float, bool]:
    """Make one change; give bytes, seconds, CPU of the server in ms, and whether the view was kept."""
    button = [*contender.shows][turn % len(contender.shows)]
    lat, lon, zoom = VIEW
    frame = the_map(page)
    frame.evaluate(f"() => {{ window.map.setView([{lat}, {lon}], {zoom}, {{animate: false}}); }}")
    page.wait_for_timeout(1500)
    before, cpu = frame.evaluate(AT), cpu_ms()
    sizes.clear()
    start = time.perf_counter()
    page.get_by_role("button", name=button, exact=True).click()
    wait(page, lambda: count(page, contender.count) == contender.shows[button])
    seconds = time.perf_counter() - start
    page.wait_for_timeout(1500)
    return sum(sizes), seconds, cpu_ms() - cpu, the_map(page).evaluate(AT) == before


def the_map(page: Page) -> Frame:
    """Give the frame that holds the map now."""
    frames = [frame for frame in page.frames if "st_folium" in frame.url]
    if not frames:
        raise Error("no map yet")
    return frames[-1]


def count(page: Page, script: str) -> int:
    """Count on the map; -1 while there is none."""
    with suppress(Error):  # the naive map throws its frame away while it is being asked
        return int(the_map(page).evaluate(script))
    return -1


def answer(route: Route) -> None:
    """Let requests to this machine through; answer the others from static/vendor or with nothing."""
    url = route.request.url
    if is_local(url):
        route.continue_()
    elif re.search(r"/leaflet\.(js|css)$", url):
        route.fulfill(path=LEAFLET / url.rsplit("/", 1)[1])
    else:
        route.fulfill(body="", content_type="text/css" if url.endswith(".css") else "text/javascript")


def table(naive: Result, ours: Result) -> str:
    """Write the results side by side, with ratios, as Markdown."""
    lines = [
        ("bytes over the websocket", naive.bytes, ours.bytes, "≤ 10,000 for the map"),
        ("click to restyled, ms", naive.seconds * 1000, ours.seconds * 1000, "≤ 350"),
        ("server CPU, ms", naive.cpu_ms, ours.cpu_ms, "≤ 120 for the whole page"),
    ]
    head = "| one filter change | naive | ours | ratio | budget |\n|---|---:|---:|---:|---|\n"
    body = "".join(f"| {name} | {a:,.0f} | {b:,.0f} | {a / b:,.1f} | {budget} |\n" for name, a, b, budget in lines)
    kept = ["kept" if result.kept else "lost" for result in (naive, ours)]
    return f"{head}{body}| zoom and centre | {kept[0]} | {kept[1]} | | kept |\n"


def main() -> tuple[Result, Result]:
    """Measure both, print the table and save it; gives the naive way and ours."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        naive, ours = (measure(browser, contender) for contender in CONTENDERS)
        browser.close()
    found = table(naive, ours)
    intro = (
        "## The map: one filter change\n\n"
        f"`make bench`; medians of {CHANGES - 2} changes after two to warm up; {machine()}, headless\n"
        "Chromium. Both apps hold the same countries and nothing but a map and buttons. Naive is a stock\n"
        "`folium.Choropleth` through `st_folium` (20 adopters), its assets served from this machine; ours is the\n"
        "default view with all its layers.\n\n"
    )
    print(found)
    save("map", intro + found)
    return naive, ours


if __name__ == "__main__":
    main()
