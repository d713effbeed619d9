"""A picture dropped on the page gives its view back, and says what has changed since."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import FilePayload, Locator, Page, expect

from i18n import words
from i18n.text import Lang
from render.packet import write_packet
from render.picture.save import FileKind, save
from scene.memory import remember
from tests.browser.mapview import MapView
from tests.browser.offline import Traffic
from tests.browser.settled import settle
from tests.render.picture.pictures import SMALL, scene_of

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
VIEW = "layers=cables,landings&region=oceania&select=FJI&table=landings&page=2&lang=en"


def choose(page: Page, name: str, content: bytes, lang: Lang = Lang.EN) -> None:
    """Open the box, if it is closed, and choose a file."""
    field = page.locator(".atlas-drop input")
    if not field.count():
        page.get_by_role("button", name=words.REOPEN[lang]).click()
    field.set_input_files(FilePayload(name=name, mimeType="application/octet-stream", buffer=content))


def drop(page: Page, name: str, content: bytes) -> None:
    """Let go of a file over the open box."""
    dragged = page.evaluate_handle("""([name, letters]) => {
      const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)), dragged = new DataTransfer();
      dragged.items.add(new File([bytes], name));
      return dragged;
    }""", [name, b64encode(content).decode()])
    page.dispatch_event(".atlas-drop", "dragover", {"dataTransfer": dragged})
    page.dispatch_event(".atlas-drop", "drop", {"dataTransfer": dragged})


def notices(page: Page) -> Locator:
    return page.locator(".atlas-notices p")


def legend(page: Page) -> str:
    return MapView(page).frame.locator(".atlas-legend").text_content() or ""


def test_a_wrong_file_costs_a_sentence_and_a_picture_then_gives_its_view_back(
    page_address: str, open_page: Open, traffic: Traffic
) -> None:
    page = open_page(f"{page_address}/?layers=isdbt&bbox=100,-20,160,40&lang=en")
    settle(page)
    choose(page, "![a](b).png", b"\x89PNG\r\n\x1a\n no picture")
    box = page.get_by_test_id("stPopoverBody")
    expect(box.get_by_text("“![a](b).png”: There is no record of a view")).to_be_visible()
    expect(page).to_have_url(re.compile(r"layers=isdbt&bbox"))
    drop(page, "slide.png", save(scene_of(VIEW), SMALL))
    expect(notices(page).first).to_contain_text("Opened from “slide.png”. The picture and the present data are of one")
    expect(box).to_have_count(0)
    settle(page)
    page.wait_for_function("(view) => location.search.replaceAll('%2C', ',') === `?${view}`", arg=VIEW)
    reopened = legend(page), MapView(page).view(), page.locator(".atlas-table").inner_text()
    page.reload()
    settle(page)
    assert (legend(page), MapView(page).view(), page.locator(".atlas-table").inner_text()) == reopened
    assert (traffic.outside, traffic.errors) == ([], [])


def test_what_has_changed_since_the_picture_is_said_until_the_next_change(page_address: str, open_page: Open) -> None:
    page = open_page(page_address)
    settle(page)
    memory = remember(scene_of("layers=isdbt"))
    older = replace(memory, as_of="2026-01-15", version="older", facts={**(memory.facts or {}), "isdbt:BRA": "0"})
    choose(page, "old.pdf", b"%PDF" + write_packet(older, title="", rights=""), Lang.JA)
    expect(notices(page).nth(0)).to_contain_text("「old.pdf」から開きました。画像を作った後に、この画面の内容が変わりました"
                                                 "(画像は2026年1月15日時点")
    expect(notices(page).nth(1)).to_contain_text("の内容の変更 1 件: ブラジル。")
    settle(page)
    page.get_by_text("English", exact=True).click()
    expect(notices(page)).to_have_count(0)


def test_an_svg_a_pdf_and_a_picture_from_before_there_were_packets_open_as_well(
    page_address: str, open_page: Open
) -> None:
    page = open_page(page_address)
    settle(page)
    old, chunks = BytesIO(), PngInfo()
    chunks.add_text("Query", "layers=isdbt")
    Image.new("RGB", (99, 99)).save(old, "png", pnginfo=chunks)
    svg, pdf = (save(scene_of(query), SMALL, kind) for query, kind in (
        ("layers=mocs&country=UZB", FileKind.SVG), ("layers=plan20", FileKind.PDF)))
    for name, query, content in (("a.svg", "layers=mocs&country=UZB", svg), ("b.pdf", "layers=plan20", pdf),
                                 ("c.png", "layers=isdbt", old.getvalue())):
        choose(page, name, content, Lang.JA)
        expect(page).to_have_url(re.compile(f"{re.escape(query)}$"))
        expect(notices(page).first).to_contain_text(f"「{name}」から開きました。")
        settle(page)


@pytest.mark.parametrize("kept", ["customXml/item1.xml", "docProps/custom.xml"])
def test_a_slide_that_another_program_saved_again_opens_as_well(
    page_address: str, open_page: Open, kept: str
) -> None:
    page = open_page(page_address)
    settle(page)
    query, saved = "layers=mocs&country=UZB", BytesIO()
    with ZipFile(BytesIO(save(scene_of(query), SMALL, FileKind.PPTX))) as old, ZipFile(saved, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == kept or not name.startswith(("customXml/", "docProps/custom")):
                new.writestr(name, old.read(name))
    choose(page, "saved.pptx", saved.getvalue(), Lang.JA)
    expect(page).to_have_url(re.compile(f"{re.escape(query)}$"))
    expect(notices(page).first).to_contain_text("「saved.pptx」から開きました。画像と現在のデータは同じ版です")
    settle(page)
    choose(page, "broken.pptx", saved.getvalue()[:-40], Lang.JA)
    expect(page.get_by_test_id("stPopoverBody").get_by_text("表示条件の記録がありません")).to_be_visible()
