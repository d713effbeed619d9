"""The panel of a deck, drawn without its page: each part says how many slides it gives, and a making has three ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from i18n import making as words
from i18n.text import Lang, Text, same
from render.deck.apart import Making, Order
from scene.choice import Choice
from ui.making import MAKING, _lasting


def panel_alone() -> None:
    """Draw what stands in the panel and nothing else."""
    from ui import deck, state

    state.open_choice()
    deck._draw()


@pytest.fixture
def opened() -> Callable[..., AppTest]:
    """Open the panel on a query."""

    def open_(**query: str) -> AppTest:
        page = AppTest.from_function(panel_alone, default_timeout=120)
        for key, value in query.items():
            page.query_params[key] = value
        return page.run()

    return open_


def made(page: AppTest, result: bytes | Text | None, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Press the button; what it begins ends at once in this way."""
    monkeypatch.setattr(Making, "_followed", lambda _making: result)
    page.button(key="deck_go").click().run()
    assert not page.exception
    return page


def test_each_part_says_how_many_slides_it_gives(opened: Callable[..., AppTest]) -> None:
    page = opened(layers="isdbt", select="TON,FJI", deck="overview,chosen")
    labels = {box.key: (box.label, box.value) for box in page.checkbox}
    assert labels["deck:overview"] == ("全体像(1枚)", True)
    assert labels["deck:chosen"] == ("選んだ国(2枚)", True)
    assert labels["deck:sources"] == ("出典(1枚)", False)
    assert any("表紙を含めて4枚" in said.value for said in page.markdown)


def test_parts_are_ticked_into_the_address(opened: Callable[..., AppTest]) -> None:
    page = opened(layers="isdbt", deck="overview")
    page.checkbox(key="deck:figures").check().run()
    assert str(page.query_params["deck"]) == "overview,figures"
    page.checkbox(key="deck:overview").uncheck().run()
    page.checkbox(key="deck:figures").uncheck().run()
    assert str(page.query_params["deck"]) == "none"


def test_a_view_without_rows_has_a_sentence_and_no_button(opened: Callable[..., AppTest]) -> None:
    page = opened(layers="datacenters", region="latin_america")
    assert [box.value for box in page.info] == [words.NO_ROWS.ja]
    assert not page.button


def test_a_deck_that_cannot_be_made_is_a_sentence_and_can_be_asked_for_again(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(opened(layers="isdbt", deck="overview"), same("The *deck* is too large."), monkeypatch)
    assert [box.value for box in page.run().error] == [r"The \*deck\* is too large."]
    assert page.button(key="deck_go").label == words.MAKE.ja


def test_a_deck_that_is_done_is_offered_until_something_else_is_asked_for(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(opened(layers="isdbt", deck="overview"), b"slides", monkeypatch).run()
    assert [box.value for box in page.success] == [words.READY.format(size="0.0").ja]
    assert "deck_go" not in {button.key for button in page.button}
    page.checkbox(key="deck:figures").check().run()
    assert page.button(key="deck_go").label == words.MAKE.ja
    assert MAKING not in page.session_state


def test_the_slides_speak_the_language_that_is_chosen_and_the_page_its_own(
    opened: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(layers="isdbt", deck="overview")
    page.segmented_control(key="deck_spoken_asked").set_value(Lang.EN).run()
    page.segmented_control(key="deck_plain_asked").set_value(True).run()
    page = made(page, b"slides", monkeypatch)
    asked: Order = page.session_state[MAKING].order
    assert (asked.choice.lang, asked.plain) == (Lang.EN, True)
    assert "lang" not in page.query_params


@pytest.mark.parametrize(("seconds", "said"), [(6.2, "約10秒"), (48.0, "約50秒"), (61.0, "約2分")])
def test_how_long_it_takes_is_told_in_round_numbers(seconds: float, said: str) -> None:
    assert _lasting(seconds).ja == said


def test_an_order_counts_its_cover() -> None:
    assert Order(Choice(deck=frozenset({"overview"}))).count == 2
