"""Text from data stays text on the map, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from render.web_files import FOLDER
from tests.browser.mapview import MapView
from tests.browser.offline import APPS, Traffic, serving

pytestmark = pytest.mark.browser

START = "</script><script>window.__pwned=1</script><img src=x onerror="
TIPS = """() => [...document.querySelectorAll('path.leaflet-interactive')].map((path) => {
  const over = (kind) => path.dispatchEvent(new MouseEvent(kind, {bubbles: true, clientX: 400, clientY: 200}));
  over('mouseover');
  const words = document.querySelector('.atlas-tip').textContent;
  over('mouseout');
  return words;
})"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(APPS / "payloads.py") as where:
        yield where
    for path in FOLDER.glob("*.js"):
        if "__pwned" in path.read_text("utf-8"):
            path.unlink()


def test_a_script_in_a_field_is_read_and_never_run(
    address: str, open_page: Callable[..., Page], traffic: Traffic
) -> None:
    atlas = MapView(open_page(address))
    tips = atlas.run(TIPS)
    clean = [words for words in tips if START not in words]  # areas that no table names, only the outlines
    assert len(tips) > 600
    assert len(clean) < 45
    atlas.move(36, 140, 5)
    assert START in atlas.frame.locator(".name").first.inner_text()
    mark = atlas.run("() => document.querySelector('path.mark:not(.off)').dataset.id")
    assert START in mark
    atlas.frame.locator("path.mark:not(.off)").first.dispatch_event("click", {"clientX": 5, "clientY": 5})
    atlas.page.wait_for_timeout(800)
    assert [frame.evaluate("window.__pwned") for frame in atlas.page.frames] == [None] * len(atlas.page.frames)
    assert (traffic.outside, traffic.failed, traffic.errors) == ([], [], [])
