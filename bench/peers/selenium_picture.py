"""Folium photographed by selenium, as folium's own PNG export does it; helped, Leaflet comes from this machine."""

from __future__ import annotations

import atexit
import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import folium
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from bench.peers.peer import COLOURS, SIZE, Facts, Locate, Place, answer, is_helped

LEAFLET = Path(__file__).resolve().parents[2] / "static" / "vendor" / "leaflet"
DRIVER = "/usr/bin/chromedriver"


class LocalMap(folium.Map):
    """A map that loads Leaflet from disk and nothing else."""

    default_js = [("leaflet", (LEAFLET / "leaflet.js").as_uri())]  # noqa: RUF012  as folium declares it
    default_css = [("leaflet_css", (LEAFLET / "leaflet.css").as_uri())]  # noqa: RUF012


@cache
def read_outlines(path: str) -> dict[str, object]:
    """Read the outlines once."""
    found: dict[str, object] = json.loads(Path(path).read_text("utf-8"))
    return found


@cache
def browser() -> webdriver.Chrome:
    """Start the browser once."""
    options = Options()
    for word in ("--headless=new", "--no-sandbox", f"--window-size={SIZE[0]},{SIZE[1]}", "--hide-scrollbars"):
        options.add_argument(word)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    atexit.register(driver.quit)
    driver.set_window_size(SIZE[0], SIZE[1] + _frame_height(driver))
    return driver


def draw(facts: Facts, out: Path) -> Locate | None:
    """Build the page, open it and take its picture; without Leaflet nobody can say where a place lies."""
    world = (LocalMap if is_helped() else folium.Map)(location=(10, 150), zoom_start=2, tiles=None, zoom_control=False)
    folium.GeoJson(read_outlines(facts.outlines), style_function=lambda feature: {
        "fillColor": COLOURS["adopter" if feature["properties"]["iso_a3"] in facts.adopters else "land"],
        "color": "#a9a9a2", "weight": 0.5, "fillOpacity": 1,
    }).add_to(world)
    for line in facts.cables:
        way = [(lat, lon) for lon, lat in line]
        folium.PolyLine(way, color=COLOURS["cable"], weight=1.5).add_to(world)  # type: ignore[no-untyped-call]
    for lon, lat in facts.sites:
        folium.CircleMarker((lat, lon), radius=4, fill=True, fill_opacity=1, color=COLOURS["site"]).add_to(world)
    sea = f"<style>.leaflet-container {{ background: {COLOURS['sea']} }}</style>"
    root: Any = world.get_root()
    root.header.add_child(folium.Element(sea))
    page = out.with_suffix(".html")
    world.save(page)
    browser().get(page.as_uri())
    browser().save_screenshot(str(out))
    name = world.get_name()
    if not browser().execute_script("return Boolean(window.L)"):
        return None

    def locate(place: Place) -> Place:
        lon, lat = place
        at = browser().execute_script(f"const p = {name}.latLngToContainerPoint([{lat}, {lon}]); return [p.x, p.y];")
        return float(at[0]), float(at[1])

    return locate


def _frame_height(driver: webdriver.Chrome) -> int:
    return int(driver.execute_script("return window.outerHeight - window.innerHeight"))


if __name__ == "__main__":
    answer(draw, f"folium {version('folium')}, selenium {version('selenium')}")
