"""Systems that share a corridor can be followed one by one on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.mapview import MapView

pytestmark = pytest.mark.browser

CLOSE_PX = 1.5
LANDING_SHARE = 300 / 2446
"""Of the line from Japan to Guam, what lies within 300 km of either landing, where lines must meet."""
SHARE_TOO_CLOSE = """([one, other, close, landing]) => {
  const points = (id) => {
    const line = document.querySelector(`path.line[data-id="${id}"]`);
    const steps = Math.ceil(line.getTotalLength() * 2);
    return Array.from({length: steps}, (_, i) => line.getPointAtLength(i / 2));
  };
  const [way, there] = [points(one), points(other)];
  const here = way.slice(way.length * landing, way.length * (1 - landing));
  const near = (p) => there.some((q) => Math.hypot(p.x - q.x, p.y - q.y) < close);
  return here.filter(near).length / here.length;
}"""


@pytest.mark.parametrize("zoom", [2, 3])
def test_the_cables_from_japan_to_guam_and_sydney_lie_side_by_side(
    map_address: str, open_page: Callable[..., Page], zoom: float
) -> None:
    atlas = MapView(open_page(map_address, width=1920))
    atlas.move(0, 150, zoom)
    assert atlas.run(SHARE_TOO_CLOSE, ["jga-north", "australia-japan-cable", CLOSE_PX, LANDING_SHARE]) < 0.15


def test_a_line_meets_its_landing_whatever_its_lane(map_address: str, open_page: Callable[..., Page]) -> None:
    atlas = MapView(open_page(map_address))
    ends = """() => {
      const p = document.querySelector('path.line[data-id="jga-north"]').getPointAtLength(0);
      const at = window.map.latLngToLayerPoint([35.043, 139.84]);
      return Math.hypot(p.x - at.x, p.y - at.y);
    }"""
    assert atlas.run(ends) < 3
