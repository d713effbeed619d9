"""Few runs of the page at once: whoever comes together is served one after the other, not all at last."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2
"""Runs that share the one interpreter; more of them would each be as late as the last, and answers would wait too."""
LONGEST_WAIT = 5.0
"""Seconds after which a run goes on all the same: nobody waits for a page that takes long."""
_places = threading.BoundedSemaphore(AT_ONCE)
_mine = threading.local()


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for a place, and keep it until the end or until `step_aside`."""
    _mine.has_place = _places.acquire(timeout=LONGEST_WAIT)
    try:
        yield
    finally:
        step_aside()


def step_aside() -> None:
    """Let others go on: what follows in this run takes long."""
    if getattr(_mine, "has_place", False):
        _mine.has_place = False
        _places.release()
