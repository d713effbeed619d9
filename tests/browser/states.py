"""The states of the page that tests look at: each has an address and, if need be, something that is done there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from i18n import making, picture, words
from i18n.search import EXAMPLE, SHOW_VIEW
from i18n.text import Lang, Text


def leave(_page: Page, _lang: Lang) -> None:
    """Change nothing: the address alone makes this state."""


def opened(label: Text, sign: str) -> Callable[[Page, Lang], None]:
    """Make what opens a button's panel and waits for its content."""

    def act(page: Page, lang: Lang) -> None:
        page.get_by_role("button", name=label[lang]).first.click()
        expect(page.get_by_test_id("stPopoverBody").locator(sign).first).to_be_visible()

    return act


def open_the_picture(page: Page, lang: Lang) -> None:
    page.get_by_role("button", name=words.PICTURE[lang], exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("button", name=picture.COPY[lang])).to_be_visible()


def ask_for_an_impossible_picture(page: Page, lang: Lang) -> None:
    page.get_by_role("button", name=words.PICTURE[lang], exact=True).click()
    expect(page.get_by_role("dialog").get_by_text(picture.NOT_DRAWN[lang])).to_be_visible()


def open_the_deck(page: Page, lang: Lang) -> None:
    page.get_by_role("button", name=making.DECK[lang], exact=True).click()
    expect(page.get_by_role("dialog").get_by_role("button", name=making.MAKE[lang])).to_be_visible()


def search(page: Page, lang: Lang) -> None:
    page.get_by_placeholder(EXAMPLE[lang]).fill("大洋州 海底ケーブル" if lang == Lang.JA else "Oceania submarine cable")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=SHOW_VIEW[lang])).to_be_visible()


@dataclass(frozen=True)
class State:
    """One state of the page: the address that opens it and what is done there."""

    query: str
    act: Callable[[Page, Lang], None] = leave


STATES: Mapping[str, State] = {
    "start": State(""),
    "a country and a cable selected": State("select=BRA,humboldt&region=latin_america&show=all"),
    "two countries side by side": State("select=BRA,PER&layers=isdbt"),
    "an empty view": State("layers=datacenters&region=latin_america"),
    "an error notice": State("country=XXX&nonsense=1&layers=isdbt"),
    "the picture panel": State("layers=isdbt&size=1500x1000&stamp=draft", open_the_picture),
    "a picture that cannot be drawn": State(
        "layers=isdbt&size=320x200&dpi=600", ask_for_an_impossible_picture),
    "the panel of a deck": State("layers=isdbt&deck=chosen&stamp=draft", open_the_deck),
    "the link open": State("layers=isdbt", opened(words.LINK, "input")),
    "a picture asked for": State("layers=isdbt", opened(words.REOPEN, "button")),
    "the guide open": State("layers=isdbt", opened(words.GUIDE, "h2")),
    "the glossary open": State("layers=isdbt", opened(words.GLOSSARY, "h2")),
    "a country's page": State("view=country:UZB&select=UZB"),
    "the page of the old plan": State("view=plan20&layers=plan20"),
    "the matrix": State("view=matrix&region=oceania"),
    "something searched": State("layers=isdbt", search),
    "an error reported": State("layers=isdbt&select=BRA", opened(words.REPORT, "code")),
}
