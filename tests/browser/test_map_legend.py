"""The legend on the screen: every line of it is a switch that answers at once, and the page follows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.mapview import MapView
from tests.browser.settled import settle

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PRESS = """(label) => {
  const cables = () => document.querySelectorAll("path.cables:not(.off)").length;
  const buttons = [...document.querySelectorAll(".atlas-legend section button")];
  const button = buttons.find((each) => each.innerText.includes(label));
  const before = cables();
  button.click();
  return [before, cables(), button.getAttribute("aria-pressed")];
}"""
"""Press an entry and count before anything else can happen in the page: nothing was sent yet, nothing was answered."""

NOTE_STATES = """() => {
  const page = window.parent.document.querySelector("[data-testid=stApp]");
  const send = window.Streamlit.setComponentValue;
  window.states = [];
  window.Streamlit.setComponentValue = (value) => {
    window.states.push(page.dataset.testScriptState);
    send.call(window.Streamlit, value);
  };
}"""
"""Note what the page is doing whenever the map tells it something."""

PRESS_ALL = """(labels) => labels.forEach((label) => {
  const buttons = [...document.querySelectorAll(".atlas-legend section button")];
  buttons.find((each) => each.innerText.startsWith(label)).click();
})"""
"""Press entries, one at the heels of the other."""


def entry(atlas: MapView, label: str) -> Locator:
    return atlas.frame.locator(".atlas-legend").get_by_role("button", name=re.compile(f"^{label}"))


def url(atlas: MapView, pattern: str) -> None:
    expect(atlas.page).to_have_url(re.compile(pattern))


def test_an_entry_hides_its_rows_at_once_and_the_page_follows(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables"))
    before, after, pressed = atlas.run(PRESS, "計画")
    assert after < before
    assert pressed == "false"
    url(atlas, r"cables\.status=in_service%2Cunder_construction$")
    expect(atlas.page.get_by_text("72件を表示")).to_be_visible()
    expect(atlas.page.get_by_role("button", name="海底ケーブルの状況: 運用中、建設中")).to_be_visible()


def test_an_entry_that_is_off_stays_and_brings_its_rows_back(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables&cables.status=in_service,under_construction"))
    expect(entry(atlas, "計画 11")).to_have_attribute("aria-pressed", "false")
    before, after, pressed = atlas.run(PRESS, "計画")
    assert after > before
    assert pressed == "true"
    url(atlas, r"\?layers=cables$")
    assert atlas.shown("cables.line") == 83


def test_what_is_hidden_by_default_can_be_switched_on(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables"))
    entry(atlas, "運用終了").click()
    atlas.wait_for("cables.line", 84)
    url(atlas, r"cables\.status=in_service%2Cplanned%2Cretired%2Cunder_construction")


def test_the_heading_switches_its_layer_and_brings_it_back(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(page_address))
    entry(atlas, "光海底ケーブル").click()
    url(atlas, r"layers=isdbt%2Cdatacenters%2Cmocs$")
    expect(entry(atlas, "光海底ケーブル")).to_have_attribute("aria-pressed", "false")
    entry(atlas, "光海底ケーブル").click()
    atlas.wait_for("cables.line", 83)
    expect(atlas.page).not_to_have_url(re.compile("layers"))


def test_presses_in_quick_succession_all_arrive_and_the_last_takes_the_layer_away(
    page_address: str, open_page: Open
) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt,datacenters"))
    settle(atlas.page)
    for label in ("運用中", "契約済み", "計画", "調査"):
        entry(atlas, label).click()
    assert atlas.shown("datacenters.mark") == 0
    url(atlas, r"\?layers=isdbt$")
    expect(entry(atlas, "データセンター")).to_have_attribute("aria-pressed", "false")


def test_a_press_waits_for_the_run_of_the_page_to_end(page_address: str, open_page: Open) -> None:
    """A run that is broken off leaves widgets with old values, which the page would take for a touch."""
    atlas = MapView(open_page(f"{page_address}/?layers=isdbt,datacenters"))
    settle(atlas.page)
    atlas.run(NOTE_STATES)
    atlas.run(PRESS_ALL, ["運用中", "契約済み", "計画", "調査"])
    url(atlas, r"\?layers=isdbt$")
    assert atlas.run("() => window.states") == ["notRunning"] * 4


def test_pointing_at_an_entry_lifts_its_rows_and_lets_the_others_step_back(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables,isdbt"))
    entry(atlas, "計画").hover()
    opacity = "(selector) => Number(getComputedStyle(document.querySelector(selector)).opacity)"
    assert atlas.run(opacity, "path.line.held") == 1
    assert atlas.run(opacity, "path.line:not(.held):not(.off)") < 0.5
    assert atlas.run(opacity, "path.country.told") < 0.5
    atlas.frame.locator(".atlas-legend .notes").hover()
    assert atlas.run(opacity, "path.country.told") == 1


def test_a_switch_keeps_the_focus_when_the_page_answers(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(f"{page_address}/?layers=cables"))
    entry(atlas, "計画").focus()
    atlas.page.keyboard.press("Space")
    url(atlas, r"cables\.status")
    expect(atlas.page.get_by_text("72件を表示")).to_be_visible()
    expect(entry(atlas, "計画")).to_be_focused()


def test_heading_and_entries_agree_on_what_shows(page_address: str, open_page: Open) -> None:
    atlas = MapView(open_page(page_address))
    sections = atlas.frame.locator(".atlas-legend section")
    totals = [int(text) for text in sections.locator("h2 b").all_inner_texts()]
    assert totals == [20, 83, 9, 136]
    for i, total in enumerate(totals):
        pressed = sections.nth(i).locator(":scope > button[aria-pressed=true] b")
        assert sum(map(int, pressed.all_inner_texts())) == total
