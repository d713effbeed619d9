"""The page in a real browser: what shows, what a click does, what the address holds, what is asked of other hosts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.offline import ROOT, Traffic, serving
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def shapes(page: Page) -> Locator:
    return page.frame_locator("iframe").locator("path.country")


def cables(page: Page) -> Locator:
    return page.frame_locator("iframe").locator("path.cables:visible")


def wait_for_count(page: Page, words: str) -> None:
    expect(page.get_by_text(words, exact=False).first).to_be_visible()


def click_middle(page: Page, shape: Locator) -> None:
    """Click where the middle of a shape is, once the map stands still, whatever lies above it."""
    before, box = None, shape.bounding_box()
    while box != before:
        page.wait_for_timeout(500)
        before, box = box, shape.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def pick(page: Page, label: str, typed: str, option: str) -> None:
    """Choose an option of a multi-select by typing a part of it."""
    box = page.get_by_label(label, exact=True)
    box.click()
    box.press_sequentially(typed)
    page.get_by_role("option").filter(has_text=option).first.click()
    page.keyboard.press("Escape")


def test_the_page_opens_in_japanese_and_asks_no_other_host(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    page = open_page(page_address)
    wait_for_count(page, "248件を表示")
    expect(shapes(page).first).to_be_attached()
    assert shapes(page).count() > 200
    assert (traffic.outside, traffic.failed, traffic.errors) == ([], [], [])


def test_the_english_page_is_complete(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en")
    wait_for_count(page, "248 rows shown")
    sidebar = page.get_by_test_id("stSidebar").inner_text()
    assert not re.search(r"[ぁ-んァ-ヶ一-龠]", sidebar), sidebar


def test_choosing_a_country_narrows_table_and_address(page_address: str, open_page: Open) -> None:
    page = open_page(page_address)
    wait_for_count(page, "248件を表示")
    pick(page, "国・地域", "Uzbek", "ウズベキスタン")
    expect(page).to_have_url(re.compile("country=UZB"))
    wait_for_count(page, "国・地域: ウズベキスタン")


def test_two_countries_one_after_the_other_are_both_kept(page_address: str, open_page: Open) -> None:
    page = open_page(page_address)
    wait_for_count(page, "248件を表示")
    pick(page, "国・地域", "Uzbek", "ウズベキスタン")
    expect(page).to_have_url(re.compile("country=UZB"))
    pick(page, "国・地域", "Brazil", "ブラジル")
    expect(page).to_have_url(re.compile("country=BRA%2CUZB"))
    page.get_by_text("English", exact=True).click()
    wait_for_count(page, "Country or area: Brazil, Uzbekistan")
    expect(page).to_have_url(re.compile("country=BRA%2CUZB"))


def test_a_chip_lifts_its_filter(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?region=africa")
    page.get_by_role("button", name="地域: アフリカ").click()
    wait_for_count(page, "248件を表示")
    expect(page).not_to_have_url(re.compile("region"))


def test_a_pasted_address_restores_the_view(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=datacenters&country=UZB&lang=en")
    wait_for_count(page, "3 rows shown")
    wait_for_count(page, "Country or area: Uzbekistan")


def test_what_the_address_does_not_know_is_named_and_dropped(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?country=XXX&nonsense=1")
    wait_for_count(page, "country の「XXX」は使えないため、外しました")
    wait_for_count(page, "「nonsense」という条件はないため、外しました")
    wait_for_count(page, "248件を表示")


@pytest.mark.parametrize("query", ["region={}", "view={}", "{}=1", "layers=isdbt&region={}&cut={}"])
def test_what_an_address_quotes_is_never_read_as_markdown(
    page_address: str, open_page: Open, traffic: Traffic, query: str
) -> None:
    mark = quote("![i](http://evil.example/i.png)**bold**", safe="")
    page = open_page(f"{page_address}/?lang=en&{query.replace('{}', mark)}")
    expect(page.locator(".atlas-notices").get_by_text("![i](http://evil.example/i.png)**bold**").first).to_be_visible()
    settle(page)
    assert traffic.outside == []


def test_many_notices_leave_the_map_in_sight(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en&" + "&".join(f"k{number}=v" for number in range(300)))
    expect(page.locator(".atlas-notices summary")).to_have_text("297 more")
    assert page.locator(".atlas-notices").bounding_box()["height"] < 200  # type: ignore[index]


def test_an_empty_result_says_which_filter_emptied_it(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=datacenters&region=latin_america")
    wait_for_count(page, "により0件")
    wait_for_count(page, "条件に合う項目はありません")


def test_a_click_on_a_country_opens_its_facts_with_sources(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=isdbt")
    expect(shapes(page).first).to_be_attached()
    click_middle(page, page.frame_locator("iframe").locator('path.country[data-id="BOL"]'))
    facts = page.locator(".st-key-facts")
    expect(facts.get_by_role("heading", name="ボリビア")).to_be_visible()
    expect(facts.get_by_text("状況の時点")).to_be_visible()
    expect(facts.get_by_text("確度(資料の種類)")).to_be_visible()
    assert facts.locator('a[href^="http"][target="_blank"]').count() > 0
    expect(page).to_have_url(re.compile("select=BOL"))


def test_show_all_draws_every_cable(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=cables&show=all")
    wait_for_count(page, "98件を表示")


def test_the_csv_holds_what_is_shown(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=isdbt&region=africa")
    wait_for_count(page, "2件を表示")
    with page.expect_download() as saved:
        page.get_by_role("button", name="データ保存").click()
        page.get_by_role("button", name="CSV").click()
    text = saved.value.path().read_text("utf-8-sig")
    assert "ボツワナ" in text
    assert "アンゴラ" in text
    assert "ブラジル" not in text


def test_one_address_in_two_browsers_gives_the_same_page(page_address: str, open_page: Open) -> None:
    address = f"{page_address}/?layers=isdbt,mocs&country=BRA&lang=en"
    seen = []
    for _ in range(2):
        page = open_page(address)
        wait_for_count(page, "rows shown")
        legend = page.frame_locator("iframe").locator("details.legend, .atlas-legend").first
        expect(legend).to_be_visible()
        seen.append((legend.inner_text(), page.get_by_test_id("stCaptionContainer").first.inner_text()))
    assert seen[0] == seen[1]


def test_a_broken_file_costs_its_layer_and_one_sentence(tmp_path: Path, open_page: Open) -> None:
    data = shutil.copytree(ROOT / "data", tmp_path / "data")
    sites = data / "datacenters.csv"
    sites.write_text(sites.read_text("utf-8").replace("Uzbektelecom data centre, Bukhara", "<script>alert(1)</script>"))
    with serving(ROOT / "app.py", ATLAS_DATA=str(data)) as address:
        page = open_page(f"{address}/?lang=en")
        wait_for_count(page, "Data centres cannot be shown. datacenters.csv, row")
        wait_for_count(page, "239 rows shown")
        wait_for_count(page, "Data centres (cannot be read)")
        expect(shapes(page).first).to_be_attached()
        assert page.get_by_text("Traceback").count() == 0
        page.close()  # or the server would wait for whoever reads it
