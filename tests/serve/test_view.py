from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from i18n.text import Lang
from serve import view

SAFE = re.compile(r"[\w.~%&=+-]*", re.ASCII)
HOSTILE = (
    "//elsewhere.example", "https://elsewhere.example/", "a=1\r\nSet-Cookie: x=y", "a=1; Domain=elsewhere.example",
    "next=//elsewhere.example", "\\elsewhere.example", "#//elsewhere.example", "<script>alert(1)</script>",
)


@pytest.mark.parametrize("query", HOSTILE)
def test_a_view_leads_nowhere_but_to_the_atlas(query: str) -> None:
    to = urlsplit(view.at("/", view.cleaned(query)))
    assert (to.scheme, to.netloc, to.path, to.fragment) == ("", "", "/", "")


@given(st.text(max_size=200))
def test_whatever_is_asked_a_cookie_may_hold_it(query: str) -> None:
    assert SAFE.fullmatch(view.cleaned(query))
    assert view.cleaned(view.cleaned(query)) == view.cleaned(query)


@pytest.mark.parametrize("query", [
    "region=oceania&lang=en", "layers=isdbt%2Ccables&title=%E6%B5%B7%E5%A4%96", "cables.status=planned&show=all",
])
def test_a_view_comes_back_as_it_was(query: str) -> None:
    assert parse_qsl(view.asked("", {view.COOKIE: view.cleaned(query)})) == parse_qsl(query)


def test_a_view_of_the_request_goes_before_the_one_that_was_kept() -> None:
    assert view.asked("region=africa", {view.COOKIE: "region=oceania"}) == "region=africa"


def test_a_query_that_no_cookie_holds_is_not_kept() -> None:
    assert view.cleaned(f"title={'x' * view.LONGEST}") == ""
    assert "Max-Age=0" in view.keep("", "/")


@pytest.mark.parametrize(("query", "lang"), [
    ("", Lang.JA), ("lang=en", Lang.EN), ("lang=EN&region=africa", Lang.EN), ("lang=fr", Lang.JA),
])
def test_the_language_is_that_of_the_view(query: str, lang: Lang) -> None:
    assert view.language(query) is lang


def test_the_other_language_keeps_the_view() -> None:
    assert view.in_language("lang=en&region=africa", Lang.JA) == "region=africa&lang=ja"
