"""Who is signed in, as the page tells it; that the server lets nobody else in stands in tests/serve/test_gate.py."""

from __future__ import annotations

from html import unescape

import pytest
import streamlit as st
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest

from geo.files import ROOT
from i18n.signing import ASK, SIGN_IN, SIGN_OUT
from i18n.text import Lang
from tests.markup import PAYLOADS
from ui.person import LONGEST, show_person


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what st.html is handed."""
    found: list[str] = []
    monkeypatch.setattr(st, "html", lambda html, **_: found.append(html))
    return found


def sign_in(monkeypatch: pytest.MonkeyPatch, **claims: object) -> None:
    monkeypatch.setattr(st, "user", {"is_logged_in": True, **claims})


def test_a_name_is_words_and_never_markup(monkeypatch: pytest.MonkeyPatch, drawn: list[str]) -> None:
    for payload in PAYLOADS:
        sign_in(monkeypatch, name=payload)
        show_person(Lang.JA)
        line = " ".join(payload.split())
        name = drawn[-1].split("<span ")[1].split(">", 1)[1].split("</span>")[0]
        assert unescape(name) == (line if len(line) <= LONGEST else line[: LONGEST - 1] + "…")
        assert "<" not in name
        assert drawn[-1].count("<") == 6


@pytest.mark.parametrize(("claims", "name"), [
    ({"name": "山田 花子", "email": "h@example.jp"}, "山田 花子"),
    ({"name": " ", "email": "h@example.jp"}, "h@example.jp"), ({"sub": "7"}, "7"), ({"name": ["odd"]}, "['odd']"),
    ({}, ""),
])
def test_a_person_is_called_by_what_the_provider_knows(
    monkeypatch: pytest.MonkeyPatch, drawn: list[str], claims: dict[str, object], name: str
) -> None:
    sign_in(monkeypatch, **claims)
    show_person(Lang.EN)
    assert f">{unescape(drawn[0]).split('title=')[1].split('>')[0][1:-1]}<" == f">{name}<"
    assert SIGN_OUT.en in drawn[0]
    assert 'href="auth/logout?lang=en"' in drawn[0]


def test_nobody_is_named_where_nobody_signs_in(drawn: list[str]) -> None:
    show_person(Lang.JA)
    assert drawn == []


def test_even_without_our_server_the_page_shows_nothing_before_a_sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(secrets_singleton), "_secrets", {"auth": {"client_id": "atlas"}})
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    assert [info.value for info in page.info] == [ASK.ja]
    assert [button.label for button in page.button] == [SIGN_IN.ja]
    assert [*page.checkbox, *page.multiselect, *page.error] == []
