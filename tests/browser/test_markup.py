"""No markup from data ever runs: the corpus in own data, addresses and files, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from i18n import own_page, picture, search
from i18n import words as page_words
from i18n.text import Lang
from layers.registry import bringing
from own import reading
from own.grid import UNHEARD
from own.naming import HEAD
from render.leaf import LEAF_ROWS
from render.onefile.page import to_html
from render.picture.kinds import FileKind
from render.picture.save import save
from render.spelled import GETA
from scene.choice import Choice
from scene.readers import READERS
from scene.scene import build_scene
from tests.browser.hooked import Hooks
from tests.browser.mapview import MapView
from tests.browser.offline import APPS, Traffic, serving
from tests.browser.settled import settle
from tests.markup import CORPUS, PAYLOADS
from tests.own.here import read_here
from tests.own.poison import HEADINGS, KINDS, NAMED, TITLE, poisoned, table
from tests.profile import PROFILE, many
from tests.render.picture.pictures import SMALL

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
JOINER = "\u2060"
OWN = """() => [...document.querySelectorAll("path.mark:not(.off)")]
  .filter((each) => each.dataset.id.startsWith("own"))"""
TIPS = f"""() => ({OWN})().map((path) => {{
  const over = (kind) => path.dispatchEvent(new MouseEvent(kind, {{bubbles: true, clientX: 400, clientY: 200}}));
  over('mouseover');
  const words = document.querySelector('.atlas-tip').textContent;
  over('mouseout');
  return words;
}})"""
READ = """(count) => [...Array(count).keys()].map((at) => ["sentence", "label"].map((kind) => {
  const box = document.querySelector(`.st-key-${kind}${at}`);
  const inner = box && (kind === "label" ? box.querySelector("button") : box);
  return inner && [inner.textContent, [...inner.querySelectorAll("*")].map((each) => each.tagName).join()];
}))"""
NAMED_FILE = re.compile(r"tenkai-atlas-[0-9-]+\.(\w+)")
TAGS = {"DIV", "SPAN", "P", ""}


@pytest.fixture(scope="module")
def hooks(visitors: BrowserContext) -> Hooks:
    found = Hooks()
    found.hold(visitors)
    return found


@pytest.fixture
def quiet(hooks: Hooks, traffic: Traffic) -> Callable[[Page], None]:
    """Give what makes sure that nothing ran on a page, asked outside or failed."""

    def check(page: Page) -> None:
        assert hooks.ran(page) == []
        assert ([url for url in traffic.outside if url != page.url], traffic.errors) == ([], [])

    return check


def read(text: str | None) -> str:
    """Give a text as it is read: blanks as HTML shows them, without what takes no room."""
    return "".join((text or "").replace(JOINER, "").replace("\ufeff", "").replace("\0", "\ufffd").split())


def unread(tips: set[str]) -> list[str]:
    """List the names that no tip over the map begins to say."""
    return [payload for payload in NAMED if not any(read(UNHEARD.sub("", payload).strip()[:20]) in tip for tip in tips)]


def test_the_hooks_notice_what_runs(visitors: BrowserContext, hooks: Hooks, open_page: Open) -> None:
    page = open_page("about:blank")
    page.set_content("<iframe srcdoc='<script>parent.pwned(1)</script>'></iframe><img src=x onerror=pwned(2)>")
    page.wait_for_function("window.__ran.length > 1")
    assert {"1", "2"} < set(hooks.ran(page))


def test_labels_and_sentences_read_as_they_were_written(open_page: Open, quiet: Callable[[Page], None]) -> None:
    with serving(APPS / "labels.py") as address:
        page = open_page(address)
        expect(page.get_by_text("done", exact=True)).to_be_visible()
        found = [one for pair in zip(PAYLOADS, page.evaluate(READ, len(PAYLOADS)), strict=True)
                 for one in [(pair[0], each) for each in pair[1] if each]]
        assert [(payload, text) for payload, (text, _tags) in found if read(text) != read(payload)] == []
        assert [(payload, tags) for payload, (_text, tags) in found if not set(tags.split(",")) <= TAGS] == []
        quiet(page)
        page.close()


def test_own_data_full_of_markup_is_words_all_over_the_page(
    page_address: str, open_page: Open, quiet: Callable[[Page], None]
) -> None:
    page = open_page(f"{page_address}?layers=isdbt&lang=en")
    view = MapView(page)
    page.get_by_role("button", name=own_page.BRING[Lang.EN]).click()
    name = f"{TITLE.replace('/', '')}.csv"
    page.locator(".atlas-drop input").set_input_files(FilePayload(name=name, mimeType="text/csv", buffer=table()))
    view.until(f"() => ({OWN})().length === {len(NAMED)}")
    settle(page)
    tips = {read(tip) for tip in view.run(TIPS)}
    assert unread(tips) == []
    legend = read(view.frame.locator(".atlas-legend").text_content())
    assert all(read(kind[: HEAD - 1]) in legend for kind in KINDS)
    quiet(page)
    _through_the_table(page, view)
    quiet(page)
    _through_the_panels(page, view)
    quiet(page)


def _through_the_table(page: Page, view: MapView) -> None:
    """Turn the pages of the own table; its headings and cells read as they were written."""
    page.get_by_test_id("stButtonGroup").get_by_text("svg onload").last.click()
    cells = page.locator(".atlas-table")
    expect(cells).to_contain_text(HEADINGS[3])
    for number in range(2, many(sample=3, prove=10)):
        cells.get_by_role("button", name=f"{page_words.TABLE_PAGE[Lang.EN]} {number}", exact=True).click()
        expect(cells).to_contain_text(f"{LEAF_ROWS * (number - 1) + 1}–")
    shown = read(cells.text_content())
    assert read(NAMED[60]) in shown or PROFILE == "prove"


def _through_the_panels(page: Page, view: MapView) -> None:
    """Open the facts of a row, the report of the reading, the filters, a chip, and look for a row."""
    view.run(f"() => ({OWN})()[7].dispatchEvent(new MouseEvent('click', {{bubbles: true, clientX: 5, clientY: 5}}))")
    expect(page.locator(".st-key-facts h3").first).to_contain_text("pwned")
    view.frame.locator(".atlas-legend button", has_text="script").first.click()
    settle(page)
    page.locator("[class*='st-key-own:own'], [class*='st-key-own-own']").first.get_by_text("svg onload").click()
    settle(page)
    for payload in ("<img src=x onerror=pwned(1)>", ":smile:", *NAMED[:: many(sample=999, prove=9)]):
        page.get_by_role("textbox", name=search.SEARCH[Lang.EN]).fill(payload)
        page.keyboard.press("Enter")
        settle(page)


@pytest.mark.parametrize("family", CORPUS if PROFILE == "prove" else ["handler"])
def test_an_address_full_of_markup_is_quoted(
    page_address: str, open_page: Open, quiet: Callable[[Page], None], family: str
) -> None:
    parts = zip((*READERS, "isdbt.generation", "unknown"), [*CORPUS[family]] * 4, strict=False)
    query = "&".join(f"{key}={quote(payload, safe='')}" for key, payload in parts if key not in ("lang", "view"))
    page = open_page(f"{page_address}?{query}")
    settle(page)
    expect(page.locator(".atlas-notices")).to_be_visible()
    quiet(page)


def test_title_and_stamp_are_words_in_the_picture_panel_and_no_part_of_a_file_s_name(
    page_address: str, open_page: Open, quiet: Callable[[Page], None]
) -> None:
    title, stamp = f"{TITLE}/../x.exe \U0001f38c", "<img src=x onerror=pwned(1)>"
    page = open_page(f"{page_address}?layers=isdbt&lang=en&title={quote(title)}&stamp={quote(stamp)}")
    settle(page)
    names = [_name_of(page, page_words.DOWNLOAD[Lang.EN], page_words.CSV[Lang.EN])]
    page.keyboard.press("Escape")
    settle(page)
    page.get_by_role("button", name=page_words.PICTURE[Lang.EN], exact=True).click()
    panel = page.get_by_role("dialog")
    expect(panel.locator("img")).to_be_visible()
    expect(panel.get_by_label(picture.OWN_TITLE[Lang.EN])).to_have_value(title)
    expect(panel.locator("code")).to_contain_text(title)
    expect(panel.locator(".atlas-notices")).to_contain_text(GETA)
    settle(page)
    names += [_name_of(page, "", picture.SAVE_KIND.format(kind=kind)[Lang.EN]) for kind in ("PNG", "SVG")]
    assert [named and named[1] for named in map(NAMED_FILE.fullmatch, names)] == ["csv", "png", "svg"]
    quiet(page)


def _name_of(page: Page, box: str, label: str) -> str:
    """Save a file, from a box that is opened for it if there is one; give the name under which a browser keeps it."""
    if box:
        page.get_by_role("button", name=box, exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    settle(page)
    return download.value.suggested_filename


@pytest.mark.parametrize("kind", ["svg", pytest.param("html", marks=pytest.mark.long)])
def test_a_file_made_of_it_runs_nothing_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_page: Open, quiet: Callable[[Page], None], kind: str
) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)
    layer = poisoned()
    file = tmp_path / f"file.{kind}"
    with bringing([layer]):
        scene = build_scene(Choice(layers=frozenset({layer.id}), title=TITLE, stamp=(TITLE,)))
        file.write_bytes(to_html(scene) if kind == "html" else save(scene, SMALL, FileKind.SVG))
    page = open_page("about:blank")
    page.goto(file.as_uri())
    if kind == "html":
        _through_the_file(page)
    assert TITLE in page.title() or kind == "svg"
    quiet(page)


def _through_the_file(page: Page) -> None:
    """Walk the legend, the tips, the table, the facts and the search of the one file."""
    page.locator("path.mark:not(.off)").first.wait_for(state="attached")
    tips = {read(tip) for tip in page.evaluate(TIPS)}
    assert unread(tips) == []
    page.locator("#rows tbody button").first.click()
    for payload in ("pwned", "<img", "{{"):
        page.locator("#search").fill(payload)
        page.wait_for_timeout(300)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
