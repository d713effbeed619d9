"""The search box on a page of its own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from i18n import search as words
from i18n.text import Lang


def box_alone() -> None:
    """Draw the search box and nothing else."""
    from ui import search, state

    state.open_choice()
    search.show_box()
    search.show_found()


def typed(text: str, query: dict[str, str] | None = None) -> AppTest:
    """Open the page, type a text and let it run."""
    page = AppTest.from_function(box_alone, default_timeout=120)
    for key, value in (query or {}).items():
        page.query_params[key] = value
    page.run()
    page.text_input(key="search").input(text).run()
    assert not page.exception
    return page


def test_the_box_is_there_and_nothing_is_found_before_anything_is_typed() -> None:
    page = typed("  ")
    assert page.text_input(key="search").label == words.SEARCH[Lang.JA]
    assert page.text_input(key="search").placeholder == words.EXAMPLE[Lang.JA]
    assert not page.button


def test_a_country_that_is_clicked_is_opened_and_the_box_is_empty_again() -> None:
    page = typed("ウズベク", {"look": "quiet"})
    page.button(key="hit:country:UZB").click().run()
    choice = page.session_state["choice"]
    assert (choice.select, choice.country, choice.look) == (("UZB",), {"UZB"}, "quiet")
    assert page.query_params["country"] == "UZB"
    assert page.text_input(key="search").value == ""
    assert not page.button


def test_the_filters_of_a_phrase_are_one_button() -> None:
    page = typed("大洋州 海底ケーブル 協力覚書")
    assert page.button(key="search:view").label == words.SHOW_VIEW[Lang.JA]
    page.button(key="search:view").click().run()
    choice = page.session_state["choice"]
    assert (choice.region, choice.layers) == ({"oceania"}, {"cables", "mocs"})


def test_the_language_of_the_page_stays() -> None:
    page = typed("Oceania cable", {"lang": "en"})
    assert page.button(key="search:view").label == words.SHOW_VIEW[Lang.EN]
    page.button(key="search:view").click().run()
    assert page.session_state["choice"].lang == Lang.EN


@pytest.mark.parametrize("text", ["<script>zqzqzq(1)</script>", "ほげほげ<b>", "~~ほげほげ~~ $1$"])
def test_what_is_not_understood_is_said_and_never_becomes_markup(text: str) -> None:
    page = typed(text)
    said = "".join(block.proto.body for block in page.get("html"))
    assert "<script" not in said
    assert "<b>" not in said
    assert words.NOT_UNDERSTOOD[Lang.JA].partition("{")[0] in said or words.NOTHING_FOUND[Lang.JA] in said
