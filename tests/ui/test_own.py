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

    if given := st.session_state.get(own.GIVEN):
        own._read(given)
    st.write("the page")


def test_a_file_at_which_the_program_fails_is_let_go_and_the_page_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_about: object) -> NoReturn:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(own, "read_own", fail)
    page = AppTest.from_function(draw_what_was_handed_in, default_timeout=30)
    page.session_state[own.GIVEN] = own.Given("点.csv", b"x", Answers())
    assert page.run().exception
    assert not page.run().exception
    assert [each.value for each in page.markdown] == ["the page"]
    assert own.GIVEN not in page.session_state
