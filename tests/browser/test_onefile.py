"""The one-file map opened from disk: it asks for nothing, and everything on it works without our program."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from analysis.publishers import publishers_of
from analysis.search.fold import fold
from analysis.search.index import read_index
from i18n.text import Lang
from layers.version import data_version
from render.interactive import state_of
from render.onefile.page import FOLDER, PIECES, to_html
from render.onefile.view import view_of
from scene.grammar import read_choice
from scene.scene import build_scene
from tests.browser.offline import ROOT, Traffic
from tests.browser.test_axe import violations
from tests.render.onefile.documents import PAYLOAD, VIEWS, scene_of

pytestmark = pytest.mark.browser

SHOWN = "() => document.querySelectorAll('#map path.line:not(.off), #map path.mark:not(.off)').length"
KEPT = ("on", "shown", "spare", "counts", "looks", "notes", "cut", "selected", "bbox", "plan", "years")


class Opened:
    """The file in a browser, with all that it asked for and complained of."""

    def __init__(self, page: Page, traffic: Traffic, file: Path) -> None:
        self.page, self.traffic, self.asked = page, traffic, list[str]()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda said: traffic.errors.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: traffic.errors.append(str(error)))
        page.goto(file.as_uri())
        expect(page.locator("#chips b")).not_to_be_empty()
        self.file = file

    def shown(self) -> int:
        return int(self.page.evaluate(SHOWN))

    def is_quiet(self) -> bool:
        """Tell whether nothing but the file itself was asked for, and nothing went wrong."""
        return (self.asked, self.traffic.errors) == ([self.file.as_uri()], [])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("mail") / "atlas.html"
    out.write_bytes(to_html(scene_of("")))
    return out


@pytest.fixture
def opened(file: Path, open_page: Callable[..., Page], traffic: Traffic) -> Iterator[Opened]:
    atlas = Opened(open_page("about:blank"), traffic, file)
    yield atlas
    assert atlas.is_quiet()


def run(page: Page, *, until: str, script: str, given: object) -> Any:
    """Run a script beside the pieces of the page's own, up to one of them."""
    pieces = PIECES[: PIECES.index(until) + 1]
    text = "\n".join((FOLDER / f"{name}.js").read_text("utf-8") for name in pieces)
    return page.evaluate(f"(given) => {{ {text}\n{script} }}", given)


def test_the_map_opens_from_disk_and_asks_for_nothing(opened: Opened) -> None:
    assert opened.shown() > 200
    assert opened.page.locator("path.country").count() > 200
    expect(opened.page.locator("h1")).to_contain_text("光海底ケーブル")
    expect(opened.page.locator("#as-of")).to_contain_text("時点")
    expect(opened.page.locator("footer")).to_contain_text("1つのファイル")


def test_filters_leave_the_same_rows_on_map_chips_and_list(opened: Opened) -> None:
    page, before = opened.page, opened.shown()
    page.get_by_label("大洋州").check()
    count = build_scene(read_choice("region=oceania").choice).count
    expect(page.locator("#chips b")).to_have_text(f"{count}件を表示")
    expect(page.locator("#leaves")).to_contain_text(f"{count}件中")
    assert 0 < opened.shown() < before
    page.locator("#chips .chip").click()
    assert opened.shown() == before


def test_the_notes_name_the_publishers_of_what_shows(opened: Opened) -> None:
    for query in ("", "region=oceania"):
        opened.page.get_by_label("大洋州").set_checked(bool(query))
        names = [each.name for each in publishers_of(scene_of(query).sheets, Lang.JA)]
        (said,) = [words for words in opened.page.locator("#notes p").all_inner_texts() if words.startswith("出典の")]
        assert said.removeprefix("出典の主な発行元: ").split("、ほか")[0] == "、".join(names[:16])


def test_a_layer_a_country_and_years_narrow_the_view(opened: Opened) -> None:
    page = opened.page
    page.locator("fieldset.layers label", has_text="光海底ケーブル").first.locator("input").uncheck()
    page.locator("fieldset.country select").select_option("CHL")
    page.locator("fieldset.years select").first.select_option("2015")
    last = page.locator("fieldset.years select").last.input_value()
    asked = f"layers=isdbt,datacenters,mocs&country=CHL&year=2015-{last}"
    expect(page.locator("#chips b")).to_have_text(f"{scene_of(asked).count}件を表示")
    page.get_by_role("button", name="最初の表示に戻す").click()
    expect(page.locator("#chips b")).to_have_text(f"{scene_of('').count}件を表示")


def test_search_finds_a_country_in_either_language_and_opens_it(opened: Opened) -> None:
    page = opened.page
    for typed in ("トンガ", "tonga"):
        page.locator("#search").fill(typed)
        expect(page.locator("#found li").first).to_contain_text("トンガ")
        page.locator("#search").press("Enter")
        expect(page.locator("#told h3")).to_have_text("トンガ")
        page.get_by_role("button", name="選択を解除").click()


