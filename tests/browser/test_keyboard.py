"""The twelve main stories of a reader, told with the keyboard alone: no test here has a pointer.

1. Open the page: the first key brings a link past the controls.
2. Skip to the map, and move about on it.
3. Skip to the table.
4. Change the language.
5. Switch a layer off.
6. Filter by region, and lift all filters.
7. Filter by country, typing part of its name.
8. Filter by field.
9. Select a country, read its facts, and follow its sources.
10. Turn the page of the table.
11. Save the CSV.
12. Make a picture, and copy the link of the view.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from i18n import picture, words
from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

FOCUSED = """() => {
  const inner = (page) => {
    const active = page.activeElement;
    return active?.contentDocument ? inner(active.contentDocument) : active;
  };
  const active = inner(document);
  const label = active.getAttribute("aria-label") || [...(active.labels || [])].map((one) => one.textContent).join(" ");
  return (label || (active.matches("a, button, summary, h2") ? active.innerText : "")).trim();
}"""
"""The name of what has the focus, in the page or in the map's frame; a part that only scrolls has none."""
FAR = 200  # keys of Tab after which something is not to be reached


@pytest.fixture
def page(page_address: str, open_page: Open) -> Page:
    page = open_page(page_address)
    MapView(page)
    settle(page)
    return page


def focused(page: Page) -> str:
    return str(page.evaluate(FOCUSED))


def tab_to(page: Page, name: str, *, whole: bool = False) -> None:
    """Press Tab until something whose name holds these words, or is just these, has the focus."""
    passed = []
    for _ in range(FAR):
        page.keyboard.press("Tab")
        here = focused(page)
        passed.append(here[:40])
        if here == name if whole else name in here:
            return
    raise AssertionError(f"Tab never comes to {name!r}, only to {passed}")


def unfold(page: Page, box: str, content: str) -> None:
    """Open a box and wait for the button in it: what is in a box comes when it is opened."""
    tab_to(page, box)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=content)).to_be_visible()


def choose(page: Page, label: str, typed: str) -> None:
    """Open a list of choices, type a part of one, take it and close the list."""
    tab_to(page, label, whole=True)
    page.keyboard.type(typed)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")


def says(page: Page, part: str) -> None:
    """Wait until the address holds a part."""
    expect(page).to_have_url(re.compile(re.escape(part)))


def test_the_first_key_brings_a_link_to_the_map_and_from_there_the_map_answers(page: Page) -> None:
    page.keyboard.press("Tab")
    assert focused(page) == words.TO_MAP.ja
    page.keyboard.press("Enter")
    before = MapView(page).view()
    page.keyboard.press("+")
    page.wait_for_timeout(1000)
    assert MapView(page).view()[2] > before[2]


def test_the_second_link_leads_to_the_table(page: Page) -> None:
    tab_to(page, words.TO_TABLE.ja)
    page.keyboard.press("Enter")
    assert focused(page) == words.TABLE.ja


def test_the_language_changes(page: Page) -> None:
    tab_to(page, "日本語")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    says(page, "lang=en")
    expect(page.get_by_role("heading", name=words.APP.en)).to_be_visible()


def test_a_layer_is_switched_off(page: Page) -> None:
    tab_to(page, "光海底ケーブル")
    page.keyboard.press("Space")
    says(page, "layers=")
    assert "cables" not in page.url


def test_a_region_narrows_and_all_filters_are_lifted(page: Page) -> None:
    choose(page, words.REGION.ja, "アフリカ")
    says(page, "region=africa")
    tab_to(page, words.CLEAR.ja)
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("region="))


def test_a_country_narrows(page: Page) -> None:
    choose(page, words.COUNTRY.ja, "Uzbek")
    says(page, "country=UZB")


def test_a_field_narrows(page: Page) -> None:
    choose(page, words.FIELD.ja, "サイバー")
    says(page, "field=cybersecurity")


def test_a_row_is_selected_and_its_sources_are_reached(page: Page) -> None:
    tab_to(page, words.TO_TABLE.ja)
    page.keyboard.press("Enter")
    tab_to(page, "ブラジル")
    page.keyboard.press("Enter")
    says(page, "select=BRA")
    facts = page.locator(".st-key-facts")
    expect(facts.get_by_role("heading", name="ブラジル")).to_be_visible()
    tab_to(page, "https://")
    assert facts.locator("a[href]:focus").count() == 1


def test_a_page_of_the_table_is_turned(page: Page) -> None:
    tab_to(page, words.TO_TABLE.ja)
    page.keyboard.press("Enter")
    tab_to(page, words.TABLE_ON.ja)
    page.keyboard.press("Enter")
    says(page, "page=2")


def test_the_csv_is_saved(page: Page) -> None:
    unfold(page, words.DOWNLOAD.ja, words.CSV.ja)
    tab_to(page, words.CSV.ja)
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert "ブラジル" in saved.value.path().read_text("utf-8-sig")


def test_a_picture_is_made_and_saved(page: Page) -> None:
    tab_to(page, words.PICTURE.ja, whole=True)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").locator("img")).to_be_visible()
    tab_to(page, picture.FULL.ja)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    says(page, "size=960x1080")
    tab_to(page, picture.SAVE_KIND.format(kind="PNG").ja)
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_link_is_copied(page: Page) -> None:
    unfold(page, words.LINK.ja, words.LINK_COPY.ja)
    tab_to(page, words.LINK_COPY.ja)
    page.keyboard.press("Enter")
    expect(page.get_by_text(words.LINK_COPIED.ja)).to_be_visible()
