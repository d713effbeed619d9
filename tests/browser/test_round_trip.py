"""Any view, as the link that the page writes, opened in a new browser session: same rows, legend and extent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, expect

from geo.countries import read_countries
from layers.registry import find_layers
from layers.rows import read_rows
from render.leaf import open_leaf
from scene.choice import MOST_SELECTED, Choice
from scene.grammar import write_choice
from scene.scene import build_scene
from tests.browser.mapview import MapView
from tests.browser.settled import PATIENCE, settle
from tests.profile import many
from tests.scene.choices import choices

pytestmark = pytest.mark.browser
BOUNDS = "() => window.map.getBounds().toBBoxString().split(',').map(Number)"
IDS = [*read_countries(), *(row_id for layer in find_layers().values() for row_id in read_rows(layer)["id"])]
SELECTIONS = st.lists(st.sampled_from(IDS), max_size=MOST_SELECTED, unique=True).map(tuple)
Seen = tuple[list[str], str, list[float], str]


def views() -> st.SearchStrategy[Choice]:
    """Draw any choice; what is selected exists, and the filters of single layers are often left out."""
    own = st.sampled_from([True, False, False])
    return st.builds(
        lambda choice, select, keeps: replace(choice, select=select, own=choice.own if keeps else frozenset()),
        choices(), SELECTIONS, own,
    )  # fmt: skip


def seen(page: Page, address: str, *, lines: int) -> Seen:
    """Open an address and tell what shows: ids of the table's rows, legend, extent, and the link of the page."""
    page.goto(address)
    atlas = MapView(page)
    settle(page)
    atlas.until("() => window.map.getSize().y === window.innerHeight")  # a page that opens lowers the map
    expect(page.locator(".atlas-table tbody tr")).to_have_count(lines)
    ids = page.locator(".atlas-table tbody tr").evaluate_all("(lines) => lines.map((line) => line.dataset.id)")
    legend = atlas.frame.locator(".atlas-legend").text_content() or ""  # that of a low map is folded
    return ids, legend, [round(edge, 6) for edge in atlas.run(BOUNDS)], str(page.evaluate("location.href"))


@pytest.fixture(scope="module")
def elsewhere(browser: Browser) -> Iterator[BrowserContext]:
    """Give the browser profile of somebody else, who has nothing in the cache at first and speaks another language."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-US", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@settings(
    max_examples=many(sample=6, prove=200),
    phases=[Phase.generate],  # a smaller view that fails as well is not worth the minutes
    suppress_health_check=list(HealthCheck),
)
@given(view=views())
def test_a_view_opened_from_its_link_in_a_new_session_is_the_same(
    page_address: str, visitors: BrowserContext, elsewhere: BrowserContext, view: Choice
) -> None:
    """The links are written by one person and opened by another."""
    page, other = visitors.new_page(), elsewhere.new_page()
    ids = [line.row_id for line in open_leaf(build_scene(view)).lines]
    first = seen(page, f"{page_address}/?{write_choice(view)}", lines=len(ids))
    second = seen(other, first[-1], lines=len(ids))
    page.close()
    other.close()
    assert second == first
    assert first[0] == ids
