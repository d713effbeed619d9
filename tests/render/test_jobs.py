"""What several people ask for is made in order, once each, and no more waits than can be borne."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.files import ROOT
from i18n.errors import AtlasError
from i18n.text import same
from render import jobs
from render.jobs import Jobs

PATIENCE = 60
Made = TypeVar("Made")


@contextmanager
def held(*, at_once: int = 1, most_waiting: int = 9, kept: int = 0) -> Iterator[tuple[Jobs[str], Event]]:
    """Make a workshop whose hands are full until the event is set."""
    works, go = Jobs[str](at_once=at_once, most_waiting=most_waiting, kept=kept), Event()
    for hand in range(at_once):
        works.ask(("hand", hand), lambda: str(go.wait(PATIENCE)))
    try:
        yield works, go
    finally:
        go.set()


def noting(made: list[Made], what: Made) -> Callable[[], Made]:
    """Make what makes something and notes that it did."""
    def make() -> Made:
        made.append(what)
        return what

    return make


def wrong() -> str:
    raise AtlasError(same("Wrong."))


def test_each_knows_how_many_come_before_and_they_are_made_in_order() -> None:
    order = list[str]()
    with held() as (works, go):
        asked = [works.ask(name, noting(order, name)) for name in "abc"]
        assert [works.ahead(job) for job in asked] == [1, 2, 3]
        asked[0].cancel()
        assert [works.ahead(job) for job in asked] == [0, 1, 2]
        go.set()
        assert asked[2].result(PATIENCE) == "c"
    assert order == ["b", "c"]
    assert [works.ahead(job) for job in asked] == [0, 0, 0]


def test_who_asks_for_what_is_on_its_way_waits_for_it_and_it_is_made_once() -> None:
    made = list[str]()
    with held(kept=2) as (works, go), ThreadPoolExecutor() as people:
        asked = [people.submit(works.made, "map", noting(made, "map")) for _ in range(5)]
        go.set()
        assert [each.result(PATIENCE) for each in asked] == ["map"] * 5
    assert made == ["map"]


def test_the_place_in_the_line_is_told_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "LOOK", 0.01)
    told = list[int]()

    def hear(ahead: int) -> None:
        told.append(ahead)
        if told.count(1) == 2:
            go.set()

    with held() as (works, go):
        assert works.made("map", lambda: "map", hear) == "map"
    assert told[:2] == [1, 1]


def test_past_the_bound_one_is_asked_to_come_again_and_nothing_is_begun() -> None:
    with held(most_waiting=2) as (works, _go):
        works.ask("a", str), works.ask("b", str)
        with pytest.raises(AtlasError, match=r"Busy, try again in a little while \(2 are waiting"):
            works.ask("c", wrong)
        assert works.ask("b", str) is works.ask("b", str)  # who waits already may ask again


def test_what_went_wrong_is_told_to_all_who_asked_and_can_be_tried_again() -> None:
    works = Jobs[str](at_once=1, most_waiting=1)
    with pytest.raises(AtlasError, match=r"Wrong\."):
        works.made("map", wrong)
    assert works.made("map", lambda: "map") == "map"


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(0, 3))
def test_the_last_that_were_done_are_kept_and_no_others(asked: list[int], kept: int) -> None:
    works, made, newest = Jobs[int](at_once=1, most_waiting=1, kept=kept), list[int](), list[int]()
    for key in asked:
        is_kept = key in newest[max(0, len(newest) - kept):]
        before = len(made)
        assert works.made(key, noting(made, key)) == key
        assert (len(made) == before) == is_kept
        newest = newest if is_kept else [*newest, key]


def test_a_process_ends_whatever_is_still_being_made() -> None:
    begun = "import time; from render.jobs import FILES; FILES.ask(0, lambda: time.sleep(600)); time.sleep(0.2)"
    assert subprocess.run([sys.executable, "-c", begun], cwd=ROOT, timeout=PATIENCE, check=False).returncode == 0
