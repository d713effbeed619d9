"""The map inside its frame, as a test sees it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import FrameLocator, Page

from tests.browser.settled import PATIENCE

MAP = 'iframe[data-testid="stCustomComponentV1"]'
SHOWN = """(layer) => new Set(
  [...document.querySelectorAll(`path.${layer}:not(.off)`)].map((path) => path.dataset.id)).size"""
VIEW = "() => { const at = window.map.getCenter(); return [at.lat, at.lng, window.map.getZoom()]; }"
MIDDLE_OF_A_LINE = """(id) => {
  const line = document.querySelector(`path.line[data-id="${id}"]`);
  const at = line.getPointAtLength(line.getTotalLength() / 2);
  const on = new DOMPoint(at.x, at.y).matrixTransform(line.getScreenCTM());
  return [on.x, on.y, document.elementFromPoint(on.x, on.y).dataset.id];
}"""


class MapView:
    """Questions to the map of a page and a hand on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.frame: FrameLocator = page.frame_locator(MAP)
        self.frame.locator(".atlas-legend .sections").wait_for(state="attached", timeout=PATIENCE)

    def run(self, script: str, argument: object = None) -> Any:
        """Run a script inside the map's frame."""
        return self.frame.locator("#map_div").evaluate(f"(_, argument) => ({script})(argument)", argument)

    def count(self, selector: str) -> int:
        """Count elements of the map."""
        return self.frame.locator(selector).count()

    def shown(self, layer: str) -> int:
        """Count the rows of a layer that are to be seen."""
        return int(self.run(SHOWN, layer))

    def wait_for(self, layer: str, count: int) -> None:
        """Wait until so many rows of a layer show."""
        self.run(f"""([layer, count]) => new Promise((done, fail) => {{
          const late = Date.now() + {PATIENCE};
          const look = () => ({SHOWN})(layer) === count ? done()
            : Date.now() > late ? fail(new Error(`${{layer}}: ${{({SHOWN})(layer)}}, not ${{count}}`))
            : setTimeout(look, 10);
          look();
        }})""", [layer, count])

    def until(self, script: str) -> None:
        """Wait until a script of the map's frame says true; fails when even a busy machine had time for it."""
        self.run(f"""() => new Promise((done, fail) => {{
          const late = Date.now() + {PATIENCE};
          const look = () => ({script})() ? done()
            : Date.now() > late ? fail(new Error("not in time")) : setTimeout(look, 10);
          look();
        }})""")

    def view(self) -> list[float]:
        """Give the latitude and longitude of the centre, and the zoom."""
        return list(self.run(VIEW))

    def move(self, lat: float, lon: float, zoom: float) -> None:
        """Move the map as a reader would, and let its follow-up work run out."""
        self.run("([lat, lon, zoom]) => { window.map.setView([lat, lon], zoom, {animate: false}); }", [lat, lon, zoom])
        self.page.wait_for_timeout(400)

    def click_at(self, lat: float, lon: float) -> None:
        """Click on a place of the map."""
        self.point_at(lat, lon)
        self.page.mouse.down()
        self.page.mouse.up()

    def point_at(self, lat: float, lon: float) -> None:
        """Bring the pointer over a place of the map."""
        x, y = self.run("(at) => { const p = window.map.latLngToContainerPoint(at); return [p.x, p.y]; }", [lat, lon])
        box = self.page.locator(MAP).bounding_box()
        assert box
        self.page.mouse.move(box["x"] + x, box["y"] + y)

    def click_line(self, row_id: str) -> str:
        """Click on the middle of a line; give the id of the line that lies on top there."""
        *at, on_top = self.run(MIDDLE_OF_A_LINE, row_id)
        self.click_pixel(at)
        return str(on_top)

    def click_pixel(self, at: list[float]) -> None:
        """Click on a point given in the frame's pixels."""
        box = self.page.locator(MAP).bounding_box()
        assert box
        self.page.mouse.click(box["x"] + at[0], box["y"] + at[1])
