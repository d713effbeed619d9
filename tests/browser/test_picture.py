"""The picture panel: what is changed in it shows in its preview, in the address and in the files, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from i18n import picture as words
from i18n.words import PICTURE
from render.packet import read_memory
from tests.browser.mapview import MapView
from tests.browser.offline import APPS, Traffic, serving
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
SIDES = "(image) => [image.naturalWidth, image.naturalHeight]"
IN_CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType("image/png"));
  return [picture.width, picture.height];
}"""
MARK = "() => { window.same = true; }"
IS_MARKED = "() => window.same === true"


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def preview(page: Page) -> Locator:
    return panel(page).locator("img")


def opened(page: Page) -> Page:
    """Open the panel and wait for its preview."""
    settle(page)
    page.get_by_role("button", name=PICTURE.en, exact=True).click()
    expect(preview(page)).to_be_visible()
    return page


def saved(page: Page, kind: str) -> tuple[str, bytes]:
    """Save a picture once the panel stands still; give the name of the file and its bytes."""
    settle(page)  # a button of the run before offers a file that is gone with that run
    with page.expect_download() as download:
        panel(page).get_by_role("button", name=words.SAVE_KIND.en.format(kind=kind)).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_a_purpose_changes_preview_address_and_file_and_asks_nobody_else(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt"))
    wide, high = preview(page).evaluate(SIDES)
    assert wide / high == pytest.approx(16 / 9, rel=0.01)
    panel(page).get_by_role("radio", name=words.HALF.en).click()
    expect(page).to_have_url(re.compile("size=960x1080"))
    expect(panel(page).get_by_text("960 × 1080 pixels")).to_be_visible()
    page.wait_for_function("() => { const i = document.querySelector('[role=dialog] img');"
                           " return i && i.complete && i.naturalWidth < i.naturalHeight; }")
    name, content = saved(page, "PNG")
    assert re.fullmatch(r"tenkai-atlas-\d{4}-\d\d-\d\d\.png", name)
    assert Image.open(BytesIO(content)).size == (960, 1080)
    assert traffic.outside == []
    assert traffic.errors == []


def test_words_that_are_still_being_typed_are_in_the_file(page_address: str, open_page: Open) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt"))
    field = panel(page).get_by_role("textbox", name=words.STAMP_OWN.en)
    field.press_sequentially("For the meeting of today")
    _name, content = saved(page, "PNG")  # with neither Enter nor a touch of anything else
    assert "stamp=For%20the%20meeting%20of%20today" in read_memory(content).query


def test_svg_and_pdf_are_saved(page_address: str, open_page: Open) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt&region=africa"))
    assert b"<svg" in saved(page, "SVG")[1]
    name, content = saved(page, "PDF")
    assert name.startswith("tenkai-atlas-africa-")
    assert content.startswith(b"%PDF")


def test_a_stamp_and_parts_are_in_the_address_and_the_map_stays_as_it_is(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en&layers=isdbt")
    atlas = MapView(page)
    atlas.run(MARK)
    opened(page)
    panel(page).locator("label", has_text="Draft").click()
    expect(page).to_have_url(re.compile("stamp=draft"))
    box = panel(page).get_by_label(words.STAMP_OWN.en)
    box.fill("International Bureau, 2 of 3")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"stamp=draft%2CInternational\+Bureau%2C2\+of\+3|stamp=draft,International"))
    panel(page).locator("label", has_text="Legend").click()
    expect(page).to_have_url(re.compile("parts=title(%2C|,)graticule(%2C|,)sources"))
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(page).to_have_url(re.compile("stamp=draft"))
    assert atlas.run(IS_MARKED)


def test_what_a_stamp_cannot_hold_is_said_in_the_panel(page_address: str, open_page: Open) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt"))
    box = panel(page).get_by_label(words.STAMP_OWN.en)
    box.fill("1,2,3,4,5,6,7")
    box.press("Enter")
    expect(panel(page).get_by_text("at most 6 pieces")).to_be_visible()


def test_the_picture_is_copied_in_full_size(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?lang=en&layers=isdbt")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page)
    panel(page).get_by_role("button", name=words.COPY.en).click()
    expect(panel(page).get_by_text(words.COPIED.en)).to_be_visible()
    assert page.evaluate(IN_CLIPBOARD) == [1920, 1080]


def test_where_a_browser_copies_no_pictures_the_panel_says_what_to_do(page_address: str, open_page: Open) -> None:
    page = open_page("about:blank")
    page.add_init_script("delete window.ClipboardItem")
    page.goto(f"{page_address}/?lang=en&layers=isdbt")
    opened(page)
    expect(panel(page).get_by_text(words.NO_COPY.en)).to_be_visible()
    expect(panel(page).get_by_role("button", name=words.COPY.en)).to_be_hidden()


def test_a_picture_that_cannot_be_drawn_is_a_sentence_in_place_of_its_files(page_address: str, open_page: Open) -> None:
    page = open_page(f"{page_address}/?layers=isdbt&lang=en&size=320x200&dpi=600")
    settle(page)
    page.get_by_role("button", name=PICTURE.en, exact=True).click()
    expect(panel(page).get_by_text(words.NOT_DRAWN.en)).to_be_visible()
    expect(panel(page).get_by_role("button", name="Save")).to_have_count(0)
    expect(page.locator(".atlas-table table")).to_be_visible()
    panel(page).get_by_role("radio", name=words.HANDOUT.en).click()
    expect(preview(page)).to_be_visible()


def test_a_file_that_cannot_be_made_is_a_sentence_in_the_panel(open_page: Open) -> None:
    with serving(APPS / "no_files.py") as address:
        page = opened(open_page(f"{address}/?lang=en&layers=isdbt"))
        panel(page).get_by_role("button", name=words.SAVE_KIND.en.format(kind="PDF")).click()
        expect(panel(page).get_by_text("The *check* failed.")).to_be_visible()
        expect(preview(page)).to_be_visible()
        panel(page).get_by_role("radio", name="Dark").click()
        expect(panel(page).get_by_text("The *check* failed.")).to_have_count(0)
        page.close()


def test_one_s_own_size_is_asked_for_in_numbers(page_address: str, open_page: Open) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt&size=a4"))
    panel(page).get_by_role("radio", name=words.OWN.en).click()
    expect(page).to_have_url(re.compile("size=a4&dpi=300|size=3508x2480&dpi=300"))
    dots = panel(page).get_by_label(words.DPI.en)
    dots.fill("150")
    dots.press("Enter")
    expect(page).to_have_url(re.compile("size=3508x2480&dpi=150"))
    expect(panel(page).get_by_text("3508 × 2480 pixels, 150 dpi")).to_be_visible()


def test_going_back_while_the_panel_is_open_takes_its_last_change_back(page_address: str, open_page: Open) -> None:
    page = opened(open_page(f"{page_address}/?lang=en&layers=isdbt"))
    panel(page).get_by_role("radio", name="Dark").click()
    expect(page).to_have_url(re.compile("look=dark"))
    settle(page)
    page.go_back()
    expect(page).not_to_have_url(re.compile("look=dark"))
    expect(panel(page).get_by_role("radio", name="Official")).to_have_attribute("aria-checked", "true")
