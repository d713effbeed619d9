"""The crowd of a person's own in the mailed map: circles, tips, filters, search and facts without our program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from i18n.text import Lang
from layers.base import Layer
from layers.registry import bringing
from render.onefile.page import to_html
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.browser.offline import Traffic
from tests.render.picture.crowds import ROWS, crowd, crowded

pytestmark = pytest.mark.browser
SHOW_MAP = """() => {
  let atlas;
  Object.defineProperty(window, "atlas", { get: () => atlas, set(made) {
    atlas = { ...made, mount(map, ...more) { window.seen = map; return made.mount(map, ...more); } };
  } });
}"""
"""The page keeps its map to itself; a test must know where on it a place is."""
TIP = """(at) => {
  const [spot, box] = [window.seen.latLngToContainerPoint(at), document.getElementById("map")];
  const { left, top } = box.getBoundingClientRect();
  const more = { bubbles: true, clientX: left + spot.x, clientY: top + spot.y };
  document.querySelector(".leaflet-marks-pane").dispatchEvent(new PointerEvent("pointermove", more));
  document.querySelector(".crowd-catcher").dispatchEvent(new MouseEvent("mouseover", more));
  return [...document.querySelector(".atlas-tip").innerText.split("\\n")];
}"""
JAKARTA, SUVA = (-6.2, 106.8), (-18.1, 178.4)


@pytest.fixture(scope="module")
def layer() -> Layer:
    return crowd()


@pytest.fixture(scope="module")
def file(layer: Layer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mail") / "crowd.html"
    with bringing([layer]):
        out.write_bytes(to_html(crowded(layer)))
    return out


@pytest.fixture
def page(file: Path, open_page: Callable[..., Page], traffic: Traffic) -> Page:
    opened = open_page("about:blank")
    opened.add_init_script(f"({SHOW_MAP})()")
    opened.goto(file.as_uri())
    drawn(opened, ROWS)
    return opened


def drawn(page: Page, count: int) -> None:
    """Wait until the circles hold so many rows, and the line above the map and the legend say so."""
    page.wait_for_function(f"() => document.querySelector('.atlas-crowd')?.dataset.rows === '{count}'")
    expect(page.locator("#chips b")).to_contain_text(str(count))


def test_circles_say_in_either_language_what_they_hold(page: Page, traffic: Traffic) -> None:
    assert page.evaluate(TIP, JAKARTA)[:3] == ["無線局 150件", "所 120件", "他 30件"]
    assert page.evaluate(TIP, SUVA) == ["地点1", "所"]
    expect(page.locator(".atlas-legend")).to_contain_text("円の面積は件数")
    page.get_by_role("button", name="English").click()
    assert page.evaluate(TIP, JAKARTA)[-1] == "Click to zoom in"
    expect(page.locator(".atlas-legend")).to_contain_text("Circle area: number of rows")
    assert (traffic.outside, traffic.errors) == ([page.url], [])


def test_filters_and_switches_leave_the_rows_that_the_program_leaves(page: Page, layer: Layer) -> None:
    page.get_by_label("東南アジア").check()
    drawn(page, crowded(layer, "region=southeast_asia").count)
    page.locator(".atlas-legend section button", has_text="他").click()
    field = layer.field(layer.coloured_by)
    others = ",".join(each.code for each in field.categories if each.label[Lang.JA] != "他")
    with bringing([layer]):
        asked = read_choice(f"layers={layer.id}&region=southeast_asia&{layer.id}.{field.id}={others}")
        drawn(page, build_scene(asked.choice).count)
    expect(page.locator("#leaves")).to_contain_text("160件中")


def test_search_finds_a_row_by_its_name_and_opens_it_with_all_that_it_says(page: Page) -> None:
    page.locator("#search").fill("地点 400")
    page.locator("#found li", has_text="地点400").first.click()
    expect(page.locator("#told h3")).to_have_text("地点400")
    for words in ("他", "12", "139.7"):
        expect(page.locator("#told dd", has_text=words).first).to_be_visible()
    expect(page.locator("#map .leaflet-rings-pane path")).to_have_count(2)
    page.wait_for_function("() => window.seen.getZoom() > 4")


def test_a_country_lists_the_first_rows_of_its_crowd(page: Page) -> None:
    page.locator("path.country[data-id='JPN']").first.dispatch_event("click", {"clientX": 5, "clientY": 5})
    expect(page.locator("#told details")).to_have_count(50)
    expect(page.locator("#told")).to_contain_text("400件中 1–50件")
