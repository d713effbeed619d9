from __future__ import annotations

from typing import NoReturn

import pytest
from streamlit.testing.v1 import AppTest

from own.question import Answers
from ui import own


def draw_what_was_handed_in() -> None:
    """Draw what the box draws while a file waits to be read."""
    import streamlit as st

    from ui import own

    for given in own._line():
        own._read(given)
    st.write("the page")


def test_a_file_at_which_the_program_fails_is_let_go_and_the_page_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_about: object) -> NoReturn:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(own, "read_own", fail)
    page = AppTest.from_function(draw_what_was_handed_in, default_timeout=30)
    page.session_state[own.GIVEN] = (own.Given("点.csv", b"x", Answers()),)
    assert page.run().exception
    assert not page.run().exception
    assert [each.value for each in page.markdown] == ["the page"]
    assert page.session_state[own.GIVEN] == ()


def hand_in_what_is_there() -> None:
    """Draw the box after files were handed in one right after the other, the first not read yet."""
    import streamlit as st

    from ui import own

    for name, content in st.session_state["files"]:
        st.session_state[own.FIELD] = {"read": {"name": name, "content": content}}
        own._take()
    st.session_state["line"] = [given.name for given in own._line()]
    while own._line():
        own._read(own._line()[0])
    st.session_state["told"] = [text.ja for text in st.session_state.get(own.WRONG, ())]


def test_a_file_that_is_handed_in_while_another_is_read_waits_its_turn_and_each_error_is_said() -> None:
    page = AppTest.from_function(hand_in_what_is_there, default_timeout=30)
    page.session_state["files"] = [("一.csv", ""), ("二.csv", "")]
    assert not page.run().exception
    assert page.session_state["line"] == ["一.csv", "二.csv"]
    assert [told.split()[0] for told in page.session_state["told"]] == ["一.csv", "二.csv"]
    page.session_state["files"] = [("三.csv", "")]
    assert [told.split()[0] for told in page.run().session_state["told"]] == ["三.csv"]


def hand_in_after_a_question() -> None:
    """Hand a file in while another waits for an answer, alone or chosen together with it, and give the answer."""
    import streamlit as st

    from i18n.text import same
    from own.question import Answers, Part, QuestionError
    from ui import own

    asking = own.Given("一.csv", b"x", Answers(), QuestionError(same("?"), Part.CRS))
    for follows in (True, False):
        st.session_state[own.GIVEN] = (own.Given("零.csv", b"x", Answers()), asking)
        st.session_state[own.FIELD] = {"read": {"name": "二.csv", "content": "", "follows": follows}}
        own._take()
        st.session_state[f"line {follows}"] = [given.name for given in own._line()]
    st.session_state[own.GIVEN] = (own.Given("零.csv", b"x", Answers()), asking)
    st.session_state["crs"] = "EPSG:6677"
    own._answer({"crs": "crs"})
    st.session_state["answered"] = [given.answers.crs for given in own._line()]


def test_a_file_that_waits_for_an_answer_gives_way_to_later_ones_but_not_to_those_chosen_with_it() -> None:
    page = AppTest.from_function(hand_in_after_a_question, default_timeout=30)
    assert not page.run().exception
    assert page.session_state["line True"] == ["零.csv", "一.csv", "二.csv"]
    assert page.session_state["line False"] == ["零.csv", "二.csv"]
    assert page.session_state["answered"] == ["", "EPSG:6677"]
    assert page.session_state["crs"] is None, "the next file may be asked the same"
