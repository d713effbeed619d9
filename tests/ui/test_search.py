"""The search box on a page of its own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analysis.search.beside import index_rows
from i18n import search as words
from i18n.text import Lang
from layers.registry import find_layers, our_layers
from own import reading
from own.layer import layer_of
from own.question import Answers
from own.reading import read_own
from tests.own.here import read_here
from ui.brought import KEY, Brought


def box_alone() -> None:
    """Draw the search box and nothing else."""
    from ui import search, state

    state.open_choice()
    search.show_box()
    search.show_found()


def typed(text: str, query: dict[str, str] | None = None, own: tuple[Brought, ...] = ()) -> AppTest:
    """Open the page, in a session that brought something or nothing, type a text and let it run."""
    page = AppTest.from_function(box_alone, default_timeout=120)
    page.session_state[KEY] = own
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


def test_a_row_of_own_data_is_found_and_opened_in_its_session_and_in_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_apart", read_here)
    content = "名称,緯度,経度\n*ヌクアロファ別館*,-21.13,-175.2\n本館,35.68,139.75\n".encode()
    own = read_own(content, "拠点.csv", Answers())
    layer = layer_of(own, title="_拠点_")
    name, brought = f"hit:own:{index_rows(layer).ids[0]}", (Brought(own, layer, b"", lambda: index_rows(layer)),)

    one = typed("ヌクアロファ別館", own=brought)
    assert one.button(key=name).label == r"\*ヌクアロファ別館\*"
    assert one.button(key=name).help == r"\_拠点\_"
    assert words.KINDS["own"][Lang.JA] in [each.value for each in one.markdown]
    other = typed("ヌクアロファ別館")
    assert name not in [button.key for button in other.button]

    one.button(key=name).click().run()
    choice = one.session_state["choice"]
    assert (choice.layers, choice.select) == ({layer.id}, (index_rows(layer).ids[0],))
    assert find_layers() == our_layers()
