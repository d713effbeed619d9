"""A map in a browser, looked at: opened, its world put into the window, photographed and judged.

On a closed network nothing but this machine answers. "Helped" is the same with the files that a map asks of others
answered from here: Leaflet, sea-coloured tiles, and nothing for what is only decoration.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Error, Frame, Page, Route

from bench.judge import PLACES, verdict
from bench.map import answer
from bench.peers.peer import SIZE, Place

KNOW = """let leaflet;
Object.defineProperty(window, "L", { configurable: true, get: () => leaflet, set: (value) => {
  leaflet = value;
  leaflet.Map.addInitHook(function () { window.benchedMap = this; });
} });"""
"""Every map tells where it is as soon as it is made, also one that no name leads to."""
DRAWN = "() => (window.benchedMap?.getContainer().querySelectorAll('path').length ?? 0) > 100"
SHOW = """() => {
  const box = benchedMap.getContainer();
  box.style.cssText += ";position:fixed!important;inset:0;width:100vw!important;height:100vh!important;z-index:99999";
  benchedMap.invalidateSize({ animate: false });
  benchedMap.setView([15, 150], 2, { animate: false });
}"""
LOCATE = """(places) =>
  places.map(([lon, lat]) => benchedMap.latLngToContainerPoint([lat, lon])).map(({ x, y }) => [x, y])"""
DRESS = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""
ALONE = ".leaflet-control-container { display: none } " \
        "iframe { position: fixed !important; inset: 0; width: 100vw !important; height: 100vh !important; z-index: 9 }"
TILE = re.compile(r"^https://.*/\d+/\d+/\d+(@2x)?\.png")
SEA_OF_TILES = (170, 211, 223)  # the sea of OpenStreetMap's own tiles
CLOSED_S, HELPED_S = 20.0, 90.0
"""How long a map is waited for; one that has all that it asks for is drawn sooner or later."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a map gives: its verdict, and the seconds until it was drawn (0 where it never was)."""

    verdict: str
    seconds: float


def look(browser: Browser, address: str, picture: Path, *, helped: bool) -> Look:
    """Open a map and judge what is seen of it."""
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, reduced_motion="reduce")
    context.add_init_script(KNOW)
    page = context.new_page()
    if helped:
        page.route("**/*", help_out)
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    frame = drawn_frame(page, HELPED_S if helped else CLOSED_S)
    seconds = time.perf_counter() - start if frame else 0.0
    found = photograph(page, frame, picture) if frame else [[]]
    context.close()
    said = [verdict(picture, places) for places in found]
    return Look(min(said, key=lambda each: each.startswith("fails")), seconds)


def drawn_frame(page: Page, seconds: float) -> Frame | None:
    """Wait for a frame in which a world is drawn; None when none is by then."""
    late = time.monotonic() + seconds
    while time.monotonic() < late:
        for frame in page.frames:
            with suppress(Error):  # a frame that is thrown away while it is asked
                if frame.evaluate(DRAWN):
                    return frame
        page.wait_for_timeout(100)
    return None


def photograph(page: Page, frame: Frame, picture: Path) -> list[list[Place]]:
    """Photograph the whole world alone; gives where places lie, as they are and as a map to 330° E has them."""
    for each in {page.main_frame, frame}:
        each.evaluate(DRESS, ALONE)
    frame.evaluate(SHOW)
    page.wait_for_timeout(1500)
    page.screenshot(path=picture)
    further = [(lon + 360 if lon < -30 else lon, lat) for lon, lat in PLACES]
    return [frame.evaluate(LOCATE, [*map(list, places)]) for places in (PLACES, further)]


def help_out(route: Route) -> None:
    """Answer for other hosts; a tile is plain sea, so that land stands out by its own colour."""
    url = route.request.url
    if url.startswith("file:"):
        route.continue_()
    elif TILE.search(url):
        route.fulfill(body=_tile(), content_type="image/png")
    else:
        answer(route)


def _tile() -> bytes:
    out = BytesIO()
    Image.new("RGB", (256, 256), SEA_OF_TILES).save(out, "PNG")
    return out.getvalue()
