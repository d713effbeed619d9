"""Few runs of the page at once: whoever comes together is served one after the other, not all at last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2
"""Runs that share the one interpreter; more of them would each be as late as the last, and answers would wait too."""
LONGEST_WAIT = 5.0
"""Seconds after which a run goes on all the same: nobody waits for a page that takes long."""


class Places:
    """So many places, those who see nothing yet before those who change what they see."""

    def __init__(self, count: int) -> None:
        self.free, self.first = count, 0  # places, and who waits for a first page
        self._changed = threading.Condition()

    def take(self, *, is_first: bool) -> bool:
        """Wait for a place; False when none was to be had."""
        with self._changed:
            self.first += is_first
            found = self._changed.wait_for(lambda: self.free > 0 and (is_first or not self.first), LONGEST_WAIT)
            self.first -= is_first
            self.free -= found
            self._changed.notify_all()
        return found

    def give(self) -> None:
        """Give a place back."""
        with self._changed:
            self.free += 1
            self._changed.notify_all()


_places = Places(AT_ONCE)
_mine = threading.local()


@contextmanager
def in_turn(*, is_first: bool) -> Iterator[None]:
    """Wait for a place, and keep it until the end or until `step_aside`."""
    _mine.has_place = _places.take(is_first=is_first)
    try:
        yield
    finally:
        step_aside()


def step_aside() -> None:
    """Let others go on: what follows in this run takes long."""
    if getattr(_mine, "has_place", False):
        _mine.has_place = False
        _places.give()
