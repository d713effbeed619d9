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
