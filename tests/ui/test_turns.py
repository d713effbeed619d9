from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ui import turns

SOON, NEVER = 5.0, 0.05
"""Seconds to wait for what must come, and for what must not."""


class Run:
    """A run of the page on a thread of its own, which stays where it is until it is let go on."""

    def __init__(self, *, first: bool = False, aside: bool = False, fails: bool = False) -> None:
        self.first, self.aside, self.fails = first, aside, fails
        self.begun, self.over, self.go = threading.Event(), threading.Event(), threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            with turns.in_turn(is_first=self.first):
                if self.aside:
                    turns.step_aside()
                self.begun.set()
                self.go.wait(SOON)
                assert not self.fails, "a page that cannot be drawn"
        except AssertionError:
            pass
        finally:
            self.over.set()


@contextmanager
def full(**told: bool) -> Iterator[list[Run]]:
    """Let as many runs begin as may go on at once; all end with the block."""
    runs = [Run(**told) for _ in range(turns.AT_ONCE)]
    assert all(run.begun.wait(SOON) for run in runs)
    try:
        yield runs
    finally:
        for run in runs:
            run.go.set()
            run.thread.join(SOON)


def ended(run: Run) -> bool:
    """Let a run go on to its end."""
    run.go.set()
    return run.over.wait(SOON)


def test_whoever_comes_while_all_places_are_taken_waits_until_one_is_free() -> None:
    with full() as runs:
        late = Run()
        assert not late.begun.wait(NEVER)
        assert ended(runs[0])
        assert late.begun.wait(SOON)
        assert ended(late)


def test_whoever_sees_nothing_yet_comes_before_those_who_change_what_they_see() -> None:
    with full() as runs:
        change = Run()
        assert not change.begun.wait(NEVER)
        page = Run(first=True)
        assert not page.begun.wait(NEVER)
        assert ended(runs[0])
        assert page.begun.wait(SOON)
        assert not change.begun.wait(NEVER)
        assert ended(page)
        assert change.begun.wait(SOON)
        assert ended(change)


def test_a_run_that_takes_long_lets_others_go_on() -> None:
    with full(aside=True):
        late = Run()
        assert late.begun.wait(SOON)
        assert ended(late)


def test_a_run_that_fails_gives_its_place_back_and_no_more_than_that() -> None:
    for _ in range(3):
        with full(fails=True):
            pass
    with full():
        late = Run()
        assert not late.begun.wait(NEVER)
    assert late.begun.wait(SOON)
    assert ended(late)


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST_WAIT", NEVER)
    with full():
        late = Run()
        assert late.begun.wait(SOON)
        assert ended(late)
        behind = Run()  # whoever went on without a place gives none back
        assert behind.begun.wait(SOON)
        assert ended(behind)