def test_search_finds_a_row_whose_layer_is_off(opened: Opened) -> None:
    page = opened.page
    page.locator("#search").fill("Neiafu")
    page.locator("#found li", has_text="陸揚げ地").first.click()
    expect(page.locator("#told dl")).to_be_visible()
    expect(page.locator("fieldset.layers label", has_text="陸揚げ地").locator("input")).to_be_checked()


def test_facts_of_a_row_name_their_sources(opened: Opened) -> None:
    page = opened.page
    page.locator("#rows tbody button", has_text="ブラジル").first.click()
    expect(page.locator("#told h3")).to_have_text("ブラジル")
    expect(page.locator("#told ol a").first).to_have_attribute("rel", "noopener noreferrer")
    assert page.locator("#told dt").count() > 5
    expect(page.locator("tr.chosen")).to_have_count(1)


def test_a_click_on_the_map_opens_the_country(opened: Opened) -> None:
    opened.page.locator("path.country[data-id='BRA']").first.dispatch_event("click", {"clientX": 5, "clientY": 5})
    expect(opened.page.locator("#told h3")).to_have_text("ブラジル")


def test_a_pointer_over_a_country_reads_what_is_known(opened: Opened) -> None:
    country = opened.page.locator("path.country[data-id='BRA']").first
    country.dispatch_event("mouseover", {"clientX": 400, "clientY": 300, "bubbles": True})
    expect(opened.page.locator(".atlas-tip strong")).to_have_text("ブラジル")
    expect(opened.page.locator(".atlas-tip")).to_contain_text("アナログ停波完了")


def test_the_slider_of_the_years_narrows_map_list_and_chips_alike(opened: Opened) -> None:
    page = opened.page
    page.locator(".atlas-time input.from").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#chips .chip")).to_contain_text("年: ")
    first = page.locator("fieldset.years select").first.input_value()
    last = page.locator("fieldset.years select").last.input_value()
    expect(page.locator("#chips b")).to_have_text(f"{scene_of(f'year={first}-{last}').count}件を表示")


def test_the_plan_of_then_and_back(opened: Opened) -> None:
    page = opened.page
    page.locator(".atlas-time .plans button").click()
    expect(page.locator("#chips b")).to_have_text(f"{scene_of('plan=2022-07').count}件を表示")
    page.locator(".atlas-time .plans button").click()
    expect(page.locator("#chips b")).to_have_text(f"{scene_of('').count}件を表示")


def test_arrow_keys_walk_from_country_to_country_and_enter_opens_one(opened: Opened) -> None:
    page = opened.page
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("path.country.visited")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#told h3")).to_have_count(1)


def test_a_switch_of_the_legend_takes_its_rows_from_map_and_list(opened: Opened) -> None:
    page = opened.page
    page.locator(".atlas-legend section button:has(span:text-is('計画'))").first.click()
    status = "cables.status=in_service,under_construction"
    expect(page.locator("#chips b")).to_have_text(f"{scene_of(status).count}件を表示")


def test_the_other_language_changes_every_word_and_keeps_the_view(opened: Opened) -> None:
    page = opened.page
    page.get_by_label("大洋州").check()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_contain_text("Oceania: Submarine cables")
    expect(page.get_by_label("Oceania")).to_be_checked()
    expect(page.locator(".atlas-legend")).to_contain_text("Legend")
    words = page.locator("body").inner_text().replace("日本語", "")
    assert not [letter for letter in words if "ぁ" <= letter <= "ヿ" or "一" <= letter <= "鿿"]


def test_finer_outlines_come_from_the_file_itself(opened: Opened) -> None:
    page = opened.page
    outline = "() => document.querySelector(\"path.country[data-id='TON']\").getAttribute('d').length"
    page.locator("#search").fill("トンガ")
    page.locator("#search").press("Enter")
    page.wait_for_function(f"({outline})() > 400")


def test_on_paper_every_row_that_shows_names_its_sources(opened: Opened) -> None:
    page = opened.page
    page.get_by_label("大洋州").check()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#row-sources li")).to_have_count(scene_of("region=oceania").count)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".atlas-legend section").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#filters")).to_be_visible()
    assert page.locator("#row-sources li").count() == 0


def test_the_first_sheet_holds_map_legend_and_all_notes_and_the_next_the_sources(opened: Opened) -> None:
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(opened.page.pdf(prefer_css_page_size=True))).pages]
    assert data_version() in sheets[0]
    assert "GeoNames (CC BY 4.0" in sheets[0]
    assert "https://" not in sheets[0]
    assert "https://" in sheets[1]
    opened.page.wait_for_function("!document.documentElement.classList.contains('printing')")


