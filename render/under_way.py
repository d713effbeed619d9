"""What is being made for people at this moment: whoever stops the server waits until it is done and saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class UnderWay:
    """How many files are being made, on whatever threads, and when the last of them was done."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.count, self.last = clock, 0, float("-inf")
        self._lock = Lock()

    @contextmanager
    def one(self) -> Iterator[None]:
        """Count a file until the block ends."""
        with self._lock:
            self.count += 1
        try:
            yield
        finally:
            with self._lock:
                self.count, self.last = self.count - 1, self.clock()


FILES = UnderWay()
"""Those of this process."""
