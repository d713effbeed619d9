"""The pages that stand beside the map: opened, linked with map and table, saved, closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from playwright.sync_api import Locator, Page, expect

from analysis.pages import beside
from geo.countries import read_countries
from i18n import pages as words
from i18n.brief import GLANCE
from i18n.search import EXAMPLE, SHOW_VIEW
from i18n.text import Lang
from layers.registry import find_layers
from scene.choice import Choice
from scene.grammar import write_choice
from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
MARK = "() => { window.map.marked = true; }"
IS_MARKED = "() => window.map.marked === true"


def document(page: Page) -> Locator:
    return page.locator(".atlas-document")


def shown(page: Page) -> int:
    """Read how many rows the page says it shows."""
    text = page.locator(".st-key-chips strong").inner_text()
    return int(re.sub(r"[^0-9]", "", text))


def test_a_page_opens_under_the_map_that_stays_and_back_closes_it(page_address: str, open_page: Open) -> None:
    page = open_page(page_address)
    atlas = MapView(page)
    settle(page)
    atlas.run(MARK)
    page.get_by_role("radio", name="計画の全体像").click()
    expect(page).to_have_url(re.compile("view=overview"))
    expect(document(page).get_by_role("heading", name="10の重点分野")).to_be_visible()
    assert atlas.run(IS_MARKED)
    page.go_back()
    expect(document(page)).to_have_count(0)
    assert atlas.run(IS_MARKED)


def test_the_page_of_a_region_is_found_by_typing_and_frames_the_map(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en")
    atlas = MapView(page)
    settle(page)
    assert atlas.view()[1] == pytest.approx(150, abs=20)
    box = page.get_by_label(words.PAGE_OF.en, exact=True)
    box.click()
    box.press_sequentially("アフリカ")
    page.get_by_role("option").filter(has_text="Region: Africa").click()
    expect(page).to_have_url(re.compile("region=africa.*view=region"))
    expect(page.get_by_role("heading", name="Africa", exact=True)).to_be_visible()
    settle(page)
    assert atlas.view()[1] == pytest.approx(20, abs=20)


def test_a_cell_of_the_matrix_narrows_map_and_table_to_what_it_counts(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?view=matrix&lang=en")
    settle(page)
    row = document(page).get_by_role("row").filter(has=page.get_by_role("rowheader", name="Vietnam", exact=True))
    cell = row.get_by_role("cell").nth(5).get_by_role("link")
    count = int(re.match(r"\d+", cell.inner_text())[0])  # type: ignore[index]
    cell.click()
    expect(page).to_have_url(re.compile("country=VNM&field=soft_infra"))
    settle(page)
    assert shown(page) == count
    expect(page.get_by_role("heading", name="Engagement matrix")).to_be_visible()


def test_the_facts_of_a_country_lead_to_its_page_whose_rows_open_on_the_map(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?select=UZB")
    page.get_by_role("button", name=words.COUNTRY_PAGE.ja).click()
    expect(page).to_have_url(re.compile("view=country%3AUZB"))
    expect(document(page)).to_contain_text("コーカンド")
    document(page).locator("section[data-section=datacenters] tbody a").first.click()
    expect(page).to_have_url(re.compile("select=uz-.*view=|view=.*select=uz-|select="))
    expect(page.locator(".st-key-facts h3")).to_contain_text("ウズベクテレコム")


def test_a_number_leads_to_its_source(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?view=field:postal&lang=en")
    document(page).locator("sup button").first.click()
    expect(document(page).locator("li[data-source]:focus")).to_have_count(1)


def test_a_page_is_saved_as_a_word_file(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?view=country:TUV&country=TUV")
    settle(page)
    page.get_by_role("button", name=words.SAVE.ja).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words.FORMATS["docx"].ja).click()
    assert saved.value.suggested_filename == "tenkai-atlas-country-tuv.docx"
    with ZipFile(BytesIO(saved.value.path().read_bytes())) as word:
        assert "ツバル" in word.read("word/document.xml").decode()


def test_changes_are_listed_from_the_date_that_is_chosen(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?view=changes:2026-10&lang=en")
    settle(page)
    few = document(page).get_by_role("listitem").count()
    page.locator(".st-key-since").get_by_role("combobox").click()
    page.get_by_role("option").last.click()
    expect(page).to_have_url(re.compile("view=changes%3A2021"))
    settle(page)
    assert document(page).get_by_role("listitem").count() > few


def test_a_phrase_that_is_searched_becomes_the_view(page_address: str, open_page: Open) -> None:
    page = open_page(page_address)
    settle(page)
    page.get_by_placeholder(EXAMPLE.ja).fill("大洋州 海底ケーブル 協力覚書 ほげほげ")
    page.keyboard.press("Enter")
    expect(page.get_by_text("ほげほげ").last).to_be_visible()
    page.get_by_role("button", name=SHOW_VIEW.ja).click()
    expect(page).to_have_url(re.compile("layers=cables%2Cmocs.*region=oceania"))


def test_an_address_with_an_unknown_page_shows_the_map_and_says_so(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?view=country:XXX")
    expect(page.get_by_text("view の「country:XXX」は使えないため、外しました")).to_be_visible()
    expect(document(page)).to_have_count(0)


@pytest.mark.long
@pytest.mark.parametrize("lang", list(Lang))
def test_every_country_has_its_page_and_its_counts_are_those_of_map_and_table(
    page_address: str, open_page: Open, lang: Lang
) -> None:
    for code, country in read_countries().items():
        view = replace(beside(f"country:{code}", Choice(lang=lang)), layers=frozenset(find_layers()))
        page = open_page(f"{page_address}/?{write_choice(view)}")
        expect(page.locator(".st-key-desk h2")).to_contain_text(country.name[lang])
        expect(document(page).locator("section").nth(3)).to_be_attached()
        settle(page)
        glance = document(page).locator("section").filter(has=page.get_by_role("heading", name=GLANCE[lang]))
        counted = glance.locator("tbody tr td:nth-of-type(1)").all_text_contents()
        heads = page.frame_locator("iframe").locator(".atlas-legend .sections h2 b")
        expect(heads).to_have_count(len(find_layers()))
        legend = heads.all_text_contents()
        assert [sum(map(int, counted)), sum(map(int, legend))] == [shown(page)] * 2, code
        page.close()