def test_on_a_narrow_screen_the_filters_are_folded_and_nothing_runs_over(
    file: Path, open_page: Callable[..., Page], traffic: Traffic
) -> None:
    atlas = Opened(open_page("about:blank", width=390, height=844), traffic, file)
    expect(atlas.page.locator("#filter-list")).to_be_hidden()
    assert atlas.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert atlas.is_quiet()


def test_the_page_counts_as_the_program_does(opened: Opened) -> None:
    scenes = [scene_of(query) for query in VIEWS if "lang=en" not in query]
    given = [view_of(scene) | {"focus": None} for scene in scenes]
    found = run(opened.page, until="state", script="return given.map((each) => stateOf(each));", given=given)
    for scene, ours in zip(scenes, found, strict=True):
        theirs = state_of(scene)
        assert {key: ours[key] for key in KEPT} == {key: theirs[key] for key in KEPT}
        for key in ("held", "quiet", "dashes"):
            assert {name: list_ for name, list_ in ours[key].items() if list_} == {
                name: list_ for name, list_ in theirs[key].items() if list_}  # type: ignore[attr-defined]


def test_the_page_folds_words_as_the_program_does(opened: Opened) -> None:
    words = sorted({title for entry in read_index().entries for title in (entry.title.ja, entry.title.en)})
    words += ["ヴェトナム", "Ｔｏｎｇａ　ケーブル", "Côte d’Ivoire", "ﾄﾝｶﾞ", "サーバー", "いっき"]
    folded = run(opened.page, until="fold", script="return given.map(fold);", given=words)
    assert folded == [fold(word).letters for word in words]


def test_a_stamp_stands_beside_the_title_in_either_language(
    tmp_path: Path, open_page: Callable[..., Page], traffic: Traffic
) -> None:
    file = tmp_path / "stamped.html"
    file.write_bytes(to_html(scene_of("stamp=care,7%E6%9C%88&layers=isdbt")))
    page = Opened(open_page("about:blank"), traffic, file).page
    expect(page.locator("#stamp")).to_have_text("取扱注意　7月")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#stamp")).to_have_text("Handle with care　7月")


def test_a_title_that_holds_a_script_is_read_and_never_run(
    tmp_path: Path, open_page: Callable[..., Page], traffic: Traffic
) -> None:
    file = tmp_path / "spoilt.html"
    choice = read_choice("").choice
    file.write_bytes(to_html(build_scene(choice.__class__(title=PAYLOAD))))
    atlas = Opened(open_page("about:blank"), traffic, file)
    expect(atlas.page.locator("h1")).to_have_text(PAYLOAD)
    assert atlas.page.title() == PAYLOAD
    assert atlas.page.evaluate("window.__pwned") is None
    assert atlas.is_quiet()


def test_a_script_put_into_the_page_is_refused(opened: Opened) -> None:
    opened.page.evaluate("""() => {
      document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.__pwned = 1'}));
      document.body.insertAdjacentHTML('beforeend', '<p onclick="window.__pwned = 1" id="trap"></p>');
      document.getElementById('trap').click();
    }""")
    assert opened.page.evaluate("window.__pwned") is None
    assert opened.traffic.errors
    assert opened.traffic.refused
    opened.traffic.errors.clear()
    opened.traffic.refused.clear()


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_no_violation(file: Path, open_page: Callable[..., Page], traffic: Traffic, width: int) -> None:
    page = Opened(open_page("about:blank", width=width), traffic, file).page
    page.get_by_role("button", name="English").click()
    assert violations(page) == {}
    page.locator("#rows tbody button").first.click()
    page.locator("#search").fill("cable")
    expect(page.locator("#found li").first).to_be_visible()
    assert violations(page) == {}


def test_a_script_in_any_text_of_the_data_is_read_and_never_run(
    tmp_path: Path, open_page: Callable[..., Page], traffic: Traffic
) -> None:
    file = tmp_path / "spoilt.html"
    subprocess.run([sys.executable, "-m", "tests.render.onefile.spoilt", str(file)], cwd=ROOT, check=True)
    atlas = Opened(open_page("about:blank"), traffic, file)
    page, start = atlas.page, "</script><script>window.__pwned=1</script>"
    page.locator("path.country[data-id='BRA']").first.dispatch_event("mouseover", {"clientX": 5, "clientY": 5})
    for where in (".atlas-tip", "h1", "#rows tbody", "#filter-list"):
        assert start in (page.locator(where).text_content() or ""), where
    page.locator("#search").fill("ブラジル")
    page.locator("#found li").first.click()
    page.locator("#told details").first.locator("summary").click()
    assert start in (page.locator("#told dl").first.text_content() or "")
    page.get_by_role("button", name="English").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert start in (page.locator("#row-sources").text_content() or "")
    assert page.evaluate("window.__pwned") is None
    assert page.locator("img").count() == 0
    assert atlas.is_quiet()
