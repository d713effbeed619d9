"""docs/security.md and its English twin say nothing that is not there."""

from __future__ import annotations

import re

import pytest

from geo.files import ROOT

PAGES = ("security.md", "security.en.md")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PLACE = re.compile(r"`((?:[a-z_]+/)+(?:[\w.]+\.(?:py|js|toml))?|\.streamlit/config\.toml|requirements\.lock)`")


def read(page: str) -> str:
    return (ROOT / "docs" / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_test_that_is_named_is_there(page: str) -> None:
    named = TEST.findall(read(page))
    assert len(named) > 20
    assert not [(file, name) for file, name in named if f"def {name}(" not in (ROOT / file).read_text("utf-8")]


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_is_named_is_there(page: str) -> None:
    named = {place for place in PLACE.findall(read(page)) if place != "media/"}
    assert len(named) > 20
    assert not [place for place in sorted(named) if not (ROOT / place).exists()]


def test_both_pages_name_the_same() -> None:
    ours, theirs = ([set(found.findall(read(page))) for found in (TEST, PLACE)] for page in PAGES)
    assert ours == theirs
